import { useState } from 'preact/hooks';
import { failure, problemWith } from '../../api/result.ts';
import { judgePassword, type Strength } from '../../secrets/strength.ts';
import { Act } from '../parts/Act.tsx';
import { Choices } from '../parts/Choice.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { type CredentialForm, credentialFault, credentialOf } from './credential.ts';
import { KEY_ID, KeyField } from './KeyField.tsx';
import { PasswordField } from './PasswordField.tsx';
import { type ClaimProps, useClaim } from './use-claim.ts';

const TYPES = [
  { value: 'password', label: 'Hasło', hint: 'Działa w każdym programie, przez SFTP i FTPS.' },
  { value: 'public-key', label: 'Klucz publiczny SSH', hint: 'Dla osób, które mają już parę kluczy. Działa tylko przez SFTP.' },
] as const;

const ACTS = {
  access: { password: 'Ustaw hasło i przyjmij dostęp', 'public-key': 'Dodaj klucz i przyjmij dostęp' },
  credential: { password: 'Ustaw nowe hasło', 'public-key': 'Zmień klucz' },
} as const;
const TITLES = {
  keys: { access: 'Wybierz, jak chcesz się logować', credential: 'Ustaw nowe hasło lub klucz' },
  password: { access: 'Ustaw swoje hasło', credential: 'Ustaw nowe hasło' },
} as const;

/** A password that the person chooses, or their key where the service takes keys. */
export function ClaimChosen(props: ClaimProps) {
  const { grantee, giver, service, grant, purpose } = props.invitation;
  const [form, setForm] = useState<CredentialForm>({ type: 'password', password: '', publicKey: '' });
  const [strength, setStrength] = useState<Strength | null>(null);
  const { busy, failed, setFailed, claim } = useClaim(props);
  const takesKeys = grant.spec.kind === 'ftp';
  const inputs = [grantee.name, giver.person, giver.account, service.name];
  const alter = (part: Partial<CredentialForm>) => {
    setFailed(null);
    setForm((old) => ({ ...old, ...part }));
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const target = event.currentTarget as HTMLFormElement;
    const judged = form.type === 'password' && form.password ? await judgePassword(form.password, inputs) : strength;
    const fault = credentialFault(form, judged);
    if (fault) setFailed(failure('invalid-input', '', [fault]));
    else await claim(credentialOf(form));
    focusFirstError(target);
  };
  return (
    <form onSubmit={submit} noValidate>
      <h2>{TITLES[takesKeys ? 'keys' : 'password'][purpose]}</h2>
      {takesKeys ? (
        <Choices id="type" legend="Sposób logowania" options={TYPES} value={form.type} onValue={(type) => alter({ type })} />
      ) : (
        <p>To hasło jest tylko Twoje. Hasła samej skrzynki nie potrzebujesz i nie poznasz.</p>
      )}
      {form.type === 'public-key' ? (
        <KeyField value={form.publicKey} error={problemWith(failed, KEY_ID)} onValue={(publicKey) => alter({ publicKey })} />
      ) : (
        <PasswordField
          value={form.password}
          inputs={inputs}
          error={problemWith(failed, 'credential.password')}
          onValue={(password) => alter({ password })}
          onStrength={setStrength}
        />
      )}
      {failed && !failed.fields.some(({ field }) => field.startsWith('credential')) ? <Refusal failed={failed} /> : null}
      <p class="acts">
        <Act type="submit" busy={busy}>
          {ACTS[purpose][form.type]}
        </Act>
      </p>
    </form>
  );
}

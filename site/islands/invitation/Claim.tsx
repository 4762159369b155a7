import { useState } from 'preact/hooks';
import type { InvitationView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { type Failure, failure, problemWith } from '../../api/result.ts';
import { judgePassword, type Strength } from '../../secrets/strength.ts';
import { Act } from '../parts/Act.tsx';
import { Choices } from '../parts/Choice.tsx';
import { Field, focusFirstError, tied } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';
import { type CredentialForm, credentialFault, credentialOf } from './credential.ts';
import { deadEnd } from './dead.ts';
import { PasswordField } from './PasswordField.tsx';

interface ClaimProps {
  token: string;
  invitation: InvitationView;
  onClaimed: (invitation: InvitationView, keyOnly: boolean) => void;
  onDead: (failed: Failure) => void;
}

const TYPES = [
  { value: 'password', label: 'Hasło', hint: 'Działa w każdym programie, przez SFTP i FTPS.' },
  { value: 'public-key', label: 'Klucz publiczny SSH', hint: 'Dla osób, które mają już parę kluczy. Działa tylko przez SFTP.' },
] as const;
const KEY_ID = 'credential.publicKey';

function KeyField({ value, error, onValue }: { value: string; error: string | null; onValue: (value: string) => void }) {
  return (
    <Field
      id={KEY_ID}
      label="Klucz publiczny"
      hint="Jedna linia z pliku .pub, na przykład id_ed25519.pub. Klucz prywatny zostaje u Ciebie – nikomu go nie wysyłaj."
      error={error}
    >
      <textarea
        {...tied(KEY_ID, true, error)}
        rows={4}
        spellcheck={false}
        autocapitalize="none"
        autocomplete="off"
        maxLength={2000}
        value={value}
        onInput={(event) => onValue(event.currentTarget.value)}
      />
    </Field>
  );
}

/** Setting a password or a key: the one deliberate act that uses the invitation up. */
export function Claim({ token, invitation, onClaimed, onDead }: ClaimProps) {
  const [form, setForm] = useState<CredentialForm>({ type: 'password', password: '', publicKey: '' });
  const [strength, setStrength] = useState<Strength | null>(null);
  const { busy, failed, setFailed, send } = useSend();
  const inputs = [invitation.grantee.name, invitation.giver.person, invitation.giver.account, invitation.service.name];
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
    else await claim();
    focusFirstError(target);
  };
  const claim = async () => {
    const json = { token, credential: credentialOf(form) };
    const result = await send(() =>
      call((options) => api.invitations.claim.$post({ json }, options), { act: actOf('przyjmij', json) }),
    );
    if (result.ok) onClaimed(result.value, form.type === 'public-key');
    else if (result.fields.length === 0 && deadEnd(result.code)) onDead(result);
  };
  const again = invitation.purpose === 'credential';
  const byKey = form.type === 'public-key';
  return (
    <form onSubmit={submit} noValidate>
      <h2>{again ? 'Ustaw nowe hasło lub klucz' : 'Wybierz, jak chcesz się logować'}</h2>
      <Choices id="type" legend="Sposób logowania" options={TYPES} value={form.type} onValue={(type) => alter({ type })} />
      {byKey ? (
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
          {again
            ? byKey
              ? 'Zmień klucz'
              : 'Ustaw nowe hasło'
            : byKey
              ? 'Dodaj klucz i odbierz dostęp'
              : 'Ustaw hasło i odbierz dostęp'}
        </Act>
      </p>
    </form>
  );
}

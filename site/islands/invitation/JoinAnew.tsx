import { useState } from 'preact/hooks';
import { failure, problemWith } from '../../api/result.ts';
import { judgePassword, type Strength } from '../../secrets/strength.ts';
import { passwordFault } from '../assets/password.ts';
import { Act } from '../parts/Act.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { PasswordField } from '../parts/PasswordField.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { type JoinProps, useJoin } from './use-join.ts';

const FIELD = 'password';

/** A first sign-in of one's own: the address is the invitation's, the password is chosen here. */
export function JoinAnew(props: JoinProps) {
  const { giver, grantee } = props.invitation;
  const { email } = props.panel;
  const [password, setPassword] = useState('');
  const [strength, setStrength] = useState<Strength | null>(null);
  const { busy, failed, setFailed, join } = useJoin(props);
  const inputs = [grantee.name, giver.person, giver.account, email];
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const wrong = passwordFault(password, password ? await judgePassword(password, inputs) : strength);
    if (wrong) setFailed(failure('invalid-input', '', [{ field: FIELD, code: 'password-too-weak', message: wrong }]));
    else await join(password);
    focusFirstError(form);
  };
  const error = problemWith(failed, FIELD);
  return (
    <form onSubmit={submit} noValidate>
      <h2>Ustaw swoje hasło</h2>
      <p>Będziesz logować się adresem: {email}. Hasło wybierasz Ty i nikt inny go nie pozna.</p>
      {/* Lets password managers keep the address together with the password. */}
      <div class="visually-hidden" aria-hidden="true">
        <input type="text" autocomplete="username" value={email} readOnly tabIndex={-1} />
      </div>
      <PasswordField
        id={FIELD}
        label="Twoje hasło"
        hint="Co najmniej 12 znaków. Dobre jest zdanie, którego nikt nie zgadnie."
        value={password}
        inputs={inputs}
        error={error}
        onValue={(value) => {
          setFailed(null);
          setPassword(value);
        }}
        onStrength={setStrength}
      />
      {error ? null : <Refusal failed={failed} />}
      <p class="acts">
        <Act type="submit" busy={busy}>
          Ustaw hasło i wejdź na konto
        </Act>
      </p>
    </form>
  );
}

import { useState } from 'preact/hooks';
import type { Failure } from '../../api/result.ts';
import { problemWith } from '../../api/result.ts';
import { Act } from '../parts/Act.tsx';
import { focusFirstError, TextField } from '../parts/Field.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { useSend } from '../parts/use-send.ts';

interface PasswordFormProps {
  /** Null where only the password is asked for. */
  email: string | null;
  actWord: string;
  onSend: (email: string, password: string) => Promise<{ ok: true } | Failure>;
  onCancel?: () => void;
}

const missing = (value: string, field: string) =>
  value.trim() === '' ? [{ field, code: 'required', message: 'Uzupełnij to pole.' }] : [];

/** E-mail and password, or the password alone; what was typed stays when it was refused. */
export function PasswordForm({ email: known, actWord, onSend, onCancel }: PasswordFormProps) {
  const [email, setEmail] = useState(known ?? '');
  const [password, setPassword] = useState('');
  const { busy, failed, send, setFailed } = useSend();
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const form = event.currentTarget as HTMLFormElement;
    const fields = [...(known === null ? [] : missing(email, 'email')), ...missing(password, 'password')];
    if (fields.length > 0) setFailed({ ok: false, code: 'invalid-input', message: '', fields, retryable: false });
    else
      await send(() =>
        onSend(email.trim(), password).then((result) => (result.ok ? { ok: true as const, value: null } : result)),
      );
    focusFirstError(form);
  };
  return (
    <form onSubmit={submit} noValidate>
      {failed && failed.fields.length === 0 ? <Refusal failed={failed} /> : null}
      {known === null ? null : (
        <TextField
          id="email"
          label="Adres e-mail"
          type="email"
          autocomplete="username"
          value={email}
          onValue={setEmail}
          error={problemWith(failed, 'email')}
        />
      )}
      <TextField
        id="password"
        label="Hasło"
        type="password"
        autocomplete="current-password"
        value={password}
        onValue={setPassword}
        error={problemWith(failed, 'password')}
      />
      <p class="acts">
        <Act type="submit" busy={busy}>
          {actWord}
        </Act>
        {onCancel ? (
          <Act tone="quiet" onAct={onCancel}>
            Nie teraz
          </Act>
        ) : null}
      </p>
    </form>
  );
}

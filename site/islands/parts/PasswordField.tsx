import { useEffect, useState } from 'preact/hooks';
import { generatePassword } from '../../secrets/generate.ts';
import { judgePassword, type Strength } from '../../secrets/strength.ts';
import { Copy } from './Copy.tsx';
import { Field, tied } from './Field.tsx';

interface PasswordFieldProps {
  id: string;
  label: string;
  hint: string;
  value: string;
  /** Words an attacker would try first: names, the service. */
  inputs: readonly string[];
  error: string | null;
  onValue: (value: string) => void;
  onStrength?: (strength: Strength | null) => void;
}

/** Judges while one types, a moment after the last key. */
function useStrength(
  password: string,
  inputs: readonly string[],
  onStrength: ((strength: Strength | null) => void) | undefined,
): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let stale = false;
    const tell = (found: Strength | null) => {
      if (stale) return;
      setStrength(found);
      onStrength?.(found);
    };
    if (!password) return tell(null);
    const timer = setTimeout(() => void judgePassword(password, inputs).then(tell), 200);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [password]);
  return password ? strength : null;
}

/** A new password with its strength in words, or one generated here. */
export function PasswordField({ id, label, hint, value, inputs, error, onValue, onStrength }: PasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const [generated, setGenerated] = useState('');
  const strength = useStrength(value, inputs, onStrength);
  const generate = () => {
    const password = generatePassword();
    setGenerated(password);
    setShown(true);
    onValue(password);
  };
  return (
    <>
      <Field id={id} label={label} hint={hint} error={error}>
        <input
          {...tied(id, true, error)}
          type={shown ? 'text' : 'password'}
          autocomplete="new-password"
          spellcheck={false}
          autocapitalize="none"
          maxLength={128}
          value={value}
          onInput={(event) => onValue(event.currentTarget.value)}
        />
        <p class="strength" data-score={strength?.score} role="status">
          {strength ? `Hasło: ${strength.word}. ${strength.advice ?? ''}` : ''}
        </p>
        <p class="acts">
          <button type="button" class="button button-quiet" onClick={generate}>
            Wygeneruj hasło
          </button>
          <button type="button" class="button button-quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
            {shown ? 'Ukryj hasło' : 'Pokaż hasło'}
          </button>
        </p>
      </Field>
      {generated && generated === value ? (
        <div class="notice" data-tone="attention">
          <p>Zapisz to hasło w menedżerze haseł, zanim pójdziesz dalej. Później nikt go nie pokaże.</p>
          <Copy name="Wygenerowane hasło" value={generated} />
        </div>
      ) : null}
    </>
  );
}

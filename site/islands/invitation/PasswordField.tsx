import { useEffect, useState } from 'preact/hooks';
import { generatePassword } from '../../secrets/generate.ts';
import { judgePassword, type Strength } from '../../secrets/strength.ts';
import { Copy } from '../parts/Copy.tsx';
import { Field, tied } from '../parts/Field.tsx';

interface PasswordFieldProps {
  value: string;
  inputs: readonly string[];
  error: string | null;
  onValue: (value: string) => void;
  onStrength: (strength: Strength | null) => void;
}

const ID = 'credential.password';

/** Judges while one types, a moment after the last key. */
function useStrength(
  password: string,
  inputs: readonly string[],
  onStrength: (strength: Strength | null) => void,
): Strength | null {
  const [strength, setStrength] = useState<Strength | null>(null);
  useEffect(() => {
    let stale = false;
    const tell = (found: Strength | null) => {
      if (stale) return;
      setStrength(found);
      onStrength(found);
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

/** One's own password with its strength in words, or one generated here. */
export function PasswordField({ value, inputs, error, onValue, onStrength }: PasswordFieldProps) {
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
      <Field
        id={ID}
        label="Twoje hasło"
        hint="Co najmniej 12 znaków. Dobre jest zdanie, którego nikt nie zgadnie. Osoba, która daje Ci dostęp, go nie pozna."
        error={error}
      >
        <input
          {...tied(ID, true, error)}
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

import { Field, tied } from '../parts/Field.tsx';

export const KEY_ID = 'credential.publicKey';

interface KeyFieldProps {
  value: string;
  error: string | null;
  onValue: (value: string) => void;
}

/** A public key, pasted whole. */
export const KeyField = ({ value, error, onValue }: KeyFieldProps) => (
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

import { Choices } from '../parts/Choice.tsx';
import { TextField } from '../parts/Field.tsx';
import { type GiveForm, invites, mayShow } from './form.ts';

interface PersonProps {
  form: GiveForm;
  error: (field: string) => string | null;
  onChange: (part: Partial<GiveForm>) => void;
}

const DELIVERIES = [
  {
    value: 'invite',
    label: 'Wyślij zaproszenie e-mailem',
    hint: 'Hasło pozna tylko zaproszona osoba – Ty też nie.',
  },
  {
    value: 'show',
    label: 'Pokaż mi dane raz',
    hint: 'Hasło powstanie w tej przeglądarce i zobaczysz je tylko raz. Przekaż je osobie samodzielnie.',
  },
] as const;

const INVITE_ONLY =
  'Do skrzynki prowadzi tylko zaproszenie: hasło pozna zaproszona osoba i nikt więcej. Napiszemy o tym też do samej skrzynki, żeby wiedział każdy, kto z niej korzysta.';

/** Who gets the access, and how it reaches them. */
export function Person({ form, error, onChange }: PersonProps) {
  return (
    <>
      <TextField
        id="grantee.name"
        label="Imię i nazwisko albo firma"
        hint="Po tej nazwie rozpoznasz dostęp na liście."
        autocomplete="off"
        maxLength={80}
        value={form.name}
        onValue={(name) => onChange({ name })}
        error={error('grantee.name')}
      />
      {mayShow(form) ? (
        <Choices
          id="delivery"
          legend="Jak przekazać dostęp"
          options={DELIVERIES}
          value={form.delivery}
          onValue={(delivery) => onChange({ delivery })}
        />
      ) : (
        <p class="hint">{INVITE_ONLY}</p>
      )}
      {invites(form) ? (
        <TextField
          id="grantee.email"
          label="Adres e-mail tej osoby"
          hint="Wyślemy na niego zaproszenie, ważne 7 dni."
          type="email"
          autocomplete="off"
          maxLength={254}
          value={form.email}
          onValue={(email) => onChange({ email })}
          error={error('grantee.email')}
        />
      ) : null}
    </>
  );
}

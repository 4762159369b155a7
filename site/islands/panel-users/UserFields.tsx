import type { FieldProblem } from '../../api/result.ts';
import { canDo, riskOf } from '../../words/grants.ts';
import { KIND_WORDS } from '../../words/kinds/index.ts';
import { Choices } from '../parts/Choice.tsx';
import { EndDate } from '../parts/EndDate.tsx';
import { TextField } from '../parts/Field.tsx';
import type { UserForm } from './form.ts';
import { OneThing } from './OneThing.tsx';

interface UserFieldsProps {
  form: UserForm;
  problems: readonly FieldProblem[];
  /** Null until it is known whether the account has licences at all (R4). */
  hasLicences: boolean | null;
  now: number;
  onChange: (part: Partial<UserForm>) => void;
}

const ROLES = [
  ...KIND_WORDS['panel-user'].levels,
  {
    value: 'one',
    label: 'Tylko jeden serwer, sklep albo inna jedna rzecz',
    hint: 'W Panelu tak się nie da. Pokażemy mniejszy dostęp, który wystarczy.',
  },
] as const;

/** Everything that the wide role opens, before anything else is asked (R13). */
const Opens = () => (
  <div class="notice" data-tone="attention">
    <h2>Administrator otworzy całe konto</h2>
    <ul>
      {canDo({ kind: 'panel-user', role: 'administrator' }).map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
    <p>{riskOf({ kind: 'panel-user', role: 'administrator' })}</p>
  </div>
);

const NO_LICENCES =
  'Na tym koncie nie ma usług z licencjami do przydzielenia, na przykład Office 365. Użytkownik nie zobaczy więc niczego, dopóki takiej usługi nie kupisz.';

/** Who comes in, as what and until when; the smaller role first. */
export function UserFields({ form, problems, hasLicences, now, onChange }: UserFieldsProps) {
  const error = (field: string) => problems.find((one) => one.field === field)?.message ?? null;
  const roles = (
    <Choices
      id="role"
      legend="Do czego ta osoba potrzebuje Panelu"
      options={ROLES}
      value={form.role}
      onValue={(role) => onChange({ role })}
    />
  );
  if (form.role === 'one')
    return (
      <>
        {roles}
        <OneThing person={{ name: form.name, email: form.email }} />
      </>
    );
  return (
    <>
      {roles}
      {form.role === 'administrator' ? <Opens /> : null}
      {form.role === 'user' && hasLicences === false ? (
        <div class="notice" data-tone="attention">
          <p>{NO_LICENCES}</p>
        </div>
      ) : null}
      <TextField
        id="grantee.name"
        label="Imię i nazwisko albo firma"
        hint="Po tej nazwie rozpoznasz osobę na liście."
        autocomplete="off"
        maxLength={80}
        value={form.name}
        onValue={(name) => onChange({ name })}
        error={error('grantee.name')}
      />
      <TextField
        id="grantee.email"
        label="Adres e-mail tej osoby"
        hint="Wyślemy na niego zaproszenie, ważne 7 dni. Tym adresem będzie się logować."
        type="email"
        autocomplete="off"
        maxLength={254}
        value={form.email}
        onValue={(email) => onChange({ email })}
        error={error('grantee.email')}
      />
      <EndDate choice={form} onChange={onChange} error={error('notAfter')} now={now} />
    </>
  );
}

import type { ServiceView } from '../../../contract/index.ts';
import type { FieldProblem } from '../../api/result.ts';
import { Act } from '../parts/Act.tsx';
import { Choices } from '../parts/Choice.tsx';
import { EndDate } from '../parts/EndDate.tsx';
import { focusFirstError, TextField } from '../parts/Field.tsx';
import type { GiveForm } from './form.ts';
import { ScopeFields } from './ScopeFields.tsx';

interface GiveFormProps {
  form: GiveForm;
  services: readonly ServiceView[];
  problems: readonly FieldProblem[];
  now: number;
  onChange: (part: Partial<GiveForm>) => void;
  onReview: () => void;
}

const DELIVERIES = [
  {
    value: 'invite',
    label: 'Wyślij zaproszenie e-mailem',
    hint: 'Osoba sama ustawi hasło. Nikt inny go nie pozna – Ty też nie.',
  },
  {
    value: 'show',
    label: 'Pokaż mi dane raz',
    hint: 'Hasło powstanie w tej przeglądarce i zobaczysz je tylko raz. Przekaż je osobie samodzielnie.',
  },
] as const;

function Person({
  form,
  error,
  onChange,
}: Pick<GiveFormProps, 'form' | 'onChange'> & { error: (field: string) => string | null }) {
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
      <Choices
        id="delivery"
        legend="Jak przekazać dostęp"
        options={DELIVERIES}
        value={form.delivery}
        onValue={(delivery) => onChange({ delivery })}
      />
      {form.delivery === 'invite' ? (
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

/** What the owner decides, from the server down to the way the access is handed over. */
export function GiveFormView({ form, services, problems, now, onChange, onReview }: GiveFormProps) {
  const error = (field: string) =>
    problems.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message ?? null;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    onReview();
    focusFirstError(event.currentTarget as HTMLFormElement);
  };
  const options = services.map(({ id, name, host }) => ({
    value: id,
    label: name,
    hint: host.online ? `Serwer: ${host.name}` : `Serwer ${host.name} teraz nie odpowiada.`,
  }));
  const service = services.find(({ id }) => id === form.serviceId);
  return (
    <form onSubmit={submit} noValidate>
      {services.length > 1 ? (
        <Choices
          id="serviceId"
          legend="Która usługa"
          options={options}
          value={form.serviceId}
          onValue={(serviceId) => onChange({ serviceId, directory: '' })}
          error={error('serviceId')}
        />
      ) : null}
      {service && !service.host.online ? (
        <div class="notice" data-tone="attention">
          <p>
            <strong>Serwer {service.host.name} teraz nie odpowiada.</strong> Nie możemy pokazać jego katalogów ani sprawdzić
            wyboru. To, co tu wpisujesz, zostaje – spróbuj za chwilę.
          </p>
        </div>
      ) : null}
      <ScopeFields
        serviceId={form.serviceId}
        area={form.area}
        directory={form.directory}
        access={form.access}
        onChange={onChange}
        error={error('spec.directory')}
      />
      <EndDate choice={form} onChange={onChange} error={error('notAfter')} now={now} />
      <Person form={form} error={error} onChange={onChange} />
      <p class="acts">
        <Act type="submit">Sprawdź przed nadaniem</Act>
      </p>
    </form>
  );
}

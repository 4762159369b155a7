import type { ServiceView } from '../../../contract/index.ts';
import type { FieldProblem } from '../../api/result.ts';
import { ACCESS_KINDS, KIND_WORDS, wordsOf } from '../../words/kinds/index.ts';
import { Act } from '../parts/Act.tsx';
import { Choices } from '../parts/Choice.tsx';
import { EndDate } from '../parts/EndDate.tsx';
import { focusFirstError } from '../parts/Field.tsx';
import { type GiveForm, onService } from './form.ts';
import { Person } from './Person.tsx';
import { ScopeFields } from './ScopeFields.tsx';
import { rulesOf } from './scope.ts';

interface GiveFormProps {
  form: GiveForm;
  /** True when the address already said what kind of access it is about. */
  kindGiven: boolean;
  services: readonly ServiceView[];
  problems: readonly FieldProblem[];
  now: number;
  onChange: (part: Partial<GiveForm>) => void;
  onReview: () => void;
}

const KINDS = ACCESS_KINDS.map((kind) => ({ value: kind, label: KIND_WORDS[kind].label, hint: KIND_WORDS[kind].hint }));

/** What kind of thing to open; changing it begins again with the smallest access. */
function Kind({ form, kindGiven, onChange }: Pick<GiveFormProps, 'form' | 'kindGiven' | 'onChange'>) {
  if (kindGiven)
    return (
      <p>
        Do czego: <strong>{wordsOf(form).label}</strong>. <a href="/panel/nadaj/">Wybierz coś innego</a>.
      </p>
    );
  return (
    <>
      <Choices
        id="kind"
        legend="Do czego dajesz dostęp"
        options={KINDS}
        value={form.kind}
        onValue={(kind) => onChange({ kind, access: 'read' })}
      />
      <p class="hint">
        Chodzi o coś innego? Są też <a href="/panel/licencje/">licencje</a>, <a href="/panel/domeny/">zarządzanie domeną</a> i –
        tylko gdy nic mniejszego nie wystarczy – <a href="/panel/uzytkownicy/?nowy">użytkownicy Panelu</a>.
      </p>
    </>
  );
}

/** What the owner decides, from the server down to the way the access is handed over. */
export function GiveFormView({ form, kindGiven, services, problems, now, onChange, onReview }: GiveFormProps) {
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
      <Kind form={form} kindGiven={kindGiven} onChange={onChange} />
      {services.length > 1 ? (
        <Choices
          id="serviceId"
          legend="Która usługa"
          options={options}
          value={form.serviceId}
          onValue={(serviceId) => onChange(onService(serviceId))}
          error={error('serviceId')}
        />
      ) : null}
      {service && !service.host.online ? (
        <div class="notice" data-tone="attention">
          <p>
            <strong>Serwer {service.host.name} teraz nie odpowiada.</strong> {wordsOf(form).unseen} To, co tu wpisujesz, zostaje –
            spróbuj za chwilę.
          </p>
        </div>
      ) : null}
      <ScopeFields serviceId={form.serviceId} scope={form} onChange={onChange} error={error(rulesOf(form).field)} />
      <EndDate choice={form} onChange={onChange} error={error('notAfter')} now={now} />
      <Person form={form} error={error} onChange={onChange} />
      <p class="acts">
        <Act type="submit">Sprawdź przed nadaniem</Act>
      </p>
    </form>
  );
}

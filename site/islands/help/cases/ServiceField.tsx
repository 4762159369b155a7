import { api, call } from '../../../api/client.ts';
import { Field, tied } from '../../parts/Field.tsx';
import { useLoad } from '../../parts/use-load.ts';

interface ServiceFieldProps {
  label: string;
  /** The choice that names no service; without it one has to be chosen. */
  none?: string;
  value: string;
  onValue: (serviceId: string) => void;
  error?: string | null;
  only?: 'hosting';
}

/** Which of the account's services something is about; when they cannot be read just now, it is left open. */
export function ServiceField({ label, none, value, onValue, error = null, only }: ServiceFieldProps) {
  const { value: loaded, failed, loading } = useLoad('services', () => call((options) => api.services.$get({}, options)));
  const services = loaded?.services.filter(({ kind }) => !only || kind === only) ?? [];
  const nothing = loaded !== null && services.length === 0 && none === undefined;
  const hint = failed
    ? 'Nie udało się wczytać listy usług. Odśwież stronę – to, co wpisano, zostanie.'
    : nothing
      ? 'Na tym koncie nie ma jeszcze żadnego serwera, więc nie ma czego ustawiać.'
      : null;
  return (
    <Field id="serviceId" label={label} hint={hint} error={error}>
      <select
        {...tied('serviceId', hint, error)}
        aria-busy={loading ? 'true' : undefined}
        value={services.some(({ id }) => id === value) ? value : ''}
        onChange={(event) => onValue(event.currentTarget.value)}
      >
        <option value="">{none ?? 'Wybierz usługę'}</option>
        {services.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Field>
  );
}

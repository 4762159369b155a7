import type { ServiceView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { STATE_WORDS } from '../../words/grants.ts';
import { KIND_WORDS } from '../../words/kinds/index.ts';
import { useLoad } from '../parts/use-load.ts';
import type { Order } from './arrange.ts';
import { serviceWords } from './list-words.ts';
import { Search } from './Search.tsx';
import { KINDS, LIVE_STATES, type Show, type View } from './view.ts';

const ORDERS: readonly [Order, string][] = [
  ['person', 'Według osób'],
  ['service', 'Według usług'],
  ['end', 'Według daty końca'],
];
const SHOWS: readonly [Show, string][] = [
  ['live', 'Obecne'],
  ['ended', 'Zakończone'],
];

interface SwitchProps<V extends string> {
  name: string;
  options: readonly (readonly [V, string])[];
  value: V;
  onValue: (value: V) => void;
}

const Switch = <V extends string>({ name, options, value, onValue }: SwitchProps<V>) => (
  <fieldset class="toolbar toolbar-group">
    <legend class="visually-hidden">{name}</legend>
    {options.map(([one, word]) => (
      <button key={one} type="button" aria-pressed={one === value} onClick={() => onValue(one)}>
        {word}
      </button>
    ))}
  </fieldset>
);

interface FilterProps<V extends string> extends SwitchProps<V> {
  id: string;
  all: string;
}

const Filter = <V extends string>({ id, name, all, options, value, onValue }: FilterProps<V>) => (
  <div class="field">
    <label for={id}>{name}</label>
    <select id={id} value={value} onChange={(event) => onValue(event.currentTarget.value as V)}>
      <option value="">{all}</option>
      {options.map(([one, word]) => (
        <option key={one} value={one}>
          {word}
        </option>
      ))}
    </select>
  </div>
);

/** The services to choose from; until they are known, only the one that the address names. */
function useServices(): readonly ServiceView[] {
  const services = useLoad('services', () => call((options) => api.services.$get({}, options), { quiet: true }));
  return services.value?.services ?? [];
}

interface FinderProps {
  view: View;
  onView: (part: Partial<View>) => void;
}

/** Whom or what to look for. */
function Finder({ view, onView }: FinderProps) {
  const services = useServices();
  return (
    <>
      <Search value={view.search} onSearch={(search) => onView({ search })} />
      <div class="finder-filters">
        <Filter
          id="rodzaj"
          name="Rodzaj"
          all="Każdy rodzaj"
          options={KINDS.map((kind) => [kind, KIND_WORDS[kind].label] as const)}
          value={view.kind}
          onValue={(kind) => onView({ kind })}
        />
        <Filter
          id="usluga"
          name="Usługa"
          all="Każda usługa"
          options={services.map((service) => [service.id, serviceWords(service)] as const)}
          value={view.serviceId}
          onValue={(serviceId) => onView({ serviceId })}
        />
        {view.show === 'live' ? (
          <Filter
            id="stan"
            name="Stan"
            all="Każdy stan"
            options={LIVE_STATES.map((state) => [state, STATE_WORDS[state]] as const)}
            value={view.state}
            onValue={(state) => onView({ state })}
          />
        ) : null}
      </div>
    </>
  );
}

interface ControlsProps extends FinderProps {
  /** False where there is nothing to look for. */
  findable: boolean;
}

/** What is shown, and in which order. */
export function Controls({ view, findable, onView }: ControlsProps) {
  return (
    <div class="finder no-print">
      {findable ? <Finder view={view} onView={onView} /> : null}
      <div class="list-controls">
        <Switch name="Kolejność" options={ORDERS} value={view.order} onValue={(order) => onView({ order })} />
        <Switch name="Które dostępy" options={SHOWS} value={view.show} onValue={(show) => onView({ show })} />
      </div>
    </div>
  );
}

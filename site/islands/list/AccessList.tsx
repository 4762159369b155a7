import { useState } from 'preact/hooks';
import type { GrantView } from '../../../contract/index.ts';
import { isInTransition } from '../../words/grants.ts';
import { roadOf } from '../../words/kinds/index.ts';
import { More } from '../parts/More.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useLive } from '../parts/use-live.ts';
import { useNow } from '../parts/use-now.ts';
import { grouped, type Order, urgentFirst } from './arrange.ts';
import { GrantItem } from './GrantItem.tsx';
import { useGrants } from './use-grants.ts';

const ORDERS: readonly [Order, string][] = [
  ['person', 'Według osób'],
  ['service', 'Według usług'],
  ['end', 'Według daty końca'],
];
const SHOWS = [
  ['live', 'Obecne'],
  ['ended', 'Zakończone'],
] as const;
type Show = (typeof SHOWS)[number][0];

function Switch<V extends string>({
  name,
  options,
  value,
  onValue,
}: {
  name: string;
  options: readonly (readonly [V, string])[];
  value: V;
  onValue: (value: V) => void;
}) {
  return (
    <fieldset class="toolbar toolbar-group">
      <legend class="visually-hidden">{name}</legend>
      {options.map(([one, word]) => (
        <button key={one} type="button" aria-pressed={one === value} onClick={() => onValue(one)}>
          {word}
        </button>
      ))}
    </fieldset>
  );
}

const Empty = ({ show }: { show: Show }) =>
  show === 'live' ? (
    <div class="empty">
      <h2>Żaden dostęp nie jest teraz nadany</h2>
      <p>Tu zobaczysz każdą osobę, której dasz dostęp: co otwiera, do kiedy i jak go odebrać.</p>
      <p class="acts">
        <a class="button" href="/kreator/informatyk/">
          Dobierz dostęp dla informatyka
        </a>
      </p>
    </div>
  ) : (
    <div class="empty">
      <h2>Żaden dostęp jeszcze się nie skończył</h2>
      <p>Tu trafiają dostępy odebrane, oddane i te, którym minął termin – z datą i powodem.</p>
    </div>
  );

const Tags = ({ grants, now }: { grants: readonly GrantView[]; now: number }) => (
  <ul class="tags">
    {grants.map((grant) => (
      <li key={grant.id}>
        <GrantItem grant={grant} now={now} />
      </li>
    ))}
  </ul>
);

function OfflineHosts({ grants }: { grants: readonly GrantView[] }) {
  const away = grants.filter(({ spec, host, state }) => roadOf(spec) === 'server' && !host.online && state !== 'ended');
  const names = [...new Set(away.map(({ host }) => host.name))];
  if (names.length === 0) return null;
  return (
    <div class="notice" data-tone="attention">
      <p>
        <strong>Serwer nie odpowiada: {names.join(', ')}.</strong> Terminy są pilnowane także bez łączności. Zmiany zapisujemy i
        wprowadzimy, gdy serwer wróci.
      </p>
    </div>
  );
}

/** „Kto ma dostęp”: every key tag of the account, what needs a look on top. */
export default function AccessList() {
  const [order, setOrder] = useState<Order>('person');
  const [show, setShow] = useState<Show>('live');
  const pages = useGrants(order, show);
  const { items: grants, loading, failed, refresh, reload } = pages;
  const now = useNow();
  useLive((grants ?? []).some(isInTransition), refresh);
  const urgent = urgentFirst(grants ?? [], now);
  const rest = (grants ?? []).filter((grant) => !urgent.includes(grant));
  return (
    <>
      {/* Nothing can be sorted where the list itself is refused. */}
      {failed && !grants ? null : (
        <div class="list-controls">
          <Switch name="Kolejność" options={ORDERS} value={order} onValue={setOrder} />
          <Switch name="Które dostępy" options={SHOWS} value={show} onValue={setShow} />
        </div>
      )}
      <Refusal failed={failed} onRetry={reload} />
      {loading && !grants ? <Skeleton /> : null}
      {grants?.length === 0 ? <Empty show={show} /> : null}
      <div class="rail" hidden={!grants?.length} aria-busy={loading}>
        <OfflineHosts grants={grants ?? []} />
        {urgent.length > 0 ? (
          <section>
            <h2>Wymaga uwagi</h2>
            <Tags grants={urgent} now={now} />
          </section>
        ) : null}
        {grouped(rest, order).map((group) => (
          <section key={group.title}>
            {/* One person's only tag says the name itself; the heading stays for screen readers. */}
            <h2 class={order === 'person' && group.grants.length === 1 ? 'visually-hidden' : undefined}>{group.title}</h2>
            <Tags grants={group.grants} now={now} />
          </section>
        ))}
      </div>
      <More pages={pages} />
    </>
  );
}

import type { ComponentChildren } from 'preact';
import type { ZoneChangeView, ZoneView } from '../../../contract/index.ts';
import { api, call } from '../../api/client.ts';
import { exactMomentWords, momentWords } from '../../words/dates.ts';
import { ConfirmAct } from '../parts/ConfirmAct.tsx';
import { More } from '../parts/More.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { usePages } from '../parts/use-pages.ts';
import { undoChange } from './acts.ts';
import { BeforeAfter } from './BeforeAfter.tsx';

const UNDO = {
  first: 'Cofnij tę zmianę',
  title: 'Cofnąć tę zmianę?',
  what: 'Jej rekordy będą znowu takie jak przed nią. Innych rekordów to nie dotyczy, a cofnięcie też zapisze się w historii.',
  last: 'Cofnij teraz',
};

/** On whose side somebody acted. */
const sideWords = ({ byDelegate }: Pick<ZoneChangeView, 'byDelegate'>) =>
  byDelegate ? 'w imieniu klienta, który zarządza domeną' : 'na koncie właściciela domeny';

/** Why a change cannot be undone as it is; null when it can. */
export function whyNotUndone({ undone, undoable }: Pick<ZoneChangeView, 'undone' | 'undoable'>): string | null {
  if (undone) return 'Ta zmiana jest już cofnięta.';
  return undoable ? null : 'Te rekordy ktoś potem zmienił, więc nie da się tego po prostu cofnąć. Popraw je ręcznie.';
}

function Change({ change, serviceId, onUndone }: { change: ZoneChangeView; serviceId: string; onUndone: () => void }) {
  const { id, at, by, counts, removed, added, undoes } = change;
  const why = whyNotUndone(change);
  const shown = removed.length + added.length > 0;
  return (
    <li class="change">
      <h4>
        <time dateTime={new Date(at).toISOString()}>{exactMomentWords(at)}</time>
      </h4>
      <p>
        {undoes ? 'Cofnięcie wcześniejszej zmiany. ' : ''}Osoba: {by}, {sideWords(change)}. Usunięte rekordy: {counts.removed},
        dodane: {counts.added}.
      </p>
      {shown ? (
        <details>
          <summary>
            Co się zmieniło<span class="visually-hidden">: {exactMomentWords(at)}</span>
          </summary>
          <BeforeAfter name={`Zmiana: ${exactMomentWords(at)}`} removed={removed} added={added} counts={counts} />
        </details>
      ) : (
        <p class="hint">Rekordów było zbyt wiele, żeby je tu pokazać.</p>
      )}
      {why ? (
        <p class="hint">{why}</p>
      ) : (
        <ConfirmAct
          words={UNDO}
          leave="Zostaw tę zmianę"
          about={exactMomentWords(at)}
          act={() => undoChange(serviceId, id)}
          onDone={onUndone}
        >
          <p>
            Zmiana: {momentWords(at)}, osoba: {by}.
          </p>
        </ConfirmAct>
      )}
    </li>
  );
}

/** Who changed what in a zone, newest first, with undo. */
export function Changes({ zone, onDone }: { zone: ZoneView; onDone: (said: ComponentChildren) => void }) {
  const param = { serviceId: zone.serviceId };
  const pages = usePages(`${zone.serviceId} ${zone.version}`, async (after, quiet) => {
    const query = { limit: '20', ...(after ? { after } : {}) };
    const page = await call((options) => api.domains[':serviceId'].zone.changes.$get({ param, query }, options), { quiet });
    return page.ok ? { ok: true, value: { items: page.value.changes, next: page.value.next } } : page;
  });
  const { items, failed, reload } = pages;
  if (!items) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  if (items.length === 0)
    return (
      <div class="empty">
        <h3>Nikt jeszcze nie zmienił tu rekordów</h3>
        <p>Tu zapisze się każda zmiana: kto ją zrobił, kiedy i co było wcześniej. Stąd ją cofniesz.</p>
      </div>
    );
  return (
    <section aria-labelledby="changes">
      <h3 id="changes">Kto co zmienił</h3>
      <ul class="changes">
        {items.map((change) => (
          <Change
            key={change.id}
            change={change}
            serviceId={zone.serviceId}
            onUndone={() => onDone(<p>Zmiana cofnięta. Jej rekordy są znowu takie jak przed nią.</p>)}
          />
        ))}
      </ul>
      <More pages={pages} word="Pokaż wcześniejsze" />
    </section>
  );
}

import { useEffect, useRef, useState } from 'preact/hooks';
import type { GrantView, LicenceView } from '../../../contract/index.ts';
import { isInTransition } from '../../words/grants.ts';
import { News, useNews } from '../assets/News.tsx';
import { More } from '../parts/More.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useLive } from '../parts/use-live.ts';
import { useNow } from '../parts/use-now.ts';
import { useSession } from '../parts/use-session.ts';
import { AssignSeat } from './AssignSeat.tsx';
import { countsWords, whyNone } from './licence-words.ts';
import { type SeatDone, SeatItem } from './SeatItem.tsx';
import { SeatNews } from './SeatNews.tsx';
import { useSeats } from './use-seats.ts';

const Back = () => (
  <p>
    <a href="/panel/licencje/">← Wszystkie usługi z licencjami</a>
  </p>
);

/** The way to assign one more, or why there is none now. A form once open stays, so that nothing typed is lost. */
function Assign({ licence, now, onAssigned }: { licence: LicenceView; now: number; onAssigned: (seat: GrantView) => void }) {
  const [open, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>('input')?.focus();
  }, [open]);
  const none = whyNone(licence);
  if (none && !open) return <p class="asset-note">{none}</p>;
  return (
    <>
      <p class="acts">
        <button type="button" class={open ? 'button button-quiet' : 'button'} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'Zamknij formularz' : 'Przydziel licencję'}
        </button>
      </p>
      {open ? (
        <div ref={place} class="asset-new">
          <AssignSeat
            licence={licence}
            now={now}
            onAssigned={(seat) => {
              setOpen(false);
              onAssigned(seat);
            }}
          />
        </div>
      ) : null}
    </>
  );
}

/** One licence service: how many are left, who has one, and everything that can be done about it (R4, R5). */
export function Seats({ serviceId }: { serviceId: string }) {
  const { licence, pages } = useSeats(serviceId);
  const { items, failed, loading, refresh, reload } = pages;
  const { news, tell } = useNews();
  const linked = useSession()?.account?.role !== 'user';
  const now = useNow();
  useLive((items ?? []).some(isInTransition), refresh);
  if (!items || !licence)
    return (
      <>
        <Back />
        {failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />}
      </>
    );
  const done = async (what: SeatDone, seat: GrantView) => {
    await refresh();
    tell(<SeatNews done={what} seat={seat} licence={licence} />);
  };
  return (
    <>
      <Back />
      <h2>{licence.name}</h2>
      <p>{countsWords(licence)}</p>
      <News news={news} />
      <Assign licence={licence} now={now} onAssigned={(seat) => done('assigned', seat)} />
      {items.length === 0 ? (
        <div class="empty">
          <h3>Nikt nie ma jeszcze tej licencji</h3>
          <p>Tu zobaczysz każdą osobę z licencją: po co ją ma, do kiedy i czy już działa.</p>
        </div>
      ) : (
        <ul class="tags rail" aria-busy={loading}>
          {items.map((seat) => (
            <li key={seat.id}>
              <SeatItem seat={seat} linked={linked} now={now} onDone={done} />
            </li>
          ))}
        </ul>
      )}
      <More pages={pages} />
    </>
  );
}

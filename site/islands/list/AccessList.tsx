import { useState } from 'preact/hooks';
import { isInTransition } from '../../words/grants.ts';
import { More } from '../parts/More.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useLive } from '../parts/use-live.ts';
import { useNow } from '../parts/use-now.ts';
import { Stale } from '../people/Stale.tsx';
import { Controls } from './Controls.tsx';
import { Empty } from './Empty.tsx';
import { type Extended, ExtendedNews } from './Extend.tsx';
import { Groups } from './Groups.tsx';
import { foundWords } from './list-words.ts';
import { Needs } from './Needs.tsx';
import { Notices } from './Notices.tsx';
import { PickedBar } from './PickedBar.tsx';
import { useGrants } from './use-grants.ts';
import { useOverview, withGrant } from './use-overview.ts';
import { usePicked } from './use-picked.ts';
import { useView } from './use-view.ts';
import { isNarrowed } from './view.ts';

/** „Kto ma dostęp”: what needs a look on top, then every key tag of the account. */
export default function AccessList() {
  const { view, change } = useView();
  const pages = useGrants(view);
  const overview = useOverview();
  const picked = usePicked();
  const [extended, setExtended] = useState<readonly Extended[] | null>(null);
  const { shown: grants, loading, failed, refresh, reload } = pages;
  const now = useNow();
  useLive((grants ?? []).some(isInTransition), refresh);
  const refused = failed !== null && !grants;
  // Above the list stands what comes with the overview: shown at once, it would push the list down.
  if (refused) return <Refusal failed={failed} onRetry={reload} />;
  if (!grants || (!overview.list && !overview.failed)) return <Skeleton />;
  const findable = grants.length > 0 || pages.next !== null || isNarrowed(view);
  return (
    <>
      <Stale lost={overview.lost} fresh={overview.list} />
      {overview.list ? (
        <>
          <Notices overview={overview.list} known={grants} now={now} />
          <Needs
            overview={overview.list}
            now={now}
            onChanged={(grant) => {
              overview.show((old) => withGrant(old, grant));
              void refresh();
            }}
          />
        </>
      ) : (
        <Refusal failed={overview.failed} onRetry={overview.reload} />
      )}
      <Controls view={view} findable={findable} onView={change} />
      <div class="list-head no-print">
        <p role="status">{loading || !findable ? '' : foundWords(grants.length, pages.next !== null)}</p>
        <p class="acts" hidden={!findable}>
          <a class="button button-quiet" href="/api/v1/grants.csv" download="kto-ma-dostep.csv">
            Pobierz CSV
          </a>
          <a class="button button-quiet" href="/panel/przeglad/">
            Przegląd dostępów
          </a>
        </p>
      </div>
      <Refusal failed={failed} onRetry={reload} />
      {extended ? <ExtendedNews results={extended} now={now} /> : null}
      {grants.length === 0 && !loading && pages.next === null ? (
        <Empty view={view} onClear={() => change({ search: '', kind: '', serviceId: '', state: '' })} />
      ) : null}
      <div class="rail" hidden={grants.length === 0} aria-busy={loading}>
        <Groups grants={grants} order={view.order} now={now} picked={picked} />
      </div>
      <More pages={pages} />
      <PickedBar
        picked={picked}
        onExtended={(results) => {
          setExtended(results);
          void refresh();
        }}
      />
    </>
  );
}

import { parentRef } from '../../../../contract/files/path.ts';
import type { BinItem } from '../../../../contract/files/server.ts';
import type { ServiceView } from '../../../../contract/index.ts';
import { ForService } from '../../assets/ForService.tsx';
import { News, useNews } from '../../assets/News.tsx';
import { ConfirmAct } from '../../parts/ConfirmAct.tsx';
import { More } from '../../parts/More.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { useNow } from '../../parts/use-now.ts';
import { usePages } from '../../parts/use-pages.ts';
import { doorOf } from '../door/door.ts';
import { follow } from '../perform.ts';
import { addressOf, shownPath } from '../place.ts';
import { spoken } from '../spoken.ts';
import { BinnedItem } from './BinnedItem.tsx';

const Empty = () => (
  <div class="empty">
    <h2>Kosz jest pusty</h2>
    <p>
      Plik albo katalog, który usuniesz lub zastąpisz innym, poczeka tu 30 dni. Do tego czasu przywrócisz go jednym przyciskiem.
    </p>
  </div>
);

function BinOf({ service }: { service: ServiceView }) {
  const door = doorOf(service.id);
  const now = useNow();
  const { news, tell } = useNews();
  const pages = usePages<BinItem>(service.id, async (after) => spoken(await door.bin(after ?? undefined)));
  const empty = async () => {
    const outcome = await follow(door.emptyBin(), { onProgress: () => {} });
    return spoken(outcome.failure ?? { ok: true, value: null });
  };
  const done = async (said: string, restored: string | null) => {
    await pages.reload();
    tell(
      <p>
        {said}
        {restored === null ? null : (
          <>
            {' '}
            <a class="path" href={addressOf(service.id, parentRef(restored), restored)}>
              {shownPath(restored)}
            </a>
          </>
        )}
      </p>,
    );
  };
  const { items, failed } = pages;
  return (
    <>
      <p>
        <a href={addressOf(service.id, '/')}>Wróć do plików</a>
      </p>
      <News news={news} />
      {items ? null : failed ? <Refusal failed={failed} onRetry={pages.reload} /> : <Skeleton />}
      {items?.length === 0 ? <Empty /> : null}
      {items && items.length > 0 ? (
        <>
          <div class="acts">
            {' '}
            <ConfirmAct
              words={{
                first: 'Opróżnij kosz',
                title: 'Opróżnić kosz',
                what: 'Wszystko, co jest w koszu tej usługi, zniknie na zawsze. Tego nie da się cofnąć.',
                last: 'Usuń wszystko na zawsze',
              }}
              leave="Zostaw w koszu"
              danger
              act={empty}
              onDone={() => void done('Kosz jest pusty. Miejsce na serwerze się zwolniło.', null)}
            />
          </div>
          <ul class="assets">
            {items.map((item) => (
              <BinnedItem key={item.id} door={door} item={item} now={now} onDone={done} />
            ))}
          </ul>
        </>
      ) : null}
      <More pages={pages} />
    </>
  );
}

/** „Kosz”: what was taken away from a service's files in the last thirty days. */
export default function Bin() {
  return (
    <ForService whatFor="Kosz należy do plików na serwerze, więc najpierw potrzebna jest usługa hostingowa.">
      {(service) => <BinOf key={service.id} service={service} />}
    </ForService>
  );
}

import type { ServiceView } from '../../../../contract/index.ts';
import { thingsWords } from '../../../words/files.ts';
import { later } from '../../parts/later.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { DeskNews } from '../acts/DeskNews.tsx';
import { commandOf } from '../keys.ts';
import { FileList } from '../list/FileList.tsx';
import { shownName, shownPath } from '../place.ts';
import { asFailure } from '../spoken.ts';
import { Crumbs } from './Crumbs.tsx';
import { Dialogs } from './Dialogs.tsx';
import { Keys } from './Keys.tsx';
import { Opened } from './Opened.tsx';
import { Side } from './Side.tsx';
import { Tools } from './Tools.tsx';
import { useManager } from './use-manager.ts';

const Search = later(() => import('../search/Search.tsx').then((part) => part.Search));
const TransferArea = later(() => import('../transfer/TransferArea.tsx').then((part) => part.TransferArea));

type Managed = ReturnType<typeof useManager>;

/** Where nothing lies yet; keys that lead out of it work here too. */
function Empty({ at, perform }: Pick<Managed, 'at' | 'perform'>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const command = commandOf(event)?.do;
    if (command !== 'parent' && command !== 'paste') return;
    event.preventDefault();
    perform(command);
  };
  return (
    <section class="empty" aria-label={`Pusty katalog: ${shownName(at)}`} onKeyDown={onKeyDown}>
      <h2 tabIndex={-1}>Ten katalog jest pusty</h2>
      <p>Wyślij tu pliki z komputera albo utwórz katalog.</p>
    </section>
  );
}

function Listed({ serviceId, managed }: { serviceId: string; managed: Managed }) {
  const { at, listing, sorting, setSorting, selection, select, perform, open } = managed;
  const { here, failed, loading, entries, total, next } = listing;
  return (
    <>
      <p class="visually-hidden" role="status">
        {here ? `Katalog: ${shownPath(at)}, ${thingsWords(total)}` : ''}
      </p>
      {failed ? <Refusal failed={asFailure(failed)} onRetry={entries.length > 0 ? listing.more : listing.reload} /> : null}
      {here === null && loading ? <Skeleton /> : null}
      {here !== null && total === 0 ? <Empty at={at} perform={perform} /> : null}
      {entries.length > 0 ? (
        <FileList
          serviceId={serviceId}
          name={`Pliki w: ${shownPath(at)}`}
          listing={listing}
          sorting={sorting}
          selection={selection}
          onSort={setSorting}
          onSelect={select}
          onOpen={open}
          onKey={perform}
        />
      ) : null}
      {here ? (
        <p class="hint file-count">
          {next === null ? `Razem: ${thingsWords(total)}.` : `Pokazane: ${entries.length} z ${total}.`}{' '}
          {next === null ? null : (
            <button type="button" class="button button-quiet" onClick={listing.more}>
              Pokaż dalsze
            </button>
          )}
        </p>
      ) : null}
    </>
  );
}

/** One service's files: where one is, what lies there, and what can be done with it. */
export function Manager({ service }: { service: ServiceView }) {
  const managed = useManager(service.id);
  const { door, at, walk, desk, selection, perform, focus, listing } = managed;
  const { opened, setOpened, searching, setSearching, asking, setAsking } = managed;
  return (
    <div class="files" ref={focus.place} data-chosen={selection.chosen.size > 0 ? '' : undefined}>
      <Side serviceId={service.id} door={door} at={at} stamp={managed.stamp} onGo={walk} />
      <div class="file-main" id="lista-plikow" tabIndex={-1}>
        <Crumbs serviceId={service.id} at={at} onGo={walk} />
        <TransferArea serviceId={service.id} door={door} into={at} onArrived={(into) => into === at && void listing.reload()} />
        <Tools
          serviceId={service.id}
          chosen={selection.chosen.size}
          held={desk.clipboard?.refs.length ?? 0}
          busy={desk.busy}
          onTool={perform}
        />
        {searching ? (
          <Search key={at} serviceId={service.id} door={door} at={at} onGo={walk} onClose={() => setSearching(false)} />
        ) : null}
        <DeskNews desk={desk} />
        <Listed serviceId={service.id} managed={managed} />
        <Keys />
      </div>
      <Dialogs desk={desk} door={door} at={at} asking={asking} onClose={() => setAsking(null)} />
      {opened ? (
        <Opened
          door={door}
          entry={opened}
          among={listing.entries}
          onShow={setOpened}
          onSaved={() => void listing.reload()}
          onClose={() => setOpened(null)}
        />
      ) : null}
    </div>
  );
}

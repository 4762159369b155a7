import type { StaffCaseSummary } from '../../../../contract/index.ts';
import { momentWords } from '../../../words/dates.ts';
import { More } from '../../parts/More.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { Table } from '../../parts/Table.tsx';
import { useLive } from '../../parts/use-live.ts';
import { usePages } from '../../parts/use-pages.ts';
import { CASE_LOOK, caseStateWords, kindWords } from '../words.ts';
import { listQueue, type Show } from './acts.ts';

const SHOWN: readonly { show: Show; address: string; word: string; none: string }[] = [
  { show: 'new', address: 'nowe', word: 'Nowe', none: 'Nikt teraz nie czeka. Nowe sprawy pojawią się tu same.' },
  { show: 'mine', address: 'moje', word: 'Moje', none: 'Nie masz teraz żadnej sprawy. Weź jedną z nowych.' },
  { show: 'taken', address: 'w-toku', word: 'W toku', none: 'Nikt nie prowadzi teraz żadnej sprawy.' },
  { show: 'closed', address: 'zamkniete', word: 'Zamknięte', none: 'Nie ma jeszcze zamkniętych spraw.' },
];
const COLUMNS = ['Sprawa', 'Klient', 'Rodzaj', 'Ostatnia zmiana', 'Prowadzi', 'Stan'];

const Row = ({ view }: { view: StaffCaseSummary }) => (
  <tr>
    <th scope="row">
      <a href={`/bok/sprawy/sprawa/?${new URLSearchParams({ id: view.id })}`}>
        {view.number} {view.subject}
      </a>
    </th>
    <td>
      {view.customer.name} <small>({view.customer.clientNumber})</small>
    </td>
    <td>{kindWords(view.kind)}</td>
    <td>{momentWords(view.updatedAt)}</td>
    <td>{view.takenBy?.name ?? '–'}</td>
    <td>
      <span class="state" data-state={CASE_LOOK[view.state]}>
        {caseStateWords(view.state, 'staff')}
      </span>
      {view.unread && view.state !== 'new' ? <strong class="unread">Nowa wiadomość</strong> : null}
    </td>
  </tr>
);

/** Cases of all customers: whoever waits longest comes first. */
export default function Queue() {
  const wanted = new URLSearchParams(location.search).get('pokaz');
  const chosen = SHOWN.find(({ address }) => address === wanted) ?? SHOWN[0];
  const show = chosen?.show ?? 'new';
  const pages = usePages<StaffCaseSummary>(show, (after, quiet) => listQueue(show, after, quiet));
  const { items, failed, reload, refresh } = pages;
  useLive(false, refresh);
  return (
    <>
      <nav class="toolbar" aria-label="Które sprawy">
        {SHOWN.map(({ address, word, show: one }) => (
          <a key={address} href={`/bok/sprawy/?pokaz=${address}`} aria-current={one === show ? 'page' : undefined}>
            {word}
          </a>
        ))}
      </nav>
      {items ? null : failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />}
      {items?.length === 0 ? <p>{chosen?.none}</p> : null}
      {items && items.length > 0 ? (
        <Table name="Sprawy">
          <thead>
            <tr>
              {COLUMNS.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {items.map((view) => (
              <Row key={view.id} view={view} />
            ))}
          </tbody>
        </Table>
      ) : null}
      <More pages={pages} />
    </>
  );
}

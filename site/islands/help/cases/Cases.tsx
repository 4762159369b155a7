import type { CaseSummary } from '../../../../contract/index.ts';
import { momentWords } from '../../../words/dates.ts';
import { More } from '../../parts/More.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import { Skeleton } from '../../parts/Skeleton.tsx';
import { useLive } from '../../parts/use-live.ts';
import { usePages } from '../../parts/use-pages.ts';
import { listCases } from '../acts.ts';
import { ForMember } from '../ForMember.tsx';
import { CASE_LOOK, caseStateWords, kindWords } from '../words.ts';
import { casePath } from './paths.ts';

type Show = 'open' | 'closed';
const SHOWN = [
  ['open', 'Otwarte', '/panel/pomoc/'],
  ['closed', 'Zamknięte', '/panel/pomoc/?pokaz=zamkniete'],
] as const;

const CaseRow = ({ view }: { view: CaseSummary }) => (
  <li class="asset">
    <h2>
      <a href={casePath(view.id)}>{view.subject}</a>
    </h2>
    <p class="case-marks">
      <span class="state" data-state={CASE_LOOK[view.state]}>
        {caseStateWords(view.state, 'customer')}
      </span>
      {view.unread ? <strong class="unread">Nowa odpowiedź</strong> : null}
    </p>
    <p class="muted">
      {view.number}, {kindWords(view.kind)}
      {view.service ? `, ${view.service.name}` : ''}. Od: {view.openedBy}. Ostatnia zmiana:{' '}
      <time dateTime={new Date(view.updatedAt).toISOString()}>{momentWords(view.updatedAt)}</time>
    </p>
  </li>
);

const Nothing = ({ show }: { show: Show }) => (
  <div class="empty">
    <h2>{show === 'open' ? 'Nie ma otwartych spraw' : 'Nie ma jeszcze zamkniętych spraw'}</h2>
    <p>
      {show === 'open'
        ? 'Gdy napiszesz do BOK albo zlecisz pracę administratorom, zobaczysz tu całą rozmowę i to, co się z nią dzieje.'
        : 'Sprawa trafia tu, gdy jest załatwiona. Możesz do niej wrócić i pisać dalej.'}
    </p>
  </div>
);

function List({ show }: { show: Show }) {
  const pages = usePages<CaseSummary>(show, (after, quiet) => listCases(show, after, quiet));
  const { items, failed, reload, refresh } = pages;
  useLive(false, refresh);
  if (!items) return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  if (items.length === 0) return <Nothing show={show} />;
  return (
    <>
      <ul class="assets">
        {items.map((view) => (
          <CaseRow key={view.id} view={view} />
        ))}
      </ul>
      <More pages={pages} word="Pokaż starsze" />
    </>
  );
}

/** „Pomoc”: conversations with support and orders, and the ways to begin one (R12, R15). */
export default function Cases() {
  const show: Show = new URLSearchParams(location.search).get('pokaz') === 'zamkniete' ? 'closed' : 'open';
  return (
    <ForMember why="Potem zobaczysz tu swoje sprawy i napiszesz do BOK.">
      {({ account }) => (
        <>
          <p class="acts">
            <a class="button" href="/panel/pomoc/nowa/">
              Napisz do BOK
            </a>
            {account.role === 'user' ? null : (
              <a class="button button-quiet" href="/panel/pomoc/zlecenie/">
                Zleć pracę administratorom
              </a>
            )}
          </p>
          <nav class="toolbar" aria-label="Które sprawy">
            {SHOWN.map(([name, word, href]) => (
              <a key={name} href={href} aria-current={name === show ? 'page' : undefined}>
                {word}
              </a>
            ))}
          </nav>
          <List show={show} />
        </>
      )}
    </ForMember>
  );
}

import type { CessionView } from '../../../contract/index.ts';
import { News, useNews } from '../assets/News.tsx';
import { Refusal } from '../parts/Refusal.tsx';
import { Skeleton } from '../parts/Skeleton.tsx';
import { useLoad } from '../parts/use-load.ts';
import { readCessions } from './acts.ts';
import { CessionBlock } from './CessionBlock.tsx';
import { thingWords } from './cession-words.ts';
import { OneCession } from './OneCession.tsx';
import { CessionState } from './Progress.tsx';
import { StartCession } from './StartCession.tsx';
import { useCession } from './use-cession.ts';
import { WhatItIs } from './WhatItIs.tsx';

const pathOf = (id: string) => `/panel/cesja/?id=${encodeURIComponent(id)}`;

function CessionRow({ view }: { view: CessionView }) {
  return (
    <li class="asset">
      <h3>
        <a href={pathOf(view.id)}>{thingWords(view)}</a>
      </h3>
      <CessionState state={view.state} />
      <p>
        {view.side === 'giver' ? `Przejmuje: ${view.taker.person} (${view.taker.email})` : `Przekazuje: ${view.giver.person}`}
      </p>
    </li>
  );
}

/** Cessions of the account and its domains, the way to begin one, and the block. */
function AllCessions() {
  const { value, failed, reload } = useLoad('cessions', () => readCessions());
  const { news, tell } = useNews();
  if (!value) {
    if (failed?.code === 'role-too-low')
      return (
        <div class="empty">
          <h2>Cesję prowadzi właściciel konta</h2>
          <p>Twoja rola na tym koncie na to nie pozwala. Poproś właściciela – tylko on może zacząć cesję i ją potwierdzić.</p>
        </div>
      );
    return failed ? <Refusal failed={failed} onRetry={reload} /> : <Skeleton />;
  }
  const { cessions, block } = value;
  return (
    <>
      <News news={news} />
      <WhatItIs />
      {cessions.length > 0 ? (
        <section>
          <h2>Twoje cesje</h2>
          <ul class="assets">
            {cessions.map((view) => (
              <CessionRow key={view.id} view={view} />
            ))}
          </ul>
        </section>
      ) : null}
      <StartCession blocked={block.blocked} onStarted={({ id }) => location.assign(pathOf(id))} />
      <CessionBlock
        block={block}
        onChanged={async (said) => {
          await reload();
          tell(said);
        }}
      />
    </>
  );
}

function CessionPage({ id }: { id: string }) {
  const { view, lost, refresh, setView, failed, reload } = useCession(id);
  return (
    <>
      <p class="no-print">
        <a href="/panel/cesja/">← Wszystkie cesje</a>
      </p>
      {view ? (
        <OneCession view={view} lost={lost} onChanged={setView} onStale={refresh} />
      ) : failed ? (
        <Refusal failed={failed} onRetry={reload} />
      ) : (
        <Skeleton />
      )}
    </>
  );
}

/** „Cesja”: all of the account's, or one, for either of its sides (R7). */
export default function Cessions() {
  const id = new URLSearchParams(location.search).get('id');
  return id ? <CessionPage id={id} /> : <AllCessions />;
}

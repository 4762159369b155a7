import { useState } from 'preact/hooks';
import { sizeWords } from '../../../../content/words/index.ts';
import { thingsWords } from '../../../words/files.ts';
import { Act } from '../../parts/Act.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import type { Desk } from './use-desk.ts';
import type { Running } from './use-runner.ts';

function Undo({ undo }: { undo: () => Promise<void> }) {
  const [busy, setBusy] = useState(false);
  const perform = async () => {
    setBusy(true);
    await undo();
  };
  return (
    <p class="acts">
      <Act tone="quiet" busy={busy} onAct={perform}>
        Cofnij
      </Act>
    </p>
  );
}

const howFar = ({ unit, done, total }: Running): string => {
  if (done === 0) return '';
  const words = unit === 'bytes' ? sizeWords : thingsWords;
  return total === null ? `Zrobione: ${words(done)}` : `Zrobione: ${words(done)}, wszystkiego: ${words(total)}`;
};

/** What is going on, what was done and how to undo it; said aloud, without taking the keyboard away from the list. */
export function DeskNews({ desk: { news, running, stop } }: { desk: Desk }) {
  return (
    <>
      <div role="status" class="file-news">
        {news?.said ? (
          <div class="notice" data-tone="ok">
            <p class="verbatim">{news.said}</p>
            {news.undo ? <Undo key={news.said} undo={news.undo} /> : null}
          </div>
        ) : null}
      </div>
      <Refusal failed={news?.failed ?? null} />
      {running ? (
        <div class="file-progress">
          <p class="progress" role="status">
            {running.what}…
          </p>
          <progress {...(running.total === null ? {} : { value: running.done, max: running.total })} aria-label={running.what} />
          <p class="hint">{howFar(running)}</p>
          <p class="acts">
            <Act tone="quiet" onAct={stop}>
              Przerwij
            </Act>
          </p>
        </div>
      ) : null}
    </>
  );
}

import { useState } from 'preact/hooks';
import { thingsWords } from '../../../words/files.ts';
import { Act } from '../../parts/Act.tsx';
import { Refusal } from '../../parts/Refusal.tsx';
import type { Desk } from './use-desk.ts';

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
          <p class="hint">
            {running.done > 0 ? `Zrobione: ${thingsWords(running.done)}` : ''}
            {running.total === null || running.done === 0 ? '' : ` z ${running.total}`}
          </p>
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

import { Act } from '../../parts/Act.tsx';
import { ConflictDialog } from './ConflictDialog.tsx';
import { TransferRow } from './TransferRow.tsx';
import type { Uploads } from './uploads.ts';
import { useTransfers } from './use-transfers.ts';
import type { Snapshot } from './watch.ts';
import { filesWords, phaseWords, progressWords } from './words.ts';

function AllActs({ now, uploads }: { now: Snapshot; uploads: Uploads }) {
  const { counts } = now.totals;
  const todo = counts.waiting + counts.running + counts.offline + counts.paused;
  const stopped = now.held || counts.paused === todo;
  return (
    <p class="acts">
      {todo > 0 ? (
        <Act tone={stopped ? 'main' : 'quiet'} onAct={() => (stopped ? uploads.resumeAll() : uploads.pauseAll())}>
          {stopped ? 'Wznów wysyłanie' : 'Wstrzymaj wszystko'}
        </Act>
      ) : null}
      {counts.failed > 0 && !now.diskFull ? (
        <Act tone="quiet" onAct={() => uploads.retryFailed()}>
          Spróbuj z nieudanymi jeszcze raz
        </Act>
      ) : null}
      {todo > 0 ? (
        <Act tone="quiet" onAct={() => uploads.cancelAll()}>
          Anuluj wszystko
        </Act>
      ) : null}
      {todo + counts.asking === 0 ? (
        <Act tone="quiet" onAct={() => uploads.forgetOver()}>
          Schowaj
        </Act>
      ) : null}
    </p>
  );
}

const TONES = { danger: 'danger', wait: 'attention', done: 'ok', go: 'info' } as const;
function toneOf({ totals: { counts }, diskFull, held, going }: Snapshot): keyof typeof TONES {
  if (diskFull || (counts.failed > 0 && !going)) return 'danger';
  if (held || counts.offline > 0 || counts.asking > 0) return 'wait';
  return going || counts.paused > 0 ? 'go' : 'done';
}

/** What is on its way to the server. Only the phase is said aloud; numbers change too often to be listened to. */
export function TransferPanel({ uploads }: { uploads: Uploads }) {
  const now = useTransfers(uploads);
  const { counts, size, sent } = now.totals;
  const any = Object.values(counts).some((count) => count > 0);
  const under = counts.waiting + counts.running + counts.offline + counts.paused + counts.asking > 0;
  const hidden = counts.waiting + counts.running + counts.offline + counts.paused + counts.failed - now.rows.length;
  return (
    <>
      <p class="visually-hidden" role="status">
        {any ? phaseWords(now) : ''}
      </p>
      {any ? (
        <section class="transfers" aria-label="Wysyłanie na serwer">
          <div class="notice" data-tone={TONES[toneOf(now)]}>
            <p>{phaseWords(now)}</p>
          </div>
          {under ? (
            <>
              <progress max={size || 1} value={sent} aria-label="Wysyłanie wszystkich plików" />
              <p class="hint transfer-numbers">{progressWords(now)}</p>
            </>
          ) : null}
          <AllActs now={now} uploads={uploads} />
          {now.rows.length > 0 ? (
            <ul class="transfer-rows">
              {now.rows.map((transfer) => (
                <TransferRow key={transfer.id} transfer={transfer} uploads={uploads} />
              ))}
            </ul>
          ) : null}
          {hidden > 0 ? <p class="hint">Oprócz tych w kolejce: {filesWords(hidden)}.</p> : null}
        </section>
      ) : null}
      {now.asking ? (
        <ConflictDialog
          key={now.asking.id}
          asking={now.asking}
          onAnswer={(choice, forAll) => now.asking && uploads.answer(now.asking.id, choice, forAll)}
        />
      ) : null}
    </>
  );
}

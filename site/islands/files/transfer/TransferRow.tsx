import { visiblePath } from '../../../words/names.ts';
import { Act } from '../../parts/Act.tsx';
import type { Transfer } from './transfer.ts';
import type { Uploads } from './uploads.ts';
import { stateWords } from './words.ts';

/** One file on its way, and what can be done about it. */
export function TransferRow({ transfer, uploads }: { transfer: Transfer; uploads: Uploads }) {
  const { id, state, sent, size } = transfer;
  const name = visiblePath(transfer.name);
  const about = <span class="visually-hidden">: {name}</span>;
  return (
    <li class="transfer" data-state={state}>
      <span class="path">{name}</span>
      <span class="transfer-state">{stateWords(transfer)}</span>
      {state === 'running' || state === 'paused' ? <progress max={size} value={sent} aria-label={name} /> : null}
      <span class="transfer-acts">
        {state === 'paused' ? (
          <Act tone="quiet" onAct={() => uploads.resume(id)}>
            <span>Wznów{about}</span>
          </Act>
        ) : null}
        {state === 'failed' ? (
          <Act tone="quiet" onAct={() => uploads.resume(id)}>
            <span>Spróbuj jeszcze raz{about}</span>
          </Act>
        ) : null}
        {state === 'running' || state === 'offline' ? (
          <Act tone="quiet" onAct={() => uploads.pause(id)}>
            <span>Wstrzymaj{about}</span>
          </Act>
        ) : null}
        {state === 'failed' ? null : (
          <Act tone="quiet" onAct={() => uploads.cancel(id)}>
            <span>Anuluj{about}</span>
          </Act>
        )}
      </span>
    </li>
  );
}

import type { ErrorCode } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { filesFault, type Standing, type Verdict } from './rules.ts';
import { loadSaid, type StoredCase } from './store.ts';
import { standingOf } from './view.ts';
import { type Circumstances, type Turn, writeTurn } from './write-store.ts';

const MAX_RIVALS = 100;

/** What came of a change. */
export type Changed = { ok: true; row: StoredCase } | { ok: false; code: ErrorCode };

/** Reads, decides, writes, and reads and decides again when somebody else was faster. `load` is bound to whoever asks. */
export async function change(
  db: Database,
  load: () => Promise<StoredCase | undefined>,
  decide: (standing: Standing) => Verdict,
  turn: Omit<Turn, 'becomes'>,
  by: Circumstances,
): Promise<Changed> {
  for (let attempt = 0; attempt < MAX_RIVALS; attempt += 1) {
    const row = await load();
    if (!row) return { ok: false, code: 'not-found' };
    const { messages, files, isSaid } = await loadSaid(db, row.case.id, by.op);
    // The same request once more, after the worker died between its batch and its answer.
    if (isSaid || row.case.op === by.op) return { ok: true, row };
    const verdict = decide(standingOf(row, messages));
    if (verdict === null) return { ok: true, row };
    if (typeof verdict === 'string') return { ok: false, code: verdict };
    const tooMany = filesFault(files, turn.saying?.attachments.length ?? 0);
    if (tooMany) return { ok: false, code: tooMany };
    if (await writeTurn(db, row, { ...turn, becomes: verdict }, by)) return { ok: true, row: (await load()) ?? row };
  }
  throw new Error('a case kept changing under a change');
}

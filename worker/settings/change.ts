import type { ErrorCode } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import type { Standing } from './rules.ts';
import type { StoredRequest } from './store.ts';
import { standingOf } from './view.ts';
import { type Circumstances, type Turn, writeTurn } from './write-store.ts';

export type Changed = { ok: true; row: StoredRequest } | { ok: false; code: ErrorCode };

const MAX_RIVALS = 100;

/** Reads, decides, writes, and reads and decides again when somebody else was faster. `load` is bound to whoever asks. */
export async function change(
  db: Database,
  load: () => Promise<StoredRequest | undefined>,
  decide: (standing: Standing, row: StoredRequest) => Turn | ErrorCode | null,
  by: Circumstances,
): Promise<Changed> {
  for (let attempt = 0; attempt < MAX_RIVALS; attempt += 1) {
    const row = await load();
    if (!row) return { ok: false, code: 'not-found' };
    if (row.request.op === by.op) return { ok: true, row };
    const turn = decide(standingOf(row), row);
    if (turn === null) return { ok: true, row };
    if (typeof turn === 'string') return { ok: false, code: turn };
    if (await writeTurn(db, row, turn, by)) return { ok: true, row: (await load()) ?? row };
  }
  throw new Error('a request kept changing under a change');
}

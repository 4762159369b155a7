import type { ErrorCode } from '../../contract/index.ts';
import { CLOCK } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { loadInventory } from './inventory-store.ts';
import { toBoth } from './letters-store.ts';
import { type Entry, readPlan, writePlan } from './plan.ts';
import { decide, isUnderWay } from './rules.ts';
import { type Circumstances, loadOverdue, type StoredCession, type Turn, writeTurn } from './store.ts';

/** What came of a change; `field` is the one to blame. */
export type Changed = { ok: true; row: StoredCession } | { ok: false; code: ErrorCode; field: string | null };
type Load = () => Promise<StoredCession | undefined>;

const MAX_RIVALS = 100;
const refusal = (code: ErrorCode, field: string | null = null): Changed => ({ ok: false, code, field });

/** Reads, decides, writes, and reads and decides again when somebody else was faster. `load` is bound to whoever asks. */
async function change(
  db: Database,
  load: Load,
  turnOf: (row: StoredCession) => Promise<Turn | ErrorCode | null> | Turn | ErrorCode | null,
  circumstances: Circumstances,
): Promise<Changed> {
  for (let attempt = 0; attempt < MAX_RIVALS; attempt += 1) {
    const row = await load();
    if (!row) return refusal('not-found');
    if (row.cession.op === circumstances.op) return { ok: true, row };
    const turn = await turnOf(row);
    if (turn === null) return { ok: true, row };
    if (typeof turn === 'string') return refusal(turn);
    if (await writeTurn(db, row, turn, circumstances)) return { ok: true, row: (await load()) ?? row };
  }
  throw new Error('a cession kept changing under a change');
}

/** Says what is kept and what ends. Whoever had confirmed the summary before confirms the new one. */
export async function decideItems(
  db: Database,
  load: Load,
  { version, decisions }: { version: number; decisions: readonly Pick<Entry, 'id' | 'decision'>[] },
  circumstances: Circumstances,
): Promise<Changed> {
  let field: string | null = null;
  const changed = await change(
    db,
    load,
    async (row) => {
      const { cession } = row;
      if (!isUnderWay(cession, circumstances.now)) return 'cession-over';
      if (cession.version !== version) return 'cession-changed';
      const plan = readPlan(cession.plan);
      const { holdings } = await loadInventory(db, row, circumstances.now);
      const outcome = decide(holdings, plan.decided, decisions);
      if (!outcome.ok) {
        field = outcome.field;
        return outcome.code;
      }
      return {
        set: {
          plan: writePlan({ ...plan, decided: outcome.decided }),
          version: cession.version + 1,
          giverConfirmedAt: null,
          takerConfirmedAt: null,
          ...(cession.state === 'agreed' ? { state: 'accepted' } : {}),
        },
        action: 'cession.decided',
        letters: [],
      };
    },
    circumstances,
  );
  return changed.ok || field === null ? changed : { ...changed, field };
}

/** Calls a cession off; the same when it already is. */
export const cancel = (db: Database, load: Load, circumstances: Circumstances): Promise<Changed> =>
  change(
    db,
    load,
    ({ cession }) => {
      if (cession.state === 'cancelled') return null;
      return isUnderWay(cession, circumstances.now) ? calledOff('cancelled', circumstances.now) : 'cession-over';
    },
    circumstances,
  );

/** The one whom it was offered to says no. */
export const decline = (db: Database, load: Load, circumstances: Circumstances): Promise<Changed> =>
  change(
    db,
    load,
    ({ cession }) => {
      if (cession.state === 'declined') return null;
      return isUnderWay(cession, circumstances.now) ? calledOff('declined', circumstances.now) : 'cession-over';
    },
    circumstances,
  );

const calledOff = (state: 'cancelled' | 'declined' | 'expired', now: number): Turn => ({
  set: { state, endedAt: now },
  action: `cession.${state}`,
  letters: toBoth('cession-called-off'),
});

/** How many overdue cessions one wake of the clock takes on; the next wake takes the rest. */
const DUE_AT_ONCE = 20;

/** Ends the cessions whose days are over. */
export async function sweepCessions(db: Database, now: number): Promise<void> {
  for (const row of await loadOverdue(db, now, DUE_AT_ONCE)) await expire(db, row, now);
}

/** Ends one whose days are over; somebody faster has done so, or ended it in another way. */
export const expire = (db: Database, row: StoredCession, now: number): Promise<boolean> =>
  writeTurn(db, row, calledOff('expired', now), { actor: CLOCK, now, op: crypto.randomUUID() });

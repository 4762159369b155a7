import type { ErrorCode } from '../../contract/index.ts';
import { type Actor, isRecorded } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { kindOf } from './kinds/index.ts';
import { advance, type GrantEvent } from './lifecycle.ts';
import { lifecycleOf, type StoredGrant } from './rows.ts';
import { writeStep } from './store.ts';

/** What came of an event: `changed` says whether anything had to be written. */
export type Acted = { ok: true; row: StoredGrant; changed: boolean } | { ok: false; code: ErrorCode };

/** More rivals than this at one grant at one moment is not chance but a fault. */
const MAX_RIVALS = 200;

/**
 * Lets an event happen to a stored grant: reads it, decides, writes the step whole, and reads and decides again
 * when somebody else changed it meanwhile. `load` must be bound to whoever is asking. `op` marks the change: a request
 * that is repeated with the same one finds what it has done already.
 */
export async function act(
  db: Database,
  load: () => Promise<StoredGrant | undefined>,
  event: GrantEvent | ((row: StoredGrant) => GrantEvent | ErrorCode),
  actor: Actor,
  now: number,
  op: string = crypto.randomUUID(),
): Promise<Acted> {
  for (let attempt = 0; attempt < MAX_RIVALS; attempt += 1) {
    const row = await load();
    if (!row) return { ok: false, code: 'not-found' };
    if (row.grant.op === op) return { ok: true, row, changed: true };
    const happens = typeof event === 'function' ? event(row) : event;
    if (typeof happens === 'string') return { ok: false, code: happens };
    const outcome = advance(lifecycleOf(row), happens, now, kindOf(row.grant.kind));
    // A repeat after a crash may find that others, the host among them, have changed the grant after it.
    if (!outcome.ok) return (await isRecorded(db, row.grant.id, op)) ? { ok: true, row, changed: true } : outcome;
    if (outcome.step === null) return { ok: true, row, changed: false };
    if (await writeStep(db, row, outcome.step, actor, now, op)) {
      const after = await load();
      return { ok: true, row: after ?? row, changed: true };
    }
  }
  throw new Error('a grant kept changing under an event');
}

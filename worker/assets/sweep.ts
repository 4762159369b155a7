import { CLOCK } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { listUnfinished } from './access-store.ts';
import { act } from './act.ts';
import { loadToPurge } from './store.ts';
import { takeBackAccess } from './take-back.ts';

/** How many assets one wake of the clock takes on; the next wake takes the rest. */
const AT_ONCE = 50;

/** Deletes for good what has lain in the bin long enough, and takes back the access that a crash has left on what was deleted. */
export async function sweepAssets(db: Database, now: number): Promise<void> {
  for (const row of await loadToPurge(db, now, AT_ONCE)) await act(db, row, { event: { type: 'purge' }, actor: CLOCK, now });
  for (const key of await listUnfinished(db, AT_ONCE)) await takeBackAccess(db, key, CLOCK, now, crypto.randomUUID());
}

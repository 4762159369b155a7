import { CLOCK } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { reportFault } from '../http/index.ts';
import { listUnfinished } from './access-store.ts';
import { act } from './act.ts';
import { loadToPurge } from './store.ts';
import { takeBackAccess } from './take-back.ts';

/** How many assets one wake of the clock takes on; the next wake takes the rest. */
const AT_ONCE = 50;

/** Deletes for good what has lain in the bin long enough, and takes back the access that a crash has left on what was deleted. One that fails stops no other. */
export async function sweepAssets(db: Database, now: number): Promise<void> {
  const purges = (await loadToPurge(db, now, AT_ONCE)).map((row) =>
    act(db, row, { event: { type: 'purge' }, actor: CLOCK, now }),
  );
  const unfinished = (await listUnfinished(db, AT_ONCE)).map((key) => takeBackAccess(db, key, CLOCK, now, crypto.randomUUID()));
  for (const part of await Promise.allSettled([...purges, ...unfinished]))
    if (part.status === 'rejected') reportFault(part.reason, 'cron');
}

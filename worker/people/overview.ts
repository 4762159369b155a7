import type { Overview } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { grantViewOf, type ShownGrant } from '../grants/index.ts';
import { isOnline } from '../hosts/index.ts';
import { AT_MOST, loadOverview } from './overview-store.ts';
import { reviewDueAt } from './rules.ts';

const SOON_MS = 14 * 24 * 60 * 60 * 1000;

/** What needs a look in an account now. A grant stands once among those that fail and those that move. */
export async function readOverview(db: Database, accountId: string, now: number): Promise<Overview> {
  const found = await loadOverview(db, accountId, now + SOON_MS);
  const shown = (rows: readonly ShownGrant[]) => rows.map((row) => grantViewOf(row, now));
  const moving = [...found.revoking, ...found.pending].filter(({ grant }) => grant.problem === null).slice(0, AT_MOST);
  const dueAt = reviewDueAt({ oldest: found.account?.oldest ?? null, lastFinishedAt: found.account?.lastFinishedAt ?? null });
  return {
    failing: shown(found.failing),
    moving: shown(moving),
    ending: shown(found.soon.filter(({ grant }) => grant.state !== 'revoking')),
    invited: shown(found.requested),
    hostsAway: found.servers.filter((host) => !isOnline(host, now)).map(({ name, lastSeenAt }) => ({ name, lastSeenAt })),
    ownerSince: found.account?.ownerSince ?? null,
    reviewDue: dueAt !== null && dueAt <= now,
  };
}

import { and, eq, sql } from 'drizzle-orm';
import { account, type Database, grants, host, service } from '../db/index.ts';
import { shownQuery } from '../grants/index.ts';

/** How many of each sort one page shows. */
export const AT_MOST = 50;

/** An account's grants by an index that holds just these, or has them side by side. */
const someOf = (db: Database, accountId: string, which: ReturnType<typeof sql>, limit = AT_MOST) =>
  shownQuery(db, sql`grants.id`)
    .where(
      sql`grants.id IN (SELECT id FROM (SELECT id FROM grants WHERE account_id = ${accountId} AND ${which} ORDER BY id LIMIT ${limit}))`,
    )
    .orderBy(grants.id)
    .all();

const inState = (state: 'pending' | 'revoking' | 'requested') => sql`state = ${state} AND state <> 'ended'`;

/** What needs a look, each sort by its own index. A batch would not do: it cannot tell apart columns of one name in joined tables. */
export async function loadOverview(db: Database, accountId: string, endsBefore: number) {
  const ending = shownQuery(db, sql`${grants.endKey}`)
    .where(sql`${and(eq(grants.accountId, accountId), eq(grants.live, 1))} AND ${grants.endKey} <= ${endsBefore}`)
    .orderBy(grants.endKey, grants.id)
    .limit(AT_MOST);
  const hosts = db
    .selectDistinct({ name: host.name, kind: host.kind, online: host.online, lastSeenAt: host.lastSeenAt })
    .from(service)
    .innerJoin(host, eq(host.id, service.hostId))
    .where(eq(service.accountId, accountId))
    .limit(200);
  const own = db
    .select({
      ownerSince: account.ownerSince,
      lastFinishedAt: account.reviewFinishedAt,
      oldest: sql<number | null>`(SELECT min(decided_at) FROM grants WHERE grants.account_id = account.id AND grants.live = 1)`,
    })
    .from(account)
    .where(eq(account.id, accountId));
  const [failing, revoking, pending, requested, soon, servers, subscription] = await Promise.all([
    someOf(db, accountId, sql`problem IS NOT NULL AND state <> 'ended'`),
    someOf(db, accountId, inState('revoking')),
    someOf(db, accountId, inState('pending')),
    someOf(db, accountId, inState('requested')),
    ending.all(),
    hosts.all(),
    own.get(),
  ]);
  return { failing, revoking, pending, requested, soon, servers, account: subscription };
}

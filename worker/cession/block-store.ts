import { and, eq, sql } from 'drizzle-orm';
import { auditRow } from '../audit/index.ts';
import { account, type Database } from '../db/index.ts';
import { toOwners } from './letters-store.ts';
import { isBlocked, UNBLOCK_MS } from './rules.ts';
import { type Circumstances, runBatch, type Statement } from './store.ts';

export interface Block {
  blocked: boolean;
  liftedAt: number | null;
}

/** Whether an account's cession is forbidden, and until when if that is known. */
export async function readBlock(db: Database, accountId: string, now: number): Promise<Block> {
  const row = await db
    .select({ cessionBlocked: account.cessionBlocked, cessionUnblockAt: account.cessionUnblockAt })
    .from(account)
    .where(eq(account.id, accountId))
    .get();
  const blocked = row !== undefined && isBlocked(row, now);
  return { blocked, liftedAt: blocked ? (row?.cessionUnblockAt ?? null) : null };
}

/** Forbids cession from now on, also where it was about to be allowed again; the same when it already is. */
export async function block(db: Database, accountId: string, circumstances: Circumstances): Promise<Block> {
  const { blocked, liftedAt } = await readBlock(db, accountId, circumstances.now);
  if (!blocked || liftedAt !== null) await write(db, accountId, null, 'cession.blocked', circumstances, []);
  return readBlock(db, accountId, circumstances.now);
}

/** Allows it again after the wait; every owner hears of it. The same when the wait has begun, or there is no block. */
export async function unblock(db: Database, accountId: string, circumstances: Circumstances): Promise<Block> {
  const { now } = circumstances;
  const { blocked, liftedAt } = await readBlock(db, accountId, now);
  if (blocked && liftedAt === null)
    await write(db, accountId, now + UNBLOCK_MS, 'cession.unblocking', circumstances, [
      toOwners(db, accountId, 'cession-unblocking', now),
    ]);
  return readBlock(db, accountId, now);
}

function write(
  db: Database,
  accountId: string,
  until: number | null,
  action: string,
  { actor, now, op }: Circumstances,
  others: Statement[],
): Promise<boolean> {
  // A block that somebody set anew meanwhile is not lifted by the earlier wish.
  const asRead = until === null ? sql`1` : and(eq(account.cessionBlocked, true), sql`${account.cessionUnblockAt} IS NULL`);
  const details = { op, ...(until === null ? {} : { until }) };
  const hits = sql`(SELECT count(*) FROM account WHERE id = ${accountId} AND cession_blocked = 1 AND cession_unblock_at IS ${until})`;
  return runBatch(
    db,
    db
      .update(account)
      .set({ cessionBlocked: true, cessionUnblockAt: until })
      .where(and(eq(account.id, accountId), asRead)),
    ...others,
    auditRow(db, actor, { accountId, grantId: null, at: now, action, details, hits }),
  );
}

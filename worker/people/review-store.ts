import { eq, sql } from 'drizzle-orm';
import { type Actor, auditRow } from '../audit/index.ts';
import { account, type Database, grants, outbox } from '../db/index.ts';
import { finishReview, shownQuery, toLookThrough } from '../grants/index.ts';
import type { ReviewFacts } from './rules.ts';

/** Numbers are counted up to this and no further. */
export const MAX_COUNTED = 1000;
const NEXT = 20;

export const loadReview = (db: Database, accountId: string) =>
  db
    .select({ startedAt: account.reviewStartedAt, lastFinishedAt: account.reviewFinishedAt, total: account.reviewTotal })
    .from(account)
    .where(eq(account.id, accountId))
    .get();

const countLeft = (accountId: string, startedAt: number) =>
  sql<number>`(SELECT count(*) FROM (SELECT 1 FROM grants WHERE ${toLookThrough(accountId, startedAt)} LIMIT ${MAX_COUNTED}))`;

/** How many grants a look-through has still to ask about, and the next of them. */
export async function loadLeft(db: Database, accountId: string, startedAt: number) {
  const [counted, next] = await Promise.all([
    db
      .select({ left: countLeft(accountId, startedAt) })
      .from(account)
      .where(eq(account.id, accountId))
      .get(),
    shownQuery(db, sql`${grants.decidedAt}`)
      .where(toLookThrough(accountId, startedAt))
      .orderBy(grants.decidedAt, grants.id)
      .limit(NEXT)
      .all(),
  ]);
  return { left: counted?.left ?? 0, next };
}

/** Begins a look-through, or leaves the one that is under way; one of nothing is finished at once. */
export async function beginReview(db: Database, accountId: string, actor: Actor, now: number, op: string): Promise<void> {
  await db.batch([
    db
      .update(account)
      .set({ reviewStartedAt: now, reviewTotal: countLeft(accountId, now) })
      .where(sql`${account.id} = ${accountId} AND ${account.reviewStartedAt} IS NULL`),
    auditRow(db, actor, { accountId, grantId: null, at: now, action: 'review.started', details: { op }, hits: sql`changes()` }),
    finishReview(db, accountId, now),
  ]);
}

/** Accounts of which it is time to look whether their owners are to be asked, longest first. */
export const listToAsk = (db: Database, now: number, limit: number) =>
  db
    .select({
      id: account.id,
      lookAt: account.reviewLookAt,
      lastFinishedAt: account.reviewFinishedAt,
      oldest: sql<number | null>`(SELECT min(decided_at) FROM grants WHERE grants.account_id = account.id AND grants.live = 1)`,
    })
    .from(account)
    .where(sql`${account.reviewLookAt} <= ${now}`)
    .orderBy(account.reviewLookAt)
    .limit(limit)
    .all();
export type ToAsk = ReviewFacts & { id: string; lookAt: number };

/** Notes when to look next, with a letter to each owner where one is due; nothing where another clock was faster. */
export async function noteLook(
  db: Database,
  { id, lookAt }: ToAsk,
  look: { due: boolean; at: number },
  now: number,
): Promise<void> {
  const letters = db.insert(outbox).select(
    sql`SELECT lower(hex(randomblob(16))), ${id}, 'review-due', user.email, '{}', ${now}, ${now}, 0, NULL
      FROM membership JOIN user ON user.id = membership.user_id
      WHERE membership.account_id = ${id} AND membership.role = 'owner' AND (SELECT review_look_at FROM account WHERE account.id = ${id}) = ${lookAt}`,
  );
  const mark = db
    .update(account)
    .set({ reviewLookAt: look.at })
    .where(sql`${account.id} = ${id} AND ${account.reviewLookAt} = ${lookAt}`);
  await (look.due ? db.batch([letters, mark]) : mark);
}

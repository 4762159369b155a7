import { eq, sql } from 'drizzle-orm';
import { account, type Database } from '../db/index.ts';
import type { Statement } from './kind.ts';

/** Grants of an account that a look-through has still to ask about, by the index of decisions. What is being taken back is decided on. */
export const toLookThrough = (accountId: string, startedAt: number | ReturnType<typeof sql>) =>
  sql`grants.account_id = ${accountId} AND grants.live = 1 AND grants.decided_at < ${startedAt} AND grants.state <> 'revoking'`;

/** Finishes the look-through that is under way, if nothing is left of it. */
export const finishReview = (db: Database, accountId: string, now: number): Statement =>
  db
    .update(account)
    .set({ reviewStartedAt: null, reviewFinishedAt: now })
    .where(
      sql`${eq(account.id, accountId)} AND ${account.reviewStartedAt} IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM grants WHERE ${toLookThrough(accountId, sql`${account.reviewStartedAt}`)})`,
    );

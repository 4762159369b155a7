import type { ReviewView } from '../../contract/index.ts';
import { type Actor, lostRace } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { grantViewOf } from '../grants/index.ts';
import { beginReview, listToAsk, loadLeft, loadReview, noteLook } from './review-store.ts';
import { nextLookAt } from './rules.ts';

/** A look-through as far as it has come; with the last decision it is over. */
export async function readReview(db: Database, accountId: string, now: number): Promise<ReviewView> {
  const review = await loadReview(db, accountId);
  const startedAt = review?.startedAt ?? null;
  const lastFinishedAt = review?.lastFinishedAt ?? null;
  if (startedAt === null) return { startedAt, lastFinishedAt, done: review?.total ?? 0, left: 0, next: [] };
  const { left, next } = await loadLeft(db, accountId, startedAt);
  const done = Math.max(0, (review?.total ?? 0) - left);
  return { startedAt, lastFinishedAt, done, left, next: next.map((row) => grantViewOf(row, now)) };
}

/** Begins a look-through; the same one while it is under way. */
export async function startReview(db: Database, accountId: string, actor: Actor, now: number, op: string): Promise<void> {
  try {
    await beginReview(db, accountId, actor, now, op);
  } catch (error) {
    // It is under way already, begun by somebody else or by this very request.
    if (!lostRace(error)) throw error;
  }
}

/** How many accounts one wake of the clock looks at; the next wake takes the rest. */
const AT_ONCE = 50;

/** Asks owners, once a year at most, to look through who has access. */
export async function sweepReviews(db: Database, now: number): Promise<void> {
  for (const account of await listToAsk(db, now, AT_ONCE)) await noteLook(db, account, nextLookAt(account, now), now);
}

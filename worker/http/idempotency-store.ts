import { and, eq, isNull, lt, sql } from 'drizzle-orm';
import { type Database, idempotency } from '../db/index.ts';

/**
 * After this long without an answer the first request is taken for dead, and a repeat may go on in its place. The slowest
 * request waits four seconds for a host. One that lives on nevertheless harms nothing: both write under the same id, and one of them wins.
 */
export const ABANDONED_MS = 10_000;
const KEPT_MS = 24 * 60 * 60 * 1000;

export type Claim =
  | { is: 'ours' }
  | { is: 'under-way' }
  | { is: 'other-request' }
  | { is: 'answered'; status: number; body: string };

/** Takes the key for this request, or says who has it. One statement unless somebody has. */
export async function claimKey(db: Database, id: string, fingerprint: string, now: number): Promise<Claim> {
  const taken = await db
    .insert(idempotency)
    .values({ id, fingerprint, createdAt: now })
    .onConflictDoUpdate({
      target: idempotency.id,
      set: { createdAt: now },
      setWhere: sql`${idempotency.status} IS NULL AND ${idempotency.createdAt} < ${now - ABANDONED_MS} AND ${idempotency.fingerprint} = ${fingerprint}`,
    })
    .returning({ id: idempotency.id });
  return taken.length > 0 ? { is: 'ours' } : readClaim(db, id, fingerprint);
}

async function readClaim(db: Database, id: string, fingerprint: string): Promise<Claim> {
  const [row] = await db.select().from(idempotency).where(eq(idempotency.id, id));
  if (!row) return { is: 'under-way' };
  if (row.fingerprint !== fingerprint) return { is: 'other-request' };
  return row.status === null ? { is: 'under-way' } : { is: 'answered', status: row.status, body: row.body ?? '' };
}

/** The row as the request that claimed it at `claimedAt` left it; one that was taken over is no longer its own. */
const own = (id: string, claimedAt: number) =>
  and(eq(idempotency.id, id), eq(idempotency.createdAt, claimedAt), isNull(idempotency.status));

export async function keepAnswer(db: Database, id: string, claimedAt: number, status: number, body: string): Promise<void> {
  await db.update(idempotency).set({ status, body }).where(own(id, claimedAt));
}

/** Gives the key back: the request was refused or failed, so a repeat starts afresh. */
export async function releaseKey(db: Database, id: string, claimedAt: number): Promise<void> {
  await db.delete(idempotency).where(own(id, claimedAt));
}

/** Forgets answers older than a day. */
export async function sweepIdempotency(db: Database, now: number): Promise<void> {
  await db.delete(idempotency).where(lt(idempotency.createdAt, now - KEPT_MS));
}

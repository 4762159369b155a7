import { and, eq, sql } from 'drizzle-orm';
import { account, type Database, membership, session, user } from '../db/index.ts';
import { isInForce } from './in-force.ts';

export const findUserByEmail = (db: Database, email: string) => db.select().from(user).where(eq(user.email, email)).get();

export const findPasswordHash = async (db: Database, userId: string): Promise<string | undefined> =>
  (await db.select({ hash: user.passwordHash }).from(user).where(eq(user.id, userId)).get())?.hash;

/** Every account a person belongs to, by name. */
export const listAccounts = (db: Database, userId: string) =>
  db
    .select({
      id: account.id,
      name: account.name,
      clientNumber: account.clientNumber,
      role: membership.role,
      ownerEpoch: account.ownerEpoch,
    })
    .from(membership)
    .innerJoin(account, eq(account.id, membership.accountId))
    .where(and(eq(membership.userId, userId), isInForce(Date.now())))
    .orderBy(account.name, account.id);

export const markProved = (db: Database, sessionId: string, now: number) =>
  db.update(session).set({ provedAt: now }).where(eq(session.id, sessionId));

/** False when the person does not belong to that account. */
export async function actOn(db: Database, sessionId: string, userId: string, accountId: string): Promise<boolean> {
  const belongs = sql`EXISTS (SELECT 1 FROM ${membership} WHERE ${membership.userId} = ${userId} AND ${membership.accountId} = ${accountId} AND ${isInForce(Date.now())})`;
  const changed = await db
    .update(session)
    .set({ accountId })
    .where(and(eq(session.id, sessionId), belongs))
    .returning({ id: session.id });
  return changed.length === 1;
}

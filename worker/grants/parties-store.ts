import { and, eq, sql } from 'drizzle-orm';
import { account, type Database, grants, membership, user } from '../db/index.ts';

/** A client by their number; nothing but the id leaves. */
export const findAccountByNumber = (db: Database, clientNumber: string) =>
  db.select({ id: account.id }).from(account).where(eq(account.clientNumber, clientNumber)).get();

/** A row when the address is a panel user's already, or was invited to be one. */
export async function isPanelUser(db: Database, accountId: string, email: string): Promise<object | undefined> {
  const member = db
    .select({ id: user.id })
    .from(user)
    .innerJoin(membership, and(eq(membership.userId, user.id), eq(membership.accountId, accountId)))
    .where(eq(user.email, email));
  const invited = db
    .select({ id: grants.id })
    .from(grants)
    .where(and(eq(grants.accountId, accountId), eq(grants.live, 1), eq(grants.personKey, email), eq(grants.kind, 'panel-user')))
    .limit(1);
  const [members, invitations] = await db.batch([member, invited]);
  return members[0] ?? invitations[0];
}

/** A row when the address holds a seat of this service. */
export const holdsSeat = (db: Database, serviceId: string, email: string) =>
  db
    .select({ id: grants.id })
    .from(grants)
    .where(
      and(
        sql`account_id = (SELECT account_id FROM service WHERE id = ${serviceId})`,
        eq(grants.live, 1),
        eq(grants.personKey, email),
        eq(grants.serviceId, serviceId),
        eq(grants.kind, 'seat'),
      ),
    )
    .limit(1)
    .get();

/** A row while a domain is managed by another client, or offered to one. */
export const isDelegated = (db: Database, serviceId: string) =>
  db
    .select({ id: grants.id })
    .from(grants)
    .where(and(eq(grants.serviceId, serviceId), eq(grants.kind, 'delegation'), sql`${grants.state} <> 'ended'`))
    .limit(1)
    .get();

import { and, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
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

/** A row when the address is one of the provider's own people, who belong to no account. */
export const isStaff = (db: Database, email: string) =>
  db
    .select({ id: user.id })
    .from(user)
    .where(and(eq(user.email, email), isNotNull(user.staffRole)))
    .get();

/** 1 unless another batch has let the same person in, or invited them, since that was looked at. */
export const isNewToPanel = (accountId: string, email: string): SQL =>
  sql`((SELECT count(*) FROM grants WHERE account_id = ${accountId} AND live = 1 AND person_key = ${email} AND kind = 'panel-user') = 1 AND NOT EXISTS
    (SELECT 1 FROM membership JOIN user ON user.id = membership.user_id WHERE user.email = ${email} AND membership.account_id = ${accountId}))`;

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

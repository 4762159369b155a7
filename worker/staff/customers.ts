import { and, eq, ne, sql } from 'drizzle-orm';
import { type Actor, auditRow } from '../audit/index.ts';
import { account, type Database, host, service } from '../db/index.ts';

export const findAccount = (db: Database, clientNumber: string) =>
  db.select().from(account).where(eq(account.clientNumber, clientNumber)).get();

export const accountExists = async (db: Database, id: string): Promise<boolean> =>
  (await db.select({ id: account.id }).from(account).where(eq(account.id, id)).get()) !== undefined;

/** In a D1 batch rows come back by column name, so two columns must not share one (drizzle-orm#555). */
const hostName = sql<string>`${host.name}`.as('host_name');

/** A customer's services, but for the Panel itself; that somebody looked stands in the customer's own history. */
export async function lookIntoAccount(db: Database, actor: Actor, accountId: string, now: number) {
  const seen = { accountId, grantId: null, at: now, action: 'customer.looked-up', details: {}, hits: sql`1` };
  const [services] = await db.batch([
    db
      .select({ id: service.id, name: service.name, hostName })
      .from(service)
      .innerJoin(host, eq(host.id, service.hostId))
      .where(and(eq(service.accountId, accountId), ne(service.kind, 'panel')))
      .orderBy(service.name),
    auditRow(db, actor, seen),
  ]);
  return services;
}

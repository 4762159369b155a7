import { and, eq, sql } from 'drizzle-orm';
import { account, type Database, grants, service } from '../db/index.ts';

/* Grants of domains, as the account sees them that these are passed to. */

const query = (db: Database) =>
  db
    .select({
      grantId: grants.id,
      ownerId: grants.accountId,
      serviceId: service.id,
      domain: service.name,
      person: grants.createdByName,
      account: account.name,
      state: grants.state,
      notAfter: grants.notAfter,
      createdAt: grants.createdAt,
    })
    .from(grants)
    .innerJoin(service, eq(service.id, grants.serviceId))
    .innerJoin(account, eq(account.id, grants.accountId));

/** A domain that was passed or offered to an account; undefined when there is none, or it was to another one. */
export const loadDelegation = (db: Database, accountId: string, grantId: string) =>
  query(db)
    .where(and(eq(grants.id, grantId), eq(grants.toAccountId, accountId), eq(grants.kind, 'delegation')))
    .get();
export type StoredDelegation = NonNullable<Awaited<ReturnType<typeof loadDelegation>>>;

/** All that an account was offered and that has not ended; nobody manages many. */
export const listDelegations = (db: Database, accountId: string) =>
  query(db)
    .where(and(sql`${grants.toAccountId} = ${accountId} AND ${grants.toAccountId} IS NOT NULL`, eq(grants.live, 1)))
    .orderBy(grants.id)
    .limit(200)
    .all();

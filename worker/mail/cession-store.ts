import { eq } from 'drizzle-orm';
import { account, cession, cessionToken, type Database, service } from '../db/index.ts';

/** What a letter about a cession speaks of. */
export const loadCessionSubject = (db: Database, cessionId: string) =>
  db
    .select({ cession, account: { name: account.name, clientNumber: account.clientNumber }, domain: service.name })
    .from(cession)
    .innerJoin(account, eq(account.id, cession.accountId))
    .leftJoin(service, eq(service.id, cession.serviceId))
    .where(eq(cession.id, cessionId))
    .get();

export type CessionSubject = NonNullable<Awaited<ReturnType<typeof loadCessionSubject>>>;

/** Makes one more link to a cession good; only the hash is kept. */
export const addCessionToken = (db: Database, hash: string, cessionId: string) =>
  db.insert(cessionToken).values({ hash, cessionId });

/** The client's number of an account, for letters about the account itself. */
export const loadAccountSubject = (db: Database, accountId: string) =>
  db
    .select({ clientNumber: account.clientNumber, liftedAt: account.cessionUnblockAt })
    .from(account)
    .where(eq(account.id, accountId))
    .get();

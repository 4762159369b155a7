import { and, eq } from 'drizzle-orm';
import { type Database, host, service } from '../db/index.ts';

const columns = {
  id: service.id,
  kind: service.kind,
  name: service.name,
  tree: service.tree,
  hostId: service.hostId,
  host: { name: host.name, online: host.online, lastSeenAt: host.lastSeenAt },
};
const query = (db: Database) => db.select(columns).from(service).innerJoin(host, eq(host.id, service.hostId));

/** One service of one account; undefined when there is none, or it is another account's. */
export const loadService = (db: Database, accountId: string, serviceId: string) =>
  query(db)
    .where(and(eq(service.id, serviceId), eq(service.accountId, accountId)))
    .get();

/** An account's services by name; a contract has few, so there are no pages. */
export const listServices = (db: Database, accountId: string) =>
  query(db).where(eq(service.accountId, accountId)).orderBy(service.name).limit(200).all();

export type StoredService = NonNullable<Awaited<ReturnType<typeof loadService>>>;

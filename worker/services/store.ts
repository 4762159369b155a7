import { and, eq, ne, type SQL, sql } from 'drizzle-orm';
import type { AccessKind, AssetKind } from '../../contract/index.ts';
import { asset, type Database, host, service, serviceDomain } from '../db/index.ts';

const columns = {
  id: service.id,
  kind: service.kind,
  name: service.name,
  tree: service.tree,
  hostId: service.hostId,
  vendor: service.vendor,
  seatsBought: service.seatsBought,
  seatsTaken: service.seatsTaken,
  host: { name: host.name, kind: host.kind, online: host.online, lastSeenAt: host.lastSeenAt },
};
const query = (db: Database) => db.select(columns).from(service).innerJoin(host, eq(host.id, service.hostId));

/** One service of one account; undefined when there is none, or it is another account's. */
export const loadService = (db: Database, accountId: string, serviceId: string) =>
  query(db)
    .where(and(eq(service.id, serviceId), eq(service.accountId, accountId)))
    .get();

/** The Panel of an account, as a service that panel users are given. */
export const panelOf = (accountId: string): string => `panel-${accountId}`;

/** An account's services by name, but for the Panel itself; a contract has few, so there are no pages. */
export const listServices = (db: Database, accountId: string) =>
  query(db)
    .where(and(eq(service.accountId, accountId), ne(service.kind, 'panel')))
    .orderBy(service.name)
    .limit(200)
    .all();

/** The domains whose mail a service keeps. Not async: a drizzle statement that is awaited runs. */
export const selectDomains = (db: Database, serviceId: string) =>
  db.select({ domain: serviceDomain.domain }).from(serviceDomain).where(eq(serviceDomain.serviceId, serviceId));

/** The state of a database or a mailbox; null when the tables do not know it. */
export const loadAssetState = async (db: Database, hostId: string, kind: AssetKind, name: string) =>
  (
    await db
      .select({ state: asset.state })
      .from(asset)
      .where(and(eq(asset.hostId, hostId), eq(asset.kind, kind), eq(asset.name, name)))
      .get()
  )?.state ?? null;

/** 1 unless what access of a kind opens is in the bin or being deleted. */
export const isOpenTo = (kind: AccessKind, { hostId }: { hostId: string }, name: string): SQL =>
  sql`(NOT EXISTS (SELECT 1 FROM asset WHERE host_id = ${hostId} AND kind = ${`${kind}-asset`} AND name = ${name} AND state IN ('bin', 'deleting')))`;

/** 1 while a service is the account's: a domain can go to another one (R7). */
export const belongsTo = (serviceId: string, accountId: string): SQL =>
  sql`(EXISTS (SELECT 1 FROM service WHERE id = ${serviceId} AND account_id = ${accountId}))`;

export type StoredService = NonNullable<Awaited<ReturnType<typeof loadService>>>;

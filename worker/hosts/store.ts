import { and, eq, gt, inArray, isNotNull, lt, ne, type SQL, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/sqlite-core';
import { type DesiredItem, desiredItem, type Endpoints, inTurn, KINDS, type Kind, withHash } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { asset, desired, host, resource, zone } from '../db/schema.ts';
import type { Wanted } from './rules.ts';

/** Most resources that one message carries. */
export const BATCH = 200;

export const loadHost = (db: Database, hostId: string) => db.select().from(host).where(eq(host.id, hostId)).get();

/** Uses an enrolment token up and binds the agent's key to its host; undefined when the token is not good. */
export const enrolHost = (db: Database, tokenHash: string, publicKey: string, version: string, now: number) =>
  db
    .update(host)
    .set({ publicKey, version, enrolHash: null, enrolUntil: null })
    .where(and(eq(host.enrolHash, tokenHash), gt(host.enrolUntil, now)))
    .returning({ id: host.id })
    .get();

export const markOnline = (db: Database, hostId: string, seen: { endpoints: Endpoints; version: string }, now: number) =>
  db
    .update(host)
    .set({ online: true, lastSeenAt: now, version: seen.version, endpoints: JSON.stringify(seen.endpoints) })
    .where(eq(host.id, hostId));

export const markSeen = (db: Database, hostId: string, now: number) =>
  db.update(host).set({ online: true, lastSeenAt: now }).where(eq(host.id, hostId));

export const markOffline = (db: Database, hostId: string) => db.update(host).set({ online: false }).where(eq(host.id, hostId));

export const markStrangers = (db: Database, hostId: string, strangers: number) =>
  db.update(host).set({ strangers }).where(eq(host.id, hostId));

/** Hosts that still owe a confirmation; read through the partial index, so hosts with nothing to do cost nothing. */
export const hostsWithWork = (db: Database) =>
  union(
    // A seat's host is a vendor's cloud, which no agent serves.
    db.selectDistinct({ id: desired.hostId }).from(desired).where(sql`acked_gen < gen AND kind <> 'seat'`),
    db.selectDistinct({ id: asset.hostId }).from(asset).where(sql`acked_gen < gen`),
    db.selectDistinct({ id: zone.hostId }).from(zone).where(sql`acked_gen < gen`),
  ).all();

/** Resources by name; with every kind said aloud, each is found through its whole key. */
const named = (principals: readonly string[]) =>
  and(
    inArray(resource.kind, Object.keys(KINDS) as Kind[]),
    sql`principal IN (SELECT value FROM json_each(${JSON.stringify(principals)}))`,
  );

/** Everything a host's inventory is compared with: what should exist, and what is not yet confirmed. */
export async function loadWanted(db: Database, hostId: string, present: readonly string[]): Promise<Wanted[]> {
  const columns = {
    kind: resource.kind,
    principal: resource.principal,
    gen: resource.gen,
    ackedGen: resource.ackedGen,
    digest: resource.digest,
  };
  const rowsOf = (which: SQL | undefined) =>
    db
      .select(columns)
      .from(resource)
      .where(and(eq(resource.hostId, hostId), which));
  // One question for each partial index: with OR between them every row that ever was would be read.
  const answers = await db.batch([
    rowsOf(isNotNull(resource.state)),
    rowsOf(lt(resource.ackedGen, resource.gen)),
    rowsOf(named(present)),
  ]);
  const byName = new Map(answers.flat().map((row) => [`${row.kind}/${row.principal}`, row]));
  return [...byName.values()];
}

const itemsWhere = (db: Database, hostId: string, which: SQL | undefined) =>
  db
    .select()
    .from(resource)
    .where(and(eq(resource.hostId, hostId), which));

/** The whole wanted states of some resources, of every kind that has one of these names. */
export const loadItems = async (db: Database, hostId: string, principals: readonly string[]): Promise<DesiredItem[]> =>
  (await itemsWhere(db, hostId, named(principals)).all()).map(itemOf);

/** The wanted states of up to a message's worth of unconfirmed resources, and the names of zones, of which each may be a message by itself. */
export async function loadUnconfirmed(db: Database, hostId: string): Promise<{ items: DesiredItem[]; zones: string[] }> {
  const [rows, zones] = await db.batch([
    itemsWhere(db, hostId, and(lt(resource.ackedGen, resource.gen), ne(resource.kind, 'zone'))).limit(BATCH),
    db
      .select({ name: zone.name })
      .from(zone)
      .where(and(eq(zone.hostId, hostId), sql`acked_gen < gen`)),
  ]);
  return { items: rows.map(itemOf), zones: zones.map(({ name }) => name) };
}

/** Most characters of wanted states that one message carries, unless one state alone has more. */
const MESSAGE_LENGTH = 500_000;

/** Resources in the order given, parted so that no message becomes too long for memory or for the wire. */
export async function inMessages(db: Database, hostId: string, principals: readonly string[]): Promise<string[][]> {
  if (principals.length < 2) return principals.length === 0 ? [] : [[...principals]];
  const long = await db
    .select({ name: zone.name, length: sql<number>`length(${zone.wanted})` })
    .from(zone)
    .where(and(eq(zone.hostId, hostId), sql`name IN (SELECT value FROM json_each(${JSON.stringify(principals)}))`))
    .all();
  const lengths = new Map(long.map(({ name, length }) => [name, length]));
  const messages: { names: string[]; length: number }[] = [];
  for (const name of principals) {
    const length = lengths.get(name) ?? 0;
    const last = messages.at(-1);
    if (last && last.length + length <= MESSAGE_LENGTH) {
      last.names.push(name);
      last.length += length;
    } else messages.push({ names: [name], length });
  }
  return messages.map(({ names }) => names);
}

/** The names of all unconfirmed resources, in the order in which the host is to be told. */
export async function listUnconfirmed(db: Database, hostId: string): Promise<string[]> {
  const rows = await db
    .select({ principal: resource.principal, kind: resource.kind, digest: resource.digest })
    .from(resource)
    .where(and(eq(resource.hostId, hostId), lt(resource.ackedGen, resource.gen)))
    .all();
  return inTurn(rows, ({ digest }) => digest !== null).map(({ principal }) => principal);
}

function itemOf(row: typeof resource.$inferSelect): DesiredItem {
  const state = row.state === null ? null : KINDS[row.kind].desired.parse(JSON.parse(row.state));
  return desiredItem.parse({ kind: row.kind, principal: row.principal, gen: row.gen, state: state && withHash(state, row.hash) });
}

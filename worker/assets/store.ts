import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { type AssetKind, KINDS, sha256Hex } from '../../contract/index.ts';
import { type Actor, auditRow, lostRace } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { asset, host, service } from '../db/schema.ts';
import { selectDomains } from '../services/index.ts';
import { ASSETS } from './kinds.ts';
import type { Asset, AssetDesired, Step } from './life.ts';

/** A hosting service with its plan and its domains. */
export type Home = NonNullable<Awaited<ReturnType<typeof loadHome>>>;
/** An asset as its table holds it. */
export type StoredAsset = typeof asset.$inferSelect & { hostName: string };

/** Which asset is meant: where it belongs and what it is called on its host. */
export type AssetKey = Pick<StoredAsset, 'accountId' | 'serviceId' | 'hostId' | 'kind' | 'name'>;
/** The key of what has, or is to have, a name on a service. */
export const keyOf = ({ home, kind, name }: { home: Home; kind: AssetKind; name: string }): AssetKey => ({
  accountId: home.accountId,
  serviceId: home.id,
  hostId: home.hostId,
  kind,
  name,
});

/** The part of it that a host knows. */
export type OfHost = Pick<AssetKey, 'hostId' | 'kind' | 'name'>;

/** One service of one account; null when there is none, or it is another account's. */
export async function loadHome(db: Database, accountId: string, serviceId: string) {
  const [[row], domains] = await db.batch([
    db
      .select()
      .from(service)
      .where(and(eq(service.id, serviceId), eq(service.accountId, accountId))),
    selectDomains(db, serviceId),
  ]);
  return row ? { ...row, domains: domains.map(({ domain }) => domain).sort() } : null;
}

const assetQuery = (db: Database) =>
  db
    .select({ ...getTableColumns(asset), hostName: host.name })
    .from(asset)
    .innerJoin(host, eq(host.id, asset.hostId));

/** One asset by what its host calls it; its row outlives it. */
export const loadAsset = (db: Database, { hostId, kind, name }: OfHost) =>
  assetQuery(db)
    .where(and(eq(asset.hostId, hostId), eq(asset.kind, kind), eq(asset.name, name)))
    .get();

/** The asset that a request with this id has made, whatever became of it since. */
export const loadMade = (db: Database, accountId: string, id: string) =>
  assetQuery(db)
    .where(and(eq(asset.id, id), eq(asset.accountId, accountId)))
    .get();

/** All assets of one kind that a service has, by name; its plan bounds their number. */
export const listAssets = (db: Database, serviceId: string, kind: AssetKind) =>
  assetQuery(db)
    .where(and(eq(asset.serviceId, serviceId), eq(asset.kind, kind), sql`${asset.state} <> 'gone'`))
    .orderBy(asset.name)
    .all();

/** What lies in the bin past its days, longest first. */
export const loadToPurge = (db: Database, now: number, limit: number) =>
  assetQuery(db).where(sql`${asset.state} = 'bin' AND ${asset.purgeAt} <= ${now}`).orderBy(asset.purgeAt).limit(limit).all();

const readers = z.array(z.object({ person: z.string(), since: z.int() }));
/** Who has been told a mailbox's own password, as far as the owner noted it. */
export const readersOf = (row: Pick<StoredAsset, 'knownBy'>) => readers.parse(JSON.parse(row.knownBy));

/** The part of a stored asset that its life is decided on. Rows are our own, but a state written by older code is read as today's or not at all. */
export const assetOf = (row: StoredAsset): Asset => ({
  kind: row.kind,
  state: row.state,
  problem: row.problem as Asset['problem'],
  gen: row.gen,
  ackedGen: row.ackedGen,
  wanted: row.wanted === null ? null : (KINDS[row.kind].desired.parse(JSON.parse(row.wanted)) as AssetDesired),
  hash: row.hash,
  knownBy: readersOf(row),
  purgeAt: row.purgeAt,
});

async function columnsOf(kind: AssetKind, { wanted, knownBy, ...rest }: Step['asset']) {
  return {
    ...rest,
    ...(knownBy === undefined ? {} : { knownBy: JSON.stringify(knownBy) }),
    ...(wanted === undefined
      ? {}
      : {
          wanted: wanted && JSON.stringify(wanted),
          digest: wanted && (await sha256Hex(KINDS[kind].digestInput(wanted))),
        }),
  };
}

/** A change that is to be written whole or not at all. */
export interface Change {
  key: AssetKey;
  /** The row as it was read; absent when there was none. */
  row: StoredAsset | undefined;
  step: Step;
  actor: Actor;
  now: number;
  op: string;
  /** What else must hold while it is written, each as 1 or 0. */
  provided?: readonly SQL[] | undefined;
}

/** Writes one step whole, if the asset is still as it was read; false when somebody else was faster. */
export async function writeChange(db: Database, { key, row, step, actor, now, op, provided }: Change): Promise<boolean> {
  const columns = await columnsOf(key.kind, step.asset);
  // A name that comes again takes its row over, and so keeps its gen.
  const born = { ...key, id: op.slice(0, 32), createdAt: now };
  const change = row
    ? db
        .update(asset)
        .set({ ...columns, ...(row.state === 'gone' ? born : {}), op })
        .where(and(eq(asset.id, row.id), eq(asset.op, row.op)))
    : db
        .insert(asset)
        .values({ state: 'gone', gen: 0, ...columns, ...born, op })
        .onConflictDoNothing();
  const mine = sql`(SELECT count(*) FROM asset WHERE host_id = ${key.hostId} AND kind = ${key.kind} AND name = ${key.name} AND op = ${op})`;
  const record = auditRow(db, actor, {
    accountId: key.accountId,
    grantId: null,
    at: now,
    action: step.audit.action,
    details: { [ASSETS[key.kind].detail]: key.name, ...step.audit.details, op },
    hits: sql.join([mine, ...(provided ?? [])], sql` * `),
  });
  try {
    await db.batch([change, record]);
    return true;
  } catch (error) {
    if (lostRace(error)) return false;
    throw error;
  }
}

/** 1 while a service has no more than `most` assets of a kind. */
export const atMost = (serviceId: string, kind: AssetKind, most: number): SQL =>
  sql`((SELECT count(*) FROM asset WHERE service_id = ${serviceId} AND kind = ${kind} AND state <> 'gone') <= ${most})`;

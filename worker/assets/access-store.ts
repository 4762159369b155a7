import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { AssetKind } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { asset, audit, grants } from '../db/schema.ts';
import { ASSETS } from './kinds.ts';
import type { AssetKey } from './store.ts';

/* Grants on assets, found by what they open. */

/** As the index of targets has it. */
const NOT_ENDED = sql`${grants.state} <> 'ended'`;
const columns = { grantId: grants.id, target: grants.target, person: grants.granteeName, email: grants.granteeEmail };

/** Grants that have not ended on any asset of one kind that a service has. */
export const listAccess = (db: Database, serviceId: string, kind: AssetKind) =>
  db
    .select(columns)
    .from(grants)
    .where(and(eq(grants.serviceId, serviceId), eq(grants.kind, ASSETS[kind].opens), NOT_ENDED))
    .orderBy(grants.target, grants.personKey)
    .all();

export type Access = Awaited<ReturnType<typeof listAccess>>[number];

const onTarget = ({ serviceId, kind, name }: AssetKey) =>
  and(eq(grants.serviceId, serviceId), eq(grants.kind, ASSETS[kind].opens), eq(grants.target, name), NOT_ENDED);

/** The same for one asset. */
export const accessTo = (db: Database, key: AssetKey) =>
  db.select(columns).from(grants).where(onTarget(key)).orderBy(grants.target, grants.personKey).all();

/** Grants on one asset that nobody has begun to take back. */
export const accessToTakeBack = (db: Database, key: AssetKey, limit: number) =>
  db
    .select({ id: grants.id, accountId: grants.accountId })
    .from(grants)
    .where(and(onTarget(key), sql`${grants.state} <> 'revoking'`))
    .limit(limit)
    .all();

/** 1 while no grant on an asset is left; `begun` ones, which are being taken back, count or not. */
export function noAccess({ serviceId, kind, name }: AssetKey, begun: 'count' | 'pass'): SQL {
  const left = begun === 'count' ? sql`state <> 'ended'` : sql`state <> 'ended' AND state <> 'revoking'`;
  return sql`(NOT EXISTS (SELECT 1 FROM grants WHERE service_id = ${serviceId} AND kind = ${ASSETS[kind].opens} AND target = ${name} AND ${left}))`;
}

/** Assets that are closed, or being destroyed, and not yet confirmed so, with access that nobody has begun to take back. */
export const listUnfinished = (db: Database, limit: number) =>
  db
    .select({
      accountId: asset.accountId,
      serviceId: asset.serviceId,
      hostId: asset.hostId,
      kind: asset.kind,
      name: asset.name,
    })
    .from(asset)
    .where(
      sql`acked_gen < gen AND ${asset.state} IN ('bin', 'deleting') AND EXISTS (SELECT 1 FROM grants AS live
        WHERE live.service_id = ${asset.serviceId} AND live.kind = replace(${asset.kind}, '-asset', '')
        AND live.target = ${asset.name} AND live.state <> 'ended' AND live.state <> 'revoking')`,
    )
    .limit(limit)
    .all();

/** How far back a request looks for what it may have done before; a repeat comes within minutes. */
const LATELY_ROWS = 100;

/** True when a request with this id has changed an asset of the account before, whatever came after it. */
export async function isDone(db: Database, accountId: string, op: string): Promise<boolean> {
  const lately = db
    .select({ details: audit.details })
    .from(audit)
    .where(eq(audit.accountId, accountId))
    .orderBy(sql`${audit.id} DESC`)
    .limit(LATELY_ROWS)
    .as('lately');
  const row = await db
    .select({ found: sql<number>`1` })
    .from(lately)
    .where(sql`json_extract(${lately.details}, '$.op') = ${op}`)
    .get();
  return row !== undefined;
}

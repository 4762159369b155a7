import { and, eq, type SQL, sql } from 'drizzle-orm';
import { type DnsRecord, KINDS, sha256Hex } from '../../contract/index.ts';
import { type Actor, auditRow, lostRace } from '../audit/index.ts';
import { account, type Database, failedOn, grants, host, service, zone, zoneChange } from '../db/index.ts';
import { fits, pack } from './packed.ts';
import type { ZoneChange } from './rules/zone.ts';

/** A delegation that is in force: what the one index of them finds, and then whose and until when. */
const isManagedBy = (accountId: string, now: number): SQL =>
  sql`${grants.kind} = 'delegation' AND ${grants.state} <> 'ended' AND ${grants.state} = 'active' AND ${grants.toAccountId} = ${accountId}
    AND ${grants.suspendedAt} IS NULL AND (${grants.notAfter} IS NULL OR ${grants.notAfter} > ${now})`;

const columns = {
  serviceId: service.id,
  domain: service.name,
  hostId: service.hostId,
  ownerId: service.accountId,
  endpoints: host.endpoints,
  gen: sql<number>`coalesce(${zone.gen}, 0)`,
  ackedGen: sql<number>`coalesce(${zone.ackedGen}, 0)`,
  problem: zone.problem,
  op: zone.op,
  /** The delegation that the caller's account acts by; null for the owner. */
  grantId: grants.id,
  delegate: grants.granteeName,
};

/** One domain with its zone, for the account that owns it or manages it at `now`; undefined for everybody else. A domain that was never changed has no zone yet. */
export async function loadZone(db: Database, accountId: string, serviceId: string, now: number) {
  const row = await db
    .select({ ...columns, wanted: zone.wanted })
    .from(service)
    .innerJoin(host, eq(host.id, service.hostId))
    .leftJoin(zone, eq(zone.serviceId, service.id))
    .leftJoin(grants, and(eq(grants.serviceId, service.id), isManagedBy(accountId, now)))
    .where(
      and(
        eq(service.id, serviceId),
        sql`${service.kind} = 'domain' AND (${service.accountId} = ${accountId} OR ${grants.id} IS NOT NULL)`,
      ),
    )
    .get();
  return row && { ...row, as: row.ownerId === accountId ? ('owner' as const) : ('delegate' as const) };
}
export type StoredZone = NonNullable<Awaited<ReturnType<typeof loadZone>>>;

/** The records of a zone, in their one order. They were judged before they were written. */
export const recordsOf = ({ wanted }: Pick<StoredZone, 'wanted'>): DnsRecord[] =>
  wanted === null ? [] : (JSON.parse(wanted) as { records: DnsRecord[] }).records;

/** 1 while the account may still change the zone. */
function mayChange({ serviceId, ownerId, grantId }: StoredZone, accountId: string, now: number): SQL {
  const owned = sql`(SELECT count(*) FROM service WHERE id = ${serviceId} AND account_id = ${ownerId})`;
  if (accountId === ownerId) return owned;
  const managed = sql`(SELECT count(*) FROM ${grants} WHERE ${grants.id} = ${grantId} AND ${isManagedBy(accountId, now)})`;
  return sql`${owned} * ${managed}`;
}

/** A change of a zone that is to be written whole or not at all. */
export interface NewChange {
  zone: StoredZone;
  change: ZoneChange;
  action: 'zone.changed' | 'zone.imported' | 'zone.undone';
  undoes: string | null;
  accountId: string;
  actor: Actor;
  op: string;
  now: number;
}

/** The id of the change that a request makes; its repeat finds it by that. */
export const changeIdOf = (op: string): string => op.slice(0, 32);

export type Written = 'written' | 'lost-race' | 'too-large';

/** Writes a change if the zone is still as it was read and still the account's to change. */
export async function writeChange(db: Database, made: NewChange): Promise<Written> {
  const { zone: before, change, action, accountId, actor, op, now } = made;
  const records = [...change.after];
  const [removed, added] = await Promise.all([pack(change.removed), pack(change.added)]);
  if (!fits(removed, added)) return 'too-large';
  const next = {
    gen: before.gen + 1,
    wanted: JSON.stringify({ records }),
    size: records.length,
    digest: await sha256Hex(KINDS.zone.digestInput({ records })),
    op,
  };
  const { serviceId, ownerId, hostId, domain } = before;
  const set =
    before.op === null
      ? db
          .insert(zone)
          .values({ serviceId, accountId: ownerId, hostId, name: domain, ...next })
          .onConflictDoNothing()
      : db
          .update(zone)
          .set(next)
          .where(and(eq(zone.serviceId, serviceId), eq(zone.gen, before.gen), eq(zone.op, before.op)));
  const counts = { removedCount: change.removed.length, addedCount: change.added.length };
  const note = db.insert(zoneChange).values({
    id: changeIdOf(op),
    serviceId,
    at: now,
    gen: next.gen,
    byName: actor.name,
    byAccountId: accountId,
    byDelegate: before.as === 'delegate',
    removed,
    added,
    ...counts,
    undoes: made.undoes,
  });
  const record = auditRow(db, actor, {
    accountId: ownerId,
    grantId: before.as === 'delegate' ? before.grantId : null,
    at: now,
    action,
    details: {
      domain,
      removed: counts.removedCount,
      added: counts.addedCount,
      ...(before.as === 'delegate' ? { delegate: before.delegate } : {}),
      op,
    },
    hits: sql`(SELECT count(*) FROM zone WHERE service_id = ${serviceId} AND op = ${op}) * ${mayChange(before, accountId, now)}`,
  });
  try {
    // The record decides first: a change of which another was faster would else fail on its own id or gen.
    await db.batch([set, record, note]);
    return 'written';
  } catch (error) {
    if (lostRace(error) || failedOn(error, 'zone_change.id')) return 'lost-race';
    throw error;
  }
}

/** Domains that an account owns, by name, each with whoever manages it; they are few, so there are no pages. */
export const listOwned = (db: Database, accountId: string) =>
  db
    .select({
      serviceId: service.id,
      domain: service.name,
      records: sql<number>`coalesce(${zone.size}, 0)`,
      grantId: grants.id,
      name: grants.granteeName,
      state: grants.state,
      notAfter: grants.notAfter,
    })
    .from(service)
    .leftJoin(zone, eq(zone.serviceId, service.id))
    .leftJoin(grants, and(eq(grants.serviceId, service.id), sql`${grants.kind} = 'delegation' AND ${grants.state} <> 'ended'`))
    .where(and(eq(service.accountId, accountId), eq(service.kind, 'domain')))
    .orderBy(service.name)
    .limit(500)
    .all();

/** Domains of others that an account manages at `now`. */
export const listManaged = (db: Database, accountId: string, now: number) =>
  db
    .select({
      serviceId: service.id,
      domain: service.name,
      records: sql<number>`coalesce(${zone.size}, 0)`,
      grantId: grants.id,
      name: account.name,
      state: grants.state,
      notAfter: grants.notAfter,
    })
    .from(grants)
    .innerJoin(service, eq(service.id, grants.serviceId))
    .innerJoin(account, eq(account.id, grants.accountId))
    .leftJoin(zone, eq(zone.serviceId, service.id))
    .where(and(eq(grants.toAccountId, accountId), eq(grants.live, 1), isManagedBy(accountId, now)))
    .orderBy(grants.id)
    .limit(500)
    .all();

import { and, eq, sql } from 'drizzle-orm';
import type { ApplyFault, FromAgent, InventoryItem } from '../../contract/index.ts';
import { auditRow, hostActor, lostRace } from '../audit/index.ts';
import { type Database, host, service, zone } from '../db/index.ts';

type OfZone<T> = T & { kind: 'zone' };
type Ack = OfZone<Extract<FromAgent, { t: 'ack' }>>;
type Fail = OfZone<Extract<FromAgent, { t: 'fail' }>>;

const load = (db: Database, hostId: string, name: string) =>
  db
    .select({
      serviceId: zone.serviceId,
      gen: zone.gen,
      ackedGen: zone.ackedGen,
      problem: zone.problem,
      op: zone.op,
      name: zone.name,
      ownerId: service.accountId,
      hostName: host.name,
    })
    .from(zone)
    .innerJoin(service, eq(service.id, zone.serviceId))
    .innerJoin(host, eq(host.id, zone.hostId))
    .where(and(eq(zone.hostId, hostId), eq(zone.name, name)))
    .get();
type Row = NonNullable<Awaited<ReturnType<typeof load>>>;

/** The host has the newest records, or says so again. An older gen than the present one changes nothing. */
export async function acknowledge(db: Database, hostId: string, ack: Ack, now: number): Promise<void> {
  const row = await load(db, hostId, ack.principal);
  if (!row || row.gen !== ack.gen || ack.outcome !== 'present') return;
  if (row.problem !== null) await note(db, hostId, row, { problem: null }, { action: 'zone.healed', fault: null }, now);
  await mark(db, row, row.gen);
}

/** The host could not take the records; nothing else is ever wanted of it instead. */
export async function reportFault(db: Database, hostId: string, fail: Fail, now: number): Promise<boolean> {
  const row = await load(db, hostId, fail.principal);
  if (!row) return false;
  if (row.gen !== fail.gen) return row.gen > fail.gen;
  const { fault } = fail;
  if (row.problem !== fault) await note(db, hostId, row, { problem: fault }, { action: 'zone.problem', fault }, now);
  // What was confirmed once and fails now is told again until all is well.
  await mark(db, row, row.gen - 1);
  return false;
}

/** The host knows a higher gen than the restored tables; what they say is wanted anew. */
export async function overtaken(db: Database, hostId: string, item: InventoryItem, now: number): Promise<void> {
  const row = await load(db, hostId, item.principal);
  if (!row || item.gen <= row.gen) return;
  await note(db, hostId, row, { gen: item.gen + 1 }, { action: 'zone.repaired', fault: null }, now);
}

/** The courier's mark: up to which gen the host has confirmed. No records are changed by it, so it needs no record. */
const mark = (db: Database, { serviceId, gen }: Row, ackedGen: number) =>
  db
    .update(zone)
    .set({ ackedGen })
    .where(and(eq(zone.serviceId, serviceId), eq(zone.gen, gen)));

/** Writes what a host's word changes, with its record. Whoever was faster has changed more than this: the host speaks again. */
async function note(
  db: Database,
  hostId: string,
  row: Row,
  set: { problem?: ApplyFault | null; gen?: number },
  { action, fault }: { action: string; fault: ApplyFault | null },
  now: number,
): Promise<void> {
  const op = crypto.randomUUID();
  const change = db
    .update(zone)
    .set({ ...set, op })
    .where(and(eq(zone.serviceId, row.serviceId), eq(zone.op, row.op)));
  const record = auditRow(db, hostActor(hostId, row.hostName), {
    accountId: row.ownerId,
    grantId: null,
    at: now,
    action,
    details: { domain: row.name, ...(fault ? { fault } : {}) },
    hits: sql`(SELECT count(*) FROM zone WHERE service_id = ${row.serviceId} AND op = ${op})`,
  });
  try {
    await db.batch([change, record]);
  } catch (error) {
    if (!lostRace(error)) throw error;
  }
}

import { and, eq, inArray, ne, type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { SEAT, seatSpec, type VendorName } from '../../contract/index.ts';
import { type Database, desired, grants, service, vendorSeat } from '../db/index.ts';
import type { Memory, SeatOrder } from './port.ts';

/** A seat that its vendor has not confirmed as it is wanted now. */
export type DueSeat = Awaited<ReturnType<typeof loadDueSeats>>[number];

const HOSTS = { own: 'vendor-own', microsoft: 'vendor-microsoft', acronis: 'vendor-acronis' } satisfies Record<
  VendorName,
  string
>;
export const VENDOR_NAMES = Object.keys(HOSTS) as VendorName[];
export const vendorOf = ({ hostId }: DueSeat): VendorName | undefined => VENDOR_NAMES.find((name) => HOSTS[name] === hostId);

/** After this long a try is taken for dead; the slowest has some fifteen requests of ten seconds each. */
export const LEASE_MS = 5 * 60_000;

const dueColumns = {
  grantId: desired.grantId,
  accountId: grants.accountId,
  serviceId: grants.serviceId,
  hostId: desired.hostId,
  principal: desired.principal,
  gen: desired.gen,
  state: desired.state,
  person: { name: grants.granteeName, email: grants.granteeEmail },
  tenant: service.tenant,
  product: service.product,
  remote: vendorSeat.remote,
  attempts: vendorSeat.attempts,
  dueAt: vendorSeat.dueAt,
};

const seatQuery = (db: Database) =>
  db
    .select(dueColumns)
    .from(desired)
    .innerJoin(grants, eq(grants.id, desired.grantId))
    .innerJoin(service, eq(service.id, grants.serviceId))
    .leftJoin(vendorSeat, eq(vendorSeat.grantId, desired.grantId));

/** One seat as it is wanted now; undefined once its vendor has confirmed that. */
export const loadUnconfirmedSeat = (db: Database, grantId: string) =>
  seatQuery(db)
    .where(and(eq(desired.grantId, grantId), sql`${desired.ackedGen} < ${desired.gen}`))
    .get();

/** Unconfirmed seats of one vendor whose time has come, withdrawals first. */
export const loadDueSeats = (db: Database, vendor: VendorName, now: number, limit: number) =>
  seatQuery(db)
    .where(
      and(
        eq(desired.hostId, HOSTS[vendor]),
        sql`${desired.ackedGen} < ${desired.gen}`,
        sql`coalesce(${vendorSeat.dueAt}, 0) <= ${now}`,
        sql`coalesce(${vendorSeat.leasedUntil}, 0) <= ${now}`,
      ),
    )
    .orderBy(sql`${desired.state} IS NOT NULL`, sql`coalesce(${vendorSeat.dueAt}, 0)`)
    .limit(limit)
    .all();

/** One try at a time for each person and customer of a vendor: nobody speaks with it of another seat of the same two. */
const unspokenOf = ({ grantId, hostId, person, tenant }: DueSeat, now: number): SQL =>
  sql`NOT EXISTS (SELECT 1 FROM vendor_seat AS held JOIN grants AS other ON other.id = held.grant_id JOIN service AS its ON its.id = other.service_id
    WHERE held.leased_until > 0 AND held.leased_until > ${now} AND held.grant_id <> ${grantId}
    AND other.host_id = ${hostId} AND other.person_key = ${person.email} AND its.tenant IS ${tenant})`;

/** Takes a seat for one try; false when somebody else is at it, or at the same person with the same customer. */
export async function leaseSeat(db: Database, seat: DueSeat, now: number): Promise<boolean> {
  const until = now + LEASE_MS;
  await db.insert(vendorSeat).values({ grantId: seat.grantId }).onConflictDoNothing();
  const taken = await db
    .update(vendorSeat)
    .set({ leasedUntil: until })
    .where(and(eq(vendorSeat.grantId, seat.grantId), sql`leased_until <= ${now}`, unspokenOf(seat, now)))
    .returning({ grantId: vendorSeat.grantId });
  return taken.length === 1;
}

/** Lets go of a seat: it is done, or is to be tried again at `dueAt`. */
export const releaseSeat = (db: Database, seat: DueSeat, next: { attempts: number; dueAt: number }) =>
  db
    .update(vendorSeat)
    .set({ leasedUntil: 0, ...next })
    .where(eq(vendorSeat.grantId, seat.grantId));

export const keepMemory = (db: Database, grantId: string, memory: Memory) =>
  db
    .update(vendorSeat)
    .set({ remote: JSON.stringify(memory) })
    .where(eq(vendorSeat.grantId, grantId));

const memoryShape = z.record(z.string(), z.string());
export const memoryOf = (seat: DueSeat): Memory => memoryShape.parse(JSON.parse(seat.remote ?? '{}'));

/** Whether the vendor has yet to confirm that it has taken a seat of the same service from somebody. */
export async function isLettingGo(db: Database, { hostId, serviceId }: DueSeat): Promise<boolean> {
  const leaving = await db
    .select({ id: desired.grantId })
    .from(desired)
    .innerJoin(grants, eq(grants.id, desired.grantId))
    .where(
      and(
        eq(desired.hostId, hostId),
        sql`${desired.ackedGen} < ${desired.gen}`,
        sql`${desired.state} IS NULL`,
        eq(grants.serviceId, serviceId),
      ),
    )
    .limit(1)
    .get();
  return leaving !== undefined;
}

/** What the vendor is to be told of a seat, with what its person is to have besides. */
export async function orderOf(db: Database, seat: DueSeat): Promise<SeatOrder> {
  const others = await db
    .select({ product: service.product, spec: grants.spec })
    .from(grants)
    .innerJoin(service, eq(service.id, grants.serviceId))
    .where(
      and(
        eq(grants.accountId, seat.accountId),
        eq(grants.live, 1),
        eq(grants.personKey, seat.person.email),
        eq(grants.kind, 'seat'),
        eq(grants.hostId, seat.hostId),
        inArray(grants.state, ['pending', 'active']),
        ne(grants.id, seat.grantId),
        sql`${service.tenant} IS ${seat.tenant}`,
      ),
    )
    .all();
  const wanted = seat.state === null ? null : SEAT.desired.parse(JSON.parse(seat.state));
  return {
    principal: seat.principal,
    person: seat.person,
    tenant: seat.tenant ?? '',
    product: seat.product ?? '',
    role: wanted?.role ?? null,
    besides: {
      products: others.map(({ product }) => product ?? ''),
      administrator: others.some(({ spec }) => seatSpec.parse(JSON.parse(spec)).role === 'administrator'),
    },
  };
}

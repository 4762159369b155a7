import { eq, sql } from 'drizzle-orm';
import { type Database, failedOn } from '../../../db/index.ts';
import { grants, service } from '../../../db/schema.ts';
import type { GrantKind } from '../../kind.ts';

/** Without a free seat the count becomes null, which its column refuses, and so the whole batch fails. */
const take = (db: Database, serviceId: string) =>
  db
    .update(service)
    .set({ seatsTaken: sql`CASE WHEN seats_taken < seats_bought THEN seats_taken + 1 END` })
    .where(eq(service.id, serviceId));

/** A seat that was passed on is counted for whoever has it now. */
const free = (db: Database, serviceId: string, grantId: string) =>
  db
    .update(service)
    .set({
      seatsTaken: sql`seats_taken - (SELECT count(*) FROM ${grants} WHERE ${grants.id} = ${grantId} AND ${grants.endReason} IS NOT 'moved')`,
    })
    .where(eq(service.id, serviceId));

/** Counts seats where they were bought, in the batches in which they are given and end. */
export const seatEffects: NonNullable<GrantKind['effects']> = {
  born: (db, { serviceId, takesOver }) => (takesOver ? [] : [take(db, serviceId)]),
  stepped: (db, { id, serviceId, becomes }) => (becomes.state === 'ended' ? [free(db, serviceId, id)] : []),
};

/** True when a batch failed because every bought seat is taken. */
export const seatsAreOut = (error: unknown): boolean => failedOn(error, 'service.seats_taken');

/** True when a batch failed because the person has a seat of this service already. */
export const seatIsHeld = (error: unknown): boolean => failedOn(error, 'grants.service_id, grants.person_key');

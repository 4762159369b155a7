import { eq, sql } from 'drizzle-orm';
import type { Database } from '../../../db/index.ts';
import { service } from '../../../db/schema.ts';
import type { GrantKind } from '../../kind.ts';

const count = (db: Database, serviceId: string, change: 1 | -1) =>
  db
    .update(service)
    .set({ seatsTaken: sql`${service.seatsTaken} + ${change}` })
    .where(eq(service.id, serviceId));

/** Counts seats where they were bought; the table's own check fails the whole batch when there are no more. */
export const seatEffects: NonNullable<GrantKind['effects']> = {
  born: (db, { serviceId }) => [count(db, serviceId, 1)],
  stepped: (db, { serviceId, becomes }) => (becomes.state === 'ended' ? [count(db, serviceId, -1)] : []),
};

/** True when a batch failed because every bought seat is taken. */
export function seatsAreOut(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes('seats_within_bought')) return true;
  }
  return false;
}

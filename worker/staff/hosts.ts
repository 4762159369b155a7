import { and, eq, getTableColumns, sql } from 'drizzle-orm';
import type { HostView } from '../../contract/index.ts';
import { type Database, desired, host } from '../db/index.ts';
import { isOnline } from '../hosts/index.ts';

type HostRow = typeof host.$inferSelect;
/** The hash of a one-time token and until when it is good. */
export interface Enrolment {
  enrolHash: string;
  enrolUntil: number;
}

const waiting = sql<number>`(SELECT count(*) FROM ${desired} WHERE ${desired.hostId} = ${host.id} AND ${desired.ackedGen} < ${desired.gen})`;

export const listHosts = (db: Database) =>
  db
    .select({ ...getTableColumns(host), waiting })
    .from(host)
    .where(eq(host.kind, 'agent'))
    .orderBy(host.name);

/** A new host, or a new token for one of that name that has not been enrolled; undefined when it has. */
export const addHost = async (db: Database, name: string, enrolment: Enrolment, now: number): Promise<HostRow | undefined> => {
  const added = await db
    .insert(host)
    .values({ id: crypto.randomUUID(), name, createdAt: now, ...enrolment })
    .onConflictDoUpdate({
      target: host.name,
      set: enrolment,
      setWhere: sql`${host.publicKey} IS NULL AND ${host.kind} = 'agent'`,
    })
    .returning();
  return added[0];
};

/** Undefined when there is no such host. The key it has stays good until the new token is used. */
export const renewEnrolment = async (db: Database, hostId: string, enrolment: Enrolment): Promise<HostRow | undefined> =>
  (
    await db
      .update(host)
      .set(enrolment)
      .where(and(eq(host.id, hostId), eq(host.kind, 'agent')))
      .returning()
  )[0];

export const hostViewOf = (row: HostRow & { waiting?: number }, now: number): HostView => ({
  id: row.id,
  name: row.name,
  state: row.publicKey === null ? 'waiting' : 'enrolled',
  online: isOnline(row, now),
  lastSeenAt: row.lastSeenAt,
  version: row.version,
  waiting: row.waiting ?? 0,
  strangers: row.strangers,
});

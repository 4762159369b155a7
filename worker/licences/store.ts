import { and, eq, sql } from 'drizzle-orm';
import { type SeatRole, seatRole } from '../../contract/index.ts';
import { type Database, service } from '../db/index.ts';

/** Who asks, and in which account. */
export interface Asking {
  accountId: string;
  /** Folded, as seats name their holders. */
  email: string;
  now: number;
}

const query = (db: Database, { accountId, email, now }: Asking) =>
  db
    .select({
      id: service.id,
      name: service.name,
      vendor: service.vendor,
      bought: service.seatsBought,
      taken: service.seatsTaken,
      /** The role of the asker's own seat, as long as it counts. Of one table drizzle writes no names of tables, so it is named here. */
      mine: sql<SeatRole | null>`(SELECT json_extract(spec, '$.role') FROM grants WHERE grants.service_id = service.id
        AND person_key = ${email} AND grants.kind = 'seat' AND state <> 'ended' AND account_id = ${accountId}
        AND state <> 'revoking' AND (not_after IS NULL OR not_after > ${now}))`,
    })
    .from(service);

export type StoredLicence = Awaited<ReturnType<typeof loadLicence>> & object;

const parsed = <R extends { mine: unknown }>(row: R) => ({ ...row, mine: seatRole.nullable().parse(row.mine) });

/** One licence service of the account; undefined when there is none, or it is another account's. */
export async function loadLicence(db: Database, asking: Asking, serviceId: string) {
  const row = await query(db, asking)
    .where(and(eq(service.id, serviceId), eq(service.accountId, asking.accountId), eq(service.kind, 'licence')))
    .get();
  return row && parsed(row);
}

/** All licence services of the account, by name; a contract has few, so there are no pages. */
export async function listLicences(db: Database, asking: Asking) {
  const rows = await query(db, asking)
    .where(and(eq(service.accountId, asking.accountId), eq(service.kind, 'licence')))
    .orderBy(service.name)
    .limit(200)
    .all();
  return rows.map(parsed);
}

import { and, eq, lt, sql } from 'drizzle-orm';
import { RECORDS_SHOWN } from '../../contract/index.ts';
import { type Database, zoneChange } from '../db/index.ts';

/* What was changed in a zone, newest first. */

/** True for a change that somebody has undone, and nobody has done again by undoing that. */
const undone = sql<number>`EXISTS (SELECT 1 FROM zone_change AS undo WHERE undo.undoes = zone_change.id AND undo.undoes IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM zone_change AS redo WHERE redo.undoes = undo.id AND redo.undoes IS NOT NULL))`;
const columns = {
  id: zoneChange.id,
  at: zoneChange.at,
  gen: zoneChange.gen,
  byName: zoneChange.byName,
  byDelegate: zoneChange.byDelegate,
  removedCount: zoneChange.removedCount,
  addedCount: zoneChange.addedCount,
  undoes: zoneChange.undoes,
  undone,
};
const isShort = sql`removed_count + added_count <= ${RECORDS_SHOWN}`;
const unlessLong = { removed: sql<string>`iif(${isShort}, removed, '[]')`, added: sql<string>`iif(${isShort}, added, '[]')` };

/** One change of a zone, whole. */
export const loadChange = (db: Database, serviceId: string, changeId: string) =>
  db
    .select({ ...columns, removed: zoneChange.removed, added: zoneChange.added })
    .from(zoneChange)
    .where(and(eq(zoneChange.id, changeId), eq(zoneChange.serviceId, serviceId)))
    .get();
export type StoredChange = NonNullable<Awaited<ReturnType<typeof loadChange>>>;

/** A page of changes, without the records of very large ones. */
export const listChanges = (db: Database, serviceId: string, { before, limit }: { before: number | null; limit: number }) =>
  db
    .select({ ...columns, ...unlessLong })
    .from(zoneChange)
    .where(and(eq(zoneChange.serviceId, serviceId), before === null ? undefined : lt(zoneChange.gen, before)))
    .orderBy(sql`${zoneChange.gen} DESC`)
    .limit(limit)
    .all();

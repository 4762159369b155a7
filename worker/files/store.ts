import { and, eq } from 'drizzle-orm';
import { type Database, host, service } from '../db/index.ts';

/** What a hosting service's host has said of where it is; undefined when the account has no such service. */
export const loadPlace = (db: Database, accountId: string, serviceId: string) =>
  db
    .select({ hostId: service.hostId, tree: service.tree, endpoints: host.endpoints })
    .from(service)
    .innerJoin(host, eq(host.id, service.hostId))
    .where(and(eq(service.id, serviceId), eq(service.accountId, accountId), eq(service.kind, 'hosting')))
    .get();

/** The hosts that keep files of an account. */
export async function listFileHosts(db: Database, accountId: string): Promise<string[]> {
  const rows = await db
    .selectDistinct({ hostId: service.hostId })
    .from(service)
    .where(and(eq(service.accountId, accountId), eq(service.kind, 'hosting')))
    .limit(200)
    .all();
  return rows.map(({ hostId }) => hostId);
}

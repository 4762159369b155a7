import { and, eq, sql } from 'drizzle-orm';
import { readersOf } from '../assets/index.ts';
import { asset, type Database, service } from '../db/index.ts';
import type { KnownSecret } from './rules.ts';

/** Mailboxes of one account whose own password somebody was told, found service by service; plans bound their number. */
export async function listKnownSecrets(db: Database, accountId: string): Promise<KnownSecret[]> {
  const rows = await db
    .select({
      serviceId: service.id,
      serviceName: service.name,
      address: asset.name,
      knownBy: asset.knownBy,
      print: sql<string | null>`json_extract(${asset.wanted}, '$.password.print')`,
    })
    .from(service)
    .innerJoin(asset, and(eq(asset.serviceId, service.id), sql`${asset.kind} = 'mailbox-asset' AND ${asset.state} <> 'gone'`))
    .where(and(eq(service.accountId, accountId), sql`${service.kind} = 'hosting'`))
    .limit(5000)
    .all();
  return rows.map((row) => ({ ...row, kind: 'mailbox-password', knownBy: readersOf(row) }));
}

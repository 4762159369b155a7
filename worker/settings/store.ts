import { and, desc, eq, getTableColumns, gt, gte, type SQL, sql } from 'drizzle-orm';
import { account, type Database, service, settingRequest, settingToken } from '../db/index.ts';

/** What an earlier subscriber asked about is not the present one's to read (R7). */
const sinceOwner = gte(settingRequest.createdAt, sql`coalesce(${account.ownerSince}, 0)`);
const query = (db: Database) =>
  db
    .select({
      request: getTableColumns(settingRequest),
      serviceName: service.name,
      accountName: account.name,
    })
    .from(settingRequest)
    .innerJoin(account, eq(account.id, settingRequest.accountId))
    .innerJoin(service, eq(service.id, settingRequest.serviceId));
const find = (db: Database, which: SQL | undefined) => query(db).where(and(which, sinceOwner)).get();
export type StoredRequest = NonNullable<Awaited<ReturnType<typeof find>>>;

export const loadRequest = (db: Database, accountId: string, id: string) =>
  find(db, and(eq(settingRequest.id, id), eq(settingRequest.accountId, accountId)));

/** A request found by the hash of a link's token; links of earlier sendings lead nowhere. */
export const loadByToken = (db: Database, hash: string) =>
  find(
    db,
    sql`${settingRequest.id} = (SELECT ${settingToken.requestId} FROM ${settingToken} WHERE ${settingToken.hash} = ${hash})
      AND ${settingRequest.sending} = (SELECT ${settingToken.sending} FROM ${settingToken} WHERE ${settingToken.hash} = ${hash})`,
  );

/** Whether an account has asked so much since a moment; reads no more of it. */
export async function hasAsked(db: Database, accountId: string, since: number, many: number): Promise<boolean> {
  const asked = await db
    .select({ id: settingRequest.id })
    .from(settingRequest)
    .where(and(eq(settingRequest.accountId, accountId), gt(settingRequest.createdAt, since)))
    .limit(many)
    .all();
  return asked.length >= many;
}

const CURSOR = /^(\d{1,15})\.([\w-]{1,64})$/;

/** An account's requests, newest first; reads the rows it returns and one more. */
export async function listRequests(
  db: Database,
  accountId: string,
  { after, limit }: { after?: string | undefined; limit: number },
) {
  const [, at, id] = CURSOR.exec(after ?? '') ?? [];
  const since = sql`(SELECT coalesce(owner_since, 0) FROM account WHERE id = ${accountId})`;
  const beyond = at && id ? sql`(${settingRequest.createdAt}, ${settingRequest.id}) < (${Number(at)}, ${id})` : undefined;
  const rows = await query(db)
    .where(and(eq(settingRequest.accountId, accountId), gte(settingRequest.createdAt, since), beyond))
    .orderBy(desc(settingRequest.createdAt), desc(settingRequest.id))
    .limit(limit + 1)
    .all();
  const last = rows[limit - 1];
  const next = rows.length > limit && last ? `${last.request.createdAt}.${last.request.id}` : null;
  return { rows: rows.slice(0, limit), next };
}

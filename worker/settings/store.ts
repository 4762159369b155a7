import { and, desc, eq, getTableColumns, gte, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { SETTING } from '../../content/settings/index.ts';
import type { SettingName } from '../../contract/index.ts';
import { type Actor, auditRow, lostRace } from '../audit/index.ts';
import { account, type Database, service, settingRequest, settingToken } from '../db/index.ts';
import { belongsTo } from '../services/index.ts';
import { type SettingLetter, toHelper, toOwner } from './letters-store.ts';
import { REQUEST_MS } from './rules.ts';

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

export interface Circumstances {
  actor: Actor;
  now: number;
  op: string;
}
type Statement = BatchItem<'sqlite'>;
export const countOp = (id: string, op: string): SQL =>
  sql`(SELECT count(*) FROM setting_request WHERE id = ${id} AND op = ${op})`;

async function runBatch(db: Database, first: Statement, ...others: Statement[]): Promise<boolean> {
  try {
    await db.batch([first, ...others]);
    return true;
  } catch (error) {
    if (lostRace(error)) return false;
    throw error;
  }
}

interface About {
  id: string;
  accountId: string;
  setting: string;
  helperName: string;
}
const record = (
  db: Database,
  { id, accountId, setting, helperName }: About,
  action: string,
  hits: SQL,
  { actor, now, op }: Circumstances,
) =>
  auditRow(db, actor, {
    accountId,
    grantId: null,
    at: now,
    action,
    details: { setting: SETTING[setting as SettingName].title, grantee: helperName, op },
    hits: sql`${countOp(id, op)} * ${hits}`,
  });

export type NewRequest = Pick<
  typeof settingRequest.$inferInsert,
  'id' | 'accountId' | 'serviceId' | 'setting' | 'helperName' | 'helperEmail' | 'note'
>;

/** Writes a request with its letter; false when the service is the account's no more. */
export function writeRequest(db: Database, request: NewRequest, by: Circumstances): Promise<boolean> {
  const { actor, now, op } = by;
  const row = {
    ...request,
    state: 'sent' as const,
    createdBy: actor.id ?? '',
    createdByName: actor.name,
    createdAt: now,
    expiresAt: now + REQUEST_MS,
    op,
  };
  return runBatch(
    db,
    db.insert(settingRequest).values(row),
    toHelper(db, { ...row, sending: 1 }, now),
    record(db, row, 'setting.asked', belongsTo(request.serviceId, request.accountId), by),
  );
}

/** One change of a request. */
export interface Turn {
  set: Partial<typeof settingRequest.$inferInsert>;
  action: string;
  letter: SettingLetter | null;
}

/** Writes one change with its letter and its audit row; false when somebody else was faster. */
export function writeTurn(
  db: Database,
  { request }: StoredRequest,
  { set, action, letter }: Turn,
  by: Circumstances,
): Promise<boolean> {
  const letters = {
    'setting-request': () => toHelper(db, { ...request, sending: set.sending ?? request.sending }, by.now),
    'setting-answered': () => toOwner(db, request, by.now),
  };
  return runBatch(
    db,
    db
      .update(settingRequest)
      .set({ ...set, version: request.version + 1, op: by.op })
      .where(and(eq(settingRequest.id, request.id), eq(settingRequest.op, request.op))),
    ...(letter ? [letters[letter]()] : []),
    record(db, request, action, sql`1`, by),
  );
}

/** Ends what the account that passes on has asked; its links stop working. A part of the passing batch (R7). */
export const dropRequests = (db: Database, accountId: string, op: string): Statement =>
  db
    .update(settingRequest)
    .set({ state: 'dropped', version: sql`${settingRequest.version} + 1`, op })
    .where(sql`${settingRequest.accountId} = ${accountId} AND ${settingRequest.state} IN ('sent', 'answered')`);

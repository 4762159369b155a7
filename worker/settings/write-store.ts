import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { SETTING } from '../../content/settings/index.ts';
import type { SettingName } from '../../contract/index.ts';
import { type Actor, auditRow, lostRace } from '../audit/index.ts';
import { type Database, settingRequest } from '../db/index.ts';
import { belongsTo } from '../services/index.ts';
import { type SettingLetter, toHelper, toOwner } from './letters-store.ts';
import { ASKING_MS, MOST_ASKED, REQUEST_MS } from './rules.ts';
import type { StoredRequest } from './store.ts';

export interface Circumstances {
  actor: Actor;
  now: number;
  op: string;
}
type Statement = BatchItem<'sqlite'>;
const countOp = (id: string, op: string): SQL => sql`(SELECT count(*) FROM setting_request WHERE id = ${id} AND op = ${op})`;

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

/** Writes a request with its letter; false when the account has asked too much by now, or the service is its no more. */
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
  const few = sql`((SELECT count(*) FROM setting_request WHERE account_id = ${row.accountId} AND created_at > ${now - ASKING_MS}) <= ${MOST_ASKED})`;
  return runBatch(
    db,
    db.insert(settingRequest).values(row),
    toHelper(db, { ...row, sending: 1 }, now),
    record(db, row, 'setting.asked', sql`${few} * ${belongsTo(request.serviceId, request.accountId)}`, by),
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

/** Ends what an account that passes on, or loses a domain, has asked; the links stop working. A part of the passing batch (R7). */
export const dropRequests = (db: Database, of: { accountId: string; serviceId?: string }, op: string): Statement =>
  db
    .update(settingRequest)
    .set({ state: 'dropped', version: sql`${settingRequest.version} + 1`, op })
    .where(
      and(
        eq(settingRequest.accountId, of.accountId),
        of.serviceId === undefined ? undefined : eq(settingRequest.serviceId, of.serviceId),
        sql`state IN ('sent', 'answered')`,
      ),
    );

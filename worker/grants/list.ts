import { and, eq, gt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '../db/index.ts';
import { grants } from '../db/schema.ts';
import { type ShownGrant, shownQuery } from './rows.ts';

/** Each order's first column, as its index has it. */
const KEYS = { person: grants.personKey, service: grants.serviceId, end: grants.endKey };

export type GrantOrder = keyof typeof KEYS;
export interface GrantPage {
  order: GrantOrder;
  show: 'live' | 'ended';
  after?: string | undefined;
  limit: number;
}

const cursorShape = z.tuple([z.union([z.string(), z.number()]), z.string()]);
const writeCursor = (row: { key: string | number; grant: { id: string } }) =>
  Buffer.from(JSON.stringify([row.key, row.grant.id])).toString('base64url');

/** A cursor is ours or nothing: one that cannot be read begins at the start. */
function readCursor(text: string | undefined) {
  if (text === undefined) return null;
  try {
    return cursorShape.safeParse(JSON.parse(Buffer.from(text, 'base64url').toString())).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** One page of the seats of a licence service that have not ended, by person; reads the rows it returns and one more. */
export async function listSeats(
  db: Database,
  accountId: string,
  serviceId: string,
  page: Pick<GrantPage, 'after' | 'limit'>,
): Promise<{ rows: ShownGrant[]; next: string | null }> {
  const cursor = readCursor(page.after);
  // The words of the index that holds just these, one for each person.
  const held = sql`${grants.kind} = 'seat' AND ${grants.state} <> 'ended'`;
  const rows = await shownQuery(db, sql`${grants.personKey}`)
    .where(
      and(
        eq(grants.serviceId, serviceId),
        eq(grants.accountId, accountId),
        held,
        cursor ? gt(grants.personKey, String(cursor[0])) : undefined,
      ),
    )
    .orderBy(grants.personKey)
    .limit(page.limit + 1)
    .all();
  return pageOf(rows, page.limit);
}

const pageOf = <R extends { key: string | number; grant: { id: string } }>(rows: R[], limit: number) => {
  const last = rows[limit - 1];
  return { rows: rows.slice(0, limit), next: rows.length > limit && last ? writeCursor(last) : null };
};

/** One page of an account's grants and the cursor of the next; reads the rows it returns and one more. */
export async function listGrants(
  db: Database,
  accountId: string,
  page: GrantPage,
): Promise<{ rows: ShownGrant[]; next: string | null }> {
  const key = KEYS[page.order];
  const cursor = readCursor(page.after);
  const rows = await shownQuery(db, sql`${key}`)
    .where(
      and(
        eq(grants.accountId, accountId),
        eq(grants.live, page.show === 'live' ? 1 : 0),
        cursor ? sql`(${key}, ${grants.id}) > (${cursor[0]}, ${cursor[1]})` : undefined,
      ),
    )
    .orderBy(key, grants.id)
    .limit(page.limit + 1)
    .all();
  return pageOf(rows, page.limit);
}

import { and, eq, gt, type SQL, sql } from 'drizzle-orm';
import type { GrantKindName, GrantState } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { grants } from '../db/schema.ts';
import { pageOf, readCursor } from './cursor.ts';
import { filteredGrants, hasFilter } from './filtered-list.ts';
import { type ShownGrant, shownQuery } from './rows.ts';

/** Each order's first column, as its index has it. */
const KEYS = { person: grants.personKey, service: grants.serviceId, end: grants.endKey };

export type GrantOrder = keyof typeof KEYS;
export interface GrantPage {
  order: GrantOrder;
  show: 'live' | 'ended';
  after?: string | undefined;
  limit: number;
  /** Only grants that all words of it find. */
  search?: string | undefined;
  kind?: GrantKindName | undefined;
  serviceId?: string | undefined;
  state?: Exclude<GrantState, 'ended'> | undefined;
}
export interface ListedGrants {
  rows: ShownGrant[];
  next: string | null;
}

/** One page of the seats of a licence service that have not ended, by person; reads the rows it returns and one more. */
export async function listSeats(
  db: Database,
  accountId: string,
  serviceId: string,
  page: Pick<GrantPage, 'after' | 'limit'>,
): Promise<ListedGrants> {
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

/** One page of an account's grants and the cursor of the next. Without a filter it reads the rows it returns and one more. */
export async function listGrants(db: Database, accountId: string, page: GrantPage): Promise<ListedGrants> {
  if (hasFilter(page)) return filteredGrants(db, accountId, page);
  const key: SQL<string | number> = sql`${KEYS[page.order]}`;
  const cursor = readCursor(page.after);
  const rows = await shownQuery(db, key)
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

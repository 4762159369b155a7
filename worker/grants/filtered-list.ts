import { type SQL, sql } from 'drizzle-orm';
import type { Database } from '../db/index.ts';
import { type Cursor, pageOf, readCursor, writeCursor } from './cursor.ts';
import type { GrantPage, ListedGrants } from './list.ts';
import { type ShownGrant, shownQuery } from './rows.ts';
import { wordsOf } from './terms.ts';

/*
 * Grants by what somebody looks for. One condition is found in its index, in windows of a fixed size, and the others are
 * checked on what the window holds: a page may so be short, or empty, and still have a next one.
 */

/** How many candidates one page looks at when each has still to be checked. */
const WINDOW = 200;
/** How often one grant may stand among those that a word finds: by name, address and the like. */
const WORDS_ALIKE = 3;

/** How many candidates one page looks at: no more than it shows and one, where nothing is left to check. */
function sizeOf({ limit, ...filter }: GrantPage, words: readonly string[]): number {
  const columns = [filter.kind, filter.serviceId, filter.state].filter((column) => column !== undefined);
  if (words.length + columns.length > 1) return Math.max(WINDOW, limit + 1);
  return words.length === 1 ? (limit + 1) * WORDS_ALIKE : limit + 1;
}

type Filter = Pick<GrantPage, 'search' | 'kind' | 'serviceId' | 'state'>;
const wordsIn = ({ search }: Filter): string[] => wordsOf(search ?? '');
export const hasFilter = (page: Filter): boolean =>
  wordsIn(page).length > 0 || page.kind !== undefined || page.serviceId !== undefined || page.state !== undefined;

/** Candidates in the order of an index. `key`, `id` and `where` are about `candidate`; `keyOf` is the same key of a row of `grants`. */
interface Driver {
  from: SQL;
  where: SQL;
  id: SQL;
  /** Null where candidates stand by their id alone. */
  key: { of: SQL; ofGrant: SQL<string> } | null;
}

/** Later than every word that begins so. */
const past = (word: string) => `${word}\u{10ffff}`;

function byWord(accountId: string, live: number, word: string): Driver {
  const begins = (term: SQL) => sql`${term} >= ${word} AND ${term} < ${past(word)}`;
  return {
    from: sql`grant_term AS candidate`,
    where: sql`candidate.account_id = ${accountId} AND candidate.live = ${live} AND ${begins(sql`candidate.term`)}`,
    id: sql`candidate.grant_id`,
    key: {
      of: sql`candidate.term`,
      // Several words of one grant may begin so: it stands where the first of them does.
      ofGrant: sql`(SELECT min(term) FROM grant_term WHERE grant_id = grants.id AND ${begins(sql`term`)})`,
    },
  };
}

/** The filter that is likely to leave the fewest, by its index; within it, grants stand by their id. */
function byColumn(accountId: string, live: number, { kind, serviceId, state }: Filter): Driver {
  const at = (where: SQL): Driver => ({
    from: sql`grants AS candidate`,
    where: sql`candidate.account_id = ${accountId} AND ${where}`,
    id: sql`candidate.id`,
    key: null,
  });
  const byState = at(sql`candidate.state = ${state ?? ''} AND candidate.state <> 'ended'`);
  if (state !== undefined && state !== 'active') return byState;
  if (serviceId !== undefined) return at(sql`candidate.live = ${live} AND candidate.service_id = ${serviceId}`);
  return kind === undefined ? byState : at(sql`candidate.live = ${live} AND candidate.kind = ${kind}`);
}

/** What is checked on each candidate. The plus keeps D1 from looking for them in an index of all that the account has. */
function conditions(accountId: string, live: number, filter: Filter, words: readonly string[]): SQL {
  const { kind, serviceId, state } = filter;
  const all = [
    sql`+grants.account_id = ${accountId} AND +grants.live = ${live}`,
    ...(kind === undefined ? [] : [sql`+grants.kind = ${kind}`]),
    ...(serviceId === undefined ? [] : [sql`+grants.service_id = ${serviceId}`]),
    ...(state === undefined ? [] : [sql`+grants.state = ${state}`]),
    ...words.map(
      (word) =>
        sql`EXISTS (SELECT 1 FROM grant_term AS also WHERE also.grant_id = grants.id AND also.term >= ${word} AND also.term < ${past(word)})`,
    ),
  ];
  return sql.join(all, sql` AND `);
}

/** Candidates and grants in the driver's order, and those after a cursor. */
function ordersOf({ key, id }: Driver, cursor: Cursor | null) {
  const order = (of: SQL | undefined, its: SQL) => (of ? sql`${of}, ${its}` : its);
  const after = (of: SQL | undefined, its: SQL) => {
    if (!cursor) return sql`1`;
    return of ? sql`(${of}, ${its}) > (${String(cursor[0])}, ${cursor[1]})` : sql`${its} > ${cursor[1]}`;
  };
  const grantId = sql`grants.id`;
  return {
    candidates: order(key?.of, id),
    grants: order(key?.ofGrant, grantId),
    candidatesAfter: after(key?.of, id),
    grantsAfter: after(key?.ofGrant, grantId),
  };
}

/** One page of the grants that a filter leaves. */
export async function filteredGrants(db: Database, accountId: string, page: GrantPage): Promise<ListedGrants> {
  const live = page.show === 'live' ? 1 : 0;
  const words = wordsIn(page);
  const size = sizeOf(page, words);
  const [word, ...others] = words;
  const driver = word === undefined ? byColumn(accountId, live, page) : byWord(accountId, live, word);
  const by = ordersOf(driver, readCursor(page.after));
  const key = driver.key ?? { of: sql`''`, ofGrant: sql<string>`''` };
  const window = (limit: SQL) =>
    sql`(SELECT ${key.of} AS key, ${driver.id} AS id FROM ${driver.from} WHERE ${driver.where} AND ${by.candidatesAfter} ORDER BY ${by.candidates} LIMIT ${limit})`;
  const picked = sql`(SELECT id FROM (SELECT grants.id FROM grants WHERE grants.id IN (SELECT id FROM ${window(sql`${size}`)})
    AND ${conditions(accountId, live, page, others)} AND ${by.grantsAfter} ORDER BY ${by.grants} LIMIT ${page.limit + 1}))`;
  const rows = await shownQuery(db, key.ofGrant).where(sql`grants.id IN ${picked}`).orderBy(by.grants).all();
  const found = pageOf(rows, page.limit);
  const next = found.next ?? (await edgeOf(db, window(sql`1 OFFSET ${size - 1}`)));
  return { rows: found.rows.sort(ORDERS[page.order]), next };
}

/** Where a window ended that was full: there may be more behind it. */
async function edgeOf(db: Database, last: SQL): Promise<string | null> {
  const edge = await db.select({ key: sql<string>`key`, id: sql<string>`id` }).from(last).get();
  return edge ? writeCursor([edge.key, edge.id]) : null;
}

const compare = (a: string | number, b: string | number) => (a < b ? -1 : Number(a > b));
/** How one page's rows stand; the pages themselves follow each other by what was looked for. */
const ORDERS: Record<GrantPage['order'], (a: ShownGrant, b: ShownGrant) => number> = {
  person: ({ grant: a }, { grant: b }) => compare(a.granteeEmail || a.granteeName, b.granteeEmail || b.granteeName),
  service: ({ grant: a }, { grant: b }) => compare(a.serviceId, b.serviceId),
  end: ({ grant: a }, { grant: b }) => compare(a.notAfter ?? Number.MAX_SAFE_INTEGER, b.notAfter ?? Number.MAX_SAFE_INTEGER),
};

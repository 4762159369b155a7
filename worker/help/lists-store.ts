import { and, eq, type SQL, sql } from 'drizzle-orm';
import { type Database, helpCase } from '../db/index.ts';
import { caseQuery, type ListedCase, listedFor, type Reader } from './store.ts';

interface Page {
  after?: string | undefined;
  limit: number;
}
export interface ListedPage {
  rows: ListedCase[];
  next: string | null;
}

const CURSOR = /^(\d{1,15})\.([\w-]{1,64})$/;
/** A cursor is ours or nothing: one that cannot be read begins at the start. */
function readCursor(text: string | undefined): { at: number; id: string } | null {
  const [, at, id] = CURSOR.exec(text ?? '') ?? [];
  return at && id ? { at: Number(at), id } : null;
}

/** One page in the order of an index that ends in (updated_at, id); reads the rows it returns and one more. */
async function pageOf(
  db: Database,
  which: SQL | undefined,
  { after, limit, order }: Page & { order: 'oldest' | 'newest' },
): Promise<ListedPage> {
  const cursor = readCursor(after);
  const way = order === 'oldest' ? sql.raw('>') : sql.raw('<');
  const beyond = cursor ? sql`(${helpCase.updatedAt}, ${helpCase.id}) ${way} (${cursor.at}, ${cursor.id})` : undefined;
  const direction = order === 'oldest' ? sql.raw('ASC') : sql.raw('DESC');
  const rows = await caseQuery(db)
    .where(and(which, beyond))
    .orderBy(sql`${helpCase.updatedAt} ${direction}`, sql`${helpCase.id} ${direction}`)
    .limit(limit + 1)
    .all();
  const last = rows[limit - 1];
  const next = rows.length > limit && last ? `${last.case.updatedAt}.${last.case.id}` : null;
  return { rows: rows.slice(0, limit), next };
}

/** A customer's cases, the last changed first. */
export const listCases = (db: Database, reader: Reader, show: 'open' | 'closed', page: Page): Promise<ListedPage> =>
  pageOf(db, and(listedFor(reader), eq(helpCase.open, show === 'open' ? 1 : 0)), { ...page, order: 'newest' });

/** Which cases each part of the queue holds, in the words of its index. */
const PARTS: Record<'new' | 'mine' | 'taken' | 'closed', (userId: string) => SQL | undefined> = {
  new: () => eq(helpCase.state, 'new'),
  mine: (userId) => and(eq(helpCase.takenBy, userId), eq(helpCase.open, 1)),
  taken: () => sql`${helpCase.takenBy} IS NOT NULL AND ${helpCase.state} <> 'closed' AND ${helpCase.updatedAt} > 0`,
  closed: () => eq(helpCase.state, 'closed'),
};

/** A part of the queue: the one that waits longest first, of those that are closed the last one. */
export const listQueue = (db: Database, show: keyof typeof PARTS, userId: string, page: Page): Promise<ListedPage> =>
  pageOf(db, PARTS[show](userId), { ...page, order: show === 'closed' ? 'newest' : 'oldest' });

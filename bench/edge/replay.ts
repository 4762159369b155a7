import type { Trip } from '../../tests/support/recorded-d1.ts';

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';

const randomHex = (length: number) =>
  Array.from(crypto.getRandomValues(new Uint8Array(length)), (byte) => (byte & 15).toString(16)).join('');

/** Swaps every id that a recorded request made up for a fresh one, the same one wherever it stands. */
function freshener(grantId: string, principal: string): (param: unknown) => unknown {
  const own = new RegExp(`${grantId}[0-9a-f]*|${principal}|${UUID}`, 'g');
  const fresh = new Map<string, string>();
  const swap = (id: string) => {
    const known = fresh.get(id) ?? (id.includes('-') ? `bare-${randomHex(12)}` : randomHex(id.length));
    fresh.set(id, known);
    return known;
  };
  return (param) => (typeof param === 'string' ? param.replace(own, swap) : param);
}

/** What a recorded request asked of D1, to be asked again. */
export interface Lesson {
  trips: Trip[];
  /** Ids that the request made up; null where it made up none. */
  made: { grantId: string; principal: string } | null;
}

/** Asks the same statements in the same trips, one after another, and gives the last answer. */
export async function replay(db: D1Database, { trips, made }: Lesson): Promise<unknown> {
  const fresh = made ? freshener(made.grantId, made.principal) : (param: unknown) => param;
  let last: unknown = null;
  for (const { statements, batch } of trips) {
    const prepared = statements.map(({ sql, params }) => db.prepare(sql).bind(...params.map(fresh)));
    const [only] = prepared;
    last = batch || !only ? await db.batch(prepared) : await only.raw();
  }
  return last;
}

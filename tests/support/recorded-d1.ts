/*
 * D1 that writes down what is asked of it, for whoever wants to know what a route costs.
 */

export interface RecordedStatement {
  sql: string;
  params: unknown[];
}

/** One trip to the database: a single statement, or all those of one batch. */
export interface Trip {
  statements: RecordedStatement[];
  batch: boolean;
  rowsRead: number;
  rowsWritten: number;
}

interface Prepared {
  statement: RecordedStatement;
  real: D1PreparedStatement;
}
/** The real statement behind a recorded one, for batches. */
const behind = new WeakMap<object, Prepared>();

/** A database that does what `real` does and adds each trip to `trips`. Reads may be run twice, because D1 counts their rows only in another form of answer. */
export function recordedD1(real: D1Database, trips: Trip[]): D1Database {
  const recorded = {
    prepare: (sql: string) => recordedStatement({ statement: { sql, params: [] }, real: real.prepare(sql) }, trips),
    async batch(statements: D1PreparedStatement[]) {
      const prepared = statements.map(unwrap);
      const trip = newTrip(
        prepared.map(({ statement }) => statement),
        true,
      );
      trips.push(trip);
      const results = await real.batch(prepared.map((one) => one.real));
      for (const { meta } of results) count(trip, meta);
      return results;
    },
  };
  return recorded as unknown as D1Database;
}

function unwrap(statement: object): Prepared {
  const prepared = behind.get(statement);
  if (!prepared) throw new Error('a statement that another database prepared');
  return prepared;
}

const newTrip = (statements: RecordedStatement[], batch: boolean): Trip => ({ statements, batch, rowsRead: 0, rowsWritten: 0 });

function count(trip: Trip, meta: { rows_read: number; rows_written: number }): void {
  trip.rowsRead += meta.rows_read;
  trip.rowsWritten += meta.rows_written;
}

function recordedStatement(prepared: Prepared, trips: Trip[]): D1PreparedStatement {
  const { statement, real } = prepared;
  const begin = () => {
    const trip = newTrip([statement], false);
    trips.push(trip);
    return trip;
  };
  const all = async (trip: Trip) => {
    const result = await real.all<Record<string, unknown>>();
    count(trip, result.meta);
    return result;
  };
  const recorded = {
    bind: (...params: unknown[]) =>
      recordedStatement({ statement: { sql: statement.sql, params }, real: real.bind(...params) }, trips),
    all: () => all(begin()),
    run: () => all(begin()),
    raw: () => raw(real, statement.sql, () => all(begin())),
    async first(column?: string) {
      const { results } = await all(begin());
      return (column === undefined ? results[0] : results[0]?.[column]) ?? null;
    },
  };
  behind.set(recorded, prepared);
  return recorded as unknown as D1PreparedStatement;
}

/** Rows as arrays. A join may name two columns alike, which rows as objects cannot hold, so reads are asked once more; a write must not be. */
async function raw(
  real: D1PreparedStatement,
  sql: string,
  counted: () => Promise<{ results: Record<string, unknown>[] }>,
): Promise<unknown[][]> {
  const { results } = await counted();
  return /^\s*(select|with)\b/i.test(sql) ? real.raw() : results.map((row) => Object.values(row));
}

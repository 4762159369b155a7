/*
 * D1 on the SQLite of a Durable Object: the same statements on the same engine, without a trip to another process for each,
 * so that a thousand stories take seconds. `turn` is waited for before every trip, and so decides who goes first.
 */

type Bindable = string | number | null;

interface Prepared {
  sql: string;
  params: Bindable[];
}
const behind = new WeakMap<object, Prepared>();

function bindable(value: unknown): Bindable {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  throw new Error(`D1 takes no ${typeof value}`);
}

/** A database whose every trip waits for its turn; a batch is one trip and one transaction. */
export function sqliteD1(storage: DurableObjectStorage, turn: (what: string) => Promise<unknown>): D1Database {
  const run = ({ sql, params }: Prepared) => storage.sql.exec(sql, ...params);
  const result = (prepared: Prepared) => ({ success: true, meta: {}, results: run(prepared).toArray() });
  const statement = (prepared: Prepared) => {
    const label = prepared.sql.slice(0, 40);
    const made = {
      bind: (...params: unknown[]) => statement({ sql: prepared.sql, params: params.map(bindable) }),
      all: async () => {
        await turn(label);
        return result(prepared);
      },
      run: async () => {
        await turn(label);
        return result(prepared);
      },
      raw: async () => {
        await turn(label);
        return [...run(prepared).raw()];
      },
      first: async (column?: string) => {
        await turn(label);
        const [row] = run(prepared).toArray();
        return (column === undefined ? row : row?.[column]) ?? null;
      },
    };
    behind.set(made, prepared);
    return made;
  };
  const database = {
    prepare: (sql: string) => statement({ sql, params: [] }),
    batch: async (statements: object[]) => {
      await turn('batch');
      return storage.transactionSync(() => statements.map((one) => result(behind.get(one) ?? { sql: '', params: [] })));
    },
  };
  return database as unknown as D1Database;
}

/** Takes down what some tables hold, and gives the way back to it; they come in the order in which their rows can be inserted. */
export function snapshot(storage: DurableObjectStorage, tables: readonly string[]): () => void {
  const kept = tables.map((table) => {
    const columns = storage.sql
      .exec<{ name: string }>(`PRAGMA table_info(${table})`)
      .toArray()
      .map(({ name }) => `"${name}"`);
    const rows = [...storage.sql.exec(`SELECT ${columns.join(', ')} FROM ${table}`).raw()];
    return { insert: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`, rows };
  });
  return () =>
    storage.transactionSync(() => {
      for (const table of tables.toReversed()) storage.sql.exec(`DELETE FROM ${table}`);
      for (const { insert, rows } of kept) for (const row of rows) storage.sql.exec(insert, ...row);
    });
}

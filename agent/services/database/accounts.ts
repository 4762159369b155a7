import { describeAccount, MAX_CONNECTIONS, MAX_STATEMENT_S, type Records } from './account.ts';
import { grantPattern, identifier } from './names.ts';
import { type Access, grantedColumns, rightsOf } from './rights.ts';
import type { Row, Server } from './server.ts';

/** Our own note about an account, beside what MariaDB says of it. `ends` is in epoch seconds. */
export type Note = { principal: string; gen: number; ends: number | null; hash: string; digest: string };
export type Found = { note: Note | null; records: Records };

const OTHERS = ['tables_priv', 'columns_priv', 'procs_priv', 'roles_mapping', 'proxies_priv'];

/** Accounts in MariaDB's own tables, and our notes about those that are ours. */
export class Accounts {
  readonly #server: Server;
  #rights: string | null = null;

  constructor(server: Server) {
    this.#server = server;
  }

  async find(principal: string): Promise<Found> {
    const [found] = await this.#gather([principal], 'WHERE User = ?', [principal]);
    return found ?? { note: null, records: { accounts: [], databases: [], others: 0 } };
  }

  /** All that we have a note about, in as many queries as for one. */
  async findAll(): Promise<(Found & { note: Note })[]> {
    return (await this.#gather(null, '', [])).flatMap(({ note, records }) => (note === null ? [] : [{ note, records }]));
  }

  async #gather(principals: string[] | null, where: string, values: string[]): Promise<Found[]> {
    const ask = (sql: string) => this.#server.ask(`${sql} ${where}`, values);
    const [notes, accounts, databases, others] = await Promise.all([
      this.#server.ask(`SELECT * FROM klucznik.access ${where.replace('User', 'principal')}`, values),
      ask('SELECT User, Host AS host, Priv AS priv FROM mysql.global_priv'),
      ask(`SELECT User, Host AS host, Db AS pattern, ${await this.#rightsInSql()} AS rights FROM mysql.db`),
      ask(`SELECT User FROM (${OTHERS.map((table) => `SELECT User FROM mysql.${table}`).join(' UNION ALL ')}) AS others`),
    ]);
    const [noteOf, accountsOf, databasesOf, othersOf] = [
      new Map(notes.map((row) => [String(row.principal), toNote(row)])),
      ...[accounts, databases, others].map((rows) => Map.groupBy(rows, (row) => String(row.User))),
    ] as const;
    return (principals ?? [...noteOf.keys()]).map((name) => ({
      note: noteOf.get(name) ?? null,
      records: {
        accounts: (accountsOf?.get(name) ?? []).map(({ host, priv }) => ({ host: String(host), priv: String(priv) })),
        databases: (databasesOf?.get(name) ?? []).map(({ host, pattern, rights }) => ({
          host: String(host),
          pattern: String(pattern),
          rights: String(rights),
        })),
        others: othersOf?.get(name)?.length ?? 0,
      },
    }));
  }

  async #rightsInSql(): Promise<string> {
    this.#rights ??= grantedColumns(
      (
        await this.#server.ask(
          "SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'mysql' AND TABLE_NAME = 'db' AND COLUMN_NAME LIKE '%!_priv' ESCAPE '!'",
        )
      ).map(({ name }) => String(name)),
    );
    return this.#rights;
  }

  async note({ principal, gen, ends, hash, digest }: Note): Promise<void> {
    await this.#server.ask('REPLACE INTO klucznik.access (principal, gen, ends, hash, digest) VALUES (?, ?, ?, ?, ?)', [
      principal,
      gen,
      ends,
      hash,
      digest,
    ]);
  }

  async forget(principal: string): Promise<void> {
    await this.#server.ask('DELETE FROM klucznik.access WHERE principal = ?', [principal]);
  }

  /** Refuses every new sign-in under this name; open sessions stay. */
  async lock(principal: string, { accounts }: Records): Promise<void> {
    for (const { host } of accounts) await this.#server.ask('ALTER USER IF EXISTS ?@? ACCOUNT LOCK', [principal, host]);
  }

  async unlock(principal: string): Promise<void> {
    await this.#server.ask("ALTER USER ?@'%' ACCOUNT UNLOCK", [principal]);
  }

  /** With an account go its rights of every sort. */
  async drop(principal: string, { accounts }: Records): Promise<void> {
    for (const { host } of accounts) await this.#server.ask('DROP USER IF EXISTS ?@?', [principal, host]);
  }

  /** Makes the account with everything but the permission to sign in. */
  async createLocked(principal: string, hash: string, database: string, access: Access): Promise<void> {
    await this.#server.ask(
      `CREATE USER ?@'%' IDENTIFIED BY PASSWORD ? REQUIRE SSL
        WITH MAX_USER_CONNECTIONS ${MAX_CONNECTIONS} MAX_STATEMENT_TIME ${MAX_STATEMENT_S} PASSWORD EXPIRE NEVER ACCOUNT LOCK`,
      [principal, hash],
    );
    await this.#server.ask(`GRANT ${rightsOf(access)} ON ${identifier(grantPattern(database))}.* TO ?@'%'`, [principal]);
  }

  /** Those of ours whose access is over at `now` (epoch seconds), and who of them could still sign in. */
  async expired(now: number): Promise<{ all: string[]; open: string[] }> {
    const rows = await this.#server.ask(
      `SELECT a.principal, g.User IS NOT NULL AND NOT COALESCE(JSON_VALUE(g.Priv, '$.account_locked'), 0) AS open
        FROM klucznik.access a LEFT JOIN mysql.global_priv g ON g.Host = '%' AND g.User = a.principal WHERE a.ends <= ?`,
      [now],
    );
    const names = (some: Row[]) => some.map(({ principal }) => String(principal));
    return { all: names(rows), open: names(rows.filter(({ open }) => Number(open) === 1)) };
  }

  /** Those of ours who may do anything at all in this database. */
  async withRightsOn(database: string): Promise<string[]> {
    const rows = await this.#server.ask(
      `SELECT DISTINCT a.principal FROM klucznik.access a JOIN (
        SELECT User FROM mysql.db WHERE Db = ? UNION SELECT User FROM mysql.tables_priv WHERE Db = ?
        UNION SELECT User FROM mysql.columns_priv WHERE Db = ? UNION SELECT User FROM mysql.procs_priv WHERE Db = ?) AS r
       ON a.principal = CONVERT(r.User USING ascii)`,
      [grantPattern(database), database, database, database],
    );
    return rows.map(({ principal }) => String(principal));
  }
}

export const accountOf = ({ records }: Found) => describeAccount(records);

const toNote = (row: Row): Note => ({
  principal: String(row.principal),
  gen: Number(row.gen),
  ends: row.ends === null ? null : Number(row.ends),
  hash: String(row.hash),
  digest: String(row.digest),
});

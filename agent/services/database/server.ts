import { createPool, type Pool } from 'mariadb';
import { freeBytes } from '../../system/disk.ts';
import { AtMost } from '../at-most.ts';
import { MariadbError, toMariadbError } from './faults.ts';
import { installSchema } from './schema.ts';

export type Row = Record<string, unknown>;
export type Ask = (sql: string, values?: readonly unknown[]) => Promise<Row[]>;

const CONNECTIONS = 4;
const CONNECT_MS = 2000;
/** A MariaDB whose disk is full waits inside a statement until there is room; nobody waits with it for longer. */
const ANSWER_MS = 15_000;
/** Less than this is a full disk. */
const ENOUGH_BYTES = 1024 ** 2;
/** Whoever holds a table open must not hold a removal up for a day, which is the default. */
const SESSION =
  'SET SESSION lock_wait_timeout = 5, max_statement_time = 0, sql_mode = "STRICT_ALL_TABLES,NO_ENGINE_SUBSTITUTION"';

/** MariaDB through its Unix socket as root, so there is no password. It may be down at any time: the next question finds it again. */
export class Server {
  readonly #pool: Pool;
  /** The pool counts time spent waiting for a connection as trouble; with very many changes at once it is none. */
  readonly #turns = new AtMost(CONNECTIONS);
  #installing: Promise<void> | null = null;
  /** The folder of MariaDB's data, once it was asked. */
  #data: string | null = null;

  constructor(socket: string) {
    this.#pool = createPool({
      socketPath: socket,
      user: 'root',
      connectionLimit: CONNECTIONS,
      minimumIdle: 1,
      idleTimeout: 60,
      acquireTimeout: CONNECT_MS,
      connectTimeout: CONNECT_MS,
      initializationTimeout: CONNECT_MS,
      socketTimeout: ANSWER_MS,
      initSql: SESSION,
      charset: 'utf8mb4',
      bigIntAsNumber: true,
      autoJsonMap: false,
      logParam: false,
      permitLocalInfile: false,
    });
  }

  /** One statement; values are escaped by the client, because GRANT and its like take no parameters. */
  async ask(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    await this.ready();
    return this.look(sql, values);
  }

  /** The same without making our schema first, for those who need nothing of it. */
  async look(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    try {
      const result: unknown = await this.#turns.run(() => this.#pool.query(sql, [...values]));
      return Array.isArray(result) ? result : [];
    } catch (error) {
      throw this.#isStuck(toMariadbError(error));
    }
  }

  /** With a full disk MariaDB says nothing: the statement waits for room, and all others wait for the statement. */
  #isStuck(error: MariadbError): MariadbError {
    const isWaiting = error.fault === 'service-unavailable' || error.fault === 'sessions-remain';
    return isWaiting && this.#isFull() ? new MariadbError(error.errno, error.code, 'disk-full') : error;
  }

  #isFull(): boolean {
    return this.#data !== null && freeBytes(this.#data) < ENOUGH_BYTES;
  }

  /** @throws {MariadbError} `disk-full` when nothing more fits below MariaDB, for statements that would say nothing of it. */
  async mustHaveRoom(): Promise<void> {
    await this.ready();
    if (this.#isFull()) throw new MariadbError(0, 'no room', 'disk-full');
  }

  /** Makes our own schema once there is a server to make it in. */
  ready(): Promise<void> {
    this.#installing ??= this.#install().catch((error: unknown) => {
      this.#installing = null;
      throw error;
    });
    return this.#installing;
  }

  /** Makes what somebody deleted of our schema. */
  repairSchema(): Promise<void> {
    this.#installing = null;
    return this.ready();
  }

  async #install(): Promise<void> {
    const [row] = await this.look('SELECT @@datadir AS path');
    this.#data = String(row?.path);
    await installSchema((sql, values) => this.look(sql, values));
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }
}

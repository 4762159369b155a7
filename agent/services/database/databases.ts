import { belongsTo, identifier } from './names.ts';
import type { Server } from './server.ts';

export type DatabaseSize = { name: string; bytes: number };

/** Databases themselves, as they stand in MariaDB. Names are compared byte by byte here: MariaDB's own schema tables do not care about case. */
export class Databases {
  readonly #server: Server;

  constructor(server: Server) {
    this.#server = server;
  }

  async exists(name: string): Promise<boolean> {
    const rows = await this.#server.ask('SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = ?', [
      name,
    ]);
    return rows.some((row) => row.name === name);
  }

  async all(): Promise<Set<string>> {
    const rows = await this.#server.ask('SELECT SCHEMA_NAME AS name FROM information_schema.SCHEMATA');
    return new Set(rows.map(({ name }) => String(name)));
  }

  /** On a full disk MariaDB would make one that has lost its character set, and say that all is well. */
  async create(name: string): Promise<void> {
    await this.#server.mustHaveRoom();
    await this.#server.ask(
      `CREATE DATABASE IF NOT EXISTS ${identifier(name)} CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci`,
    );
  }

  async drop(name: string): Promise<void> {
    await this.#server.ask(`DROP DATABASE IF EXISTS ${identifier(name)}`);
  }

  /** Every database of a customer, whoever made it, with what its tables take up. */
  async list(tree: string): Promise<DatabaseSize[]> {
    const names = [...(await this.all())].filter((name) => belongsTo(tree, name)).sort((a, b) => a.localeCompare(b, 'pl'));
    const sizes: DatabaseSize[] = [];
    for (const name of names) sizes.push({ name, bytes: await this.#bytesOf(name) });
    return sizes;
  }

  async #bytesOf(name: string): Promise<number> {
    const [row] = await this.#server.ask(
      'SELECT CAST(COALESCE(SUM(DATA_LENGTH + INDEX_LENGTH), 0) AS UNSIGNED) AS bytes FROM information_schema.TABLES WHERE TABLE_SCHEMA = ?',
      [name],
    );
    return Number(row?.bytes ?? 0);
  }
}

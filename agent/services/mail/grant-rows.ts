import { type Database, shortenInPlace } from '../../system/sqlite.ts';

/** Somebody's own sign-in to a mailbox, as Dovecot sees it; `expires` is in epoch seconds. A null `gen` says that it is not ours. */
export type GrantRow = {
  name: string;
  tree: string;
  address: string;
  access: string;
  password: string;
  expires: number | null;
  gen: number | null;
};

export class GrantRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  read(name: string): GrantRow | null {
    const row = this.#db.prepare('SELECT * FROM grants WHERE name = ?').get(name);
    return row === undefined ? null : toRow(row);
  }

  /** Every grant that is ours. */
  readAll(): GrantRow[] {
    return this.#db.prepare('SELECT * FROM grants WHERE gen IS NOT NULL').all().map(toRow);
  }

  write(row: GrantRow): void {
    this.#db.prepare(UPSERT).run(row.name, row.tree, row.address, row.access, row.password, row.expires, row.gen);
  }

  remove(name: string): void {
    this.#db.prepare('DELETE FROM grants WHERE name = ? AND gen IS NOT NULL').run(name);
  }

  /** Lets nobody in by this name, also on a full disk: a grant in no tree opens no mailbox. */
  shutOut(name: string): void {
    const change = this.#db.prepare("UPDATE grants SET tree = '' WHERE name = ? AND gen IS NOT NULL");
    shortenInPlace(this.#db, () => change.run(name));
  }

  /** Names of our grants whose access is over at `now` (epoch seconds). */
  expired(now: number): string[] {
    return this.#names('SELECT name FROM grants WHERE gen IS NOT NULL AND expires <= ?', now);
  }

  /** The next end of an access after `now`, in epoch seconds. */
  nextEnd(now: number): number | null {
    const row = this.#db.prepare('SELECT min(expires) AS next FROM grants WHERE gen IS NOT NULL AND expires > ?').get(now);
    return row?.next == null ? null : Number(row.next);
  }

  /** Names of everybody who has access to a mailbox. */
  on(address: string): string[] {
    return this.#names('SELECT name FROM grants WHERE address = ?', address);
  }

  /** Names of our grants whose mailbox is not there, or not in their tree. */
  astray(): string[] {
    return this.#names(`SELECT name FROM grants WHERE gen IS NOT NULL AND NOT EXISTS
      (SELECT 1 FROM mailboxes WHERE mailboxes.address = grants.address AND mailboxes.tree = grants.tree)`);
  }

  #names(sql: string, ...values: (string | number)[]): string[] {
    return this.#db
      .prepare(sql)
      .all(...values)
      .map((row) => String(row.name));
  }
}

const UPSERT = `INSERT INTO grants (name, tree, address, access, password, expires, gen) VALUES (?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (name) DO UPDATE SET tree = excluded.tree, address = excluded.address, access = excluded.access,
    password = excluded.password, expires = excluded.expires, gen = excluded.gen WHERE grants.gen IS NOT NULL`;

function toRow(row: Record<string, unknown>): GrantRow {
  return {
    name: String(row.name),
    tree: String(row.tree),
    address: String(row.address),
    access: String(row.access),
    password: String(row.password),
    expires: row.expires === null ? null : Number(row.expires),
    gen: row.gen === null ? null : Number(row.gen),
  };
}

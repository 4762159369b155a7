import { type Database, inTransaction } from '../../system/sqlite.ts';

/** A mailbox as Dovecot sees it; `password` carries its scheme. A null `gen` says that it is not ours. */
export type MailboxRow = {
  address: string;
  tree: string;
  home: string;
  password: string;
  active: boolean;
  gen: number | null;
};

export class MailboxRows {
  readonly #db: Database;

  constructor(db: Database) {
    this.#db = db;
  }

  read(address: string): MailboxRow | null {
    const row = this.#db.prepare('SELECT * FROM mailboxes WHERE address = ?').get(address);
    return row === undefined ? null : toRow(row);
  }

  /** Every mailbox that is ours. */
  readAll(): MailboxRow[] {
    return this.#db.prepare('SELECT * FROM mailboxes WHERE gen IS NOT NULL').all().map(toRow);
  }

  /** Every mailbox of a tree, whoever made it. */
  ofTree(tree: string): MailboxRow[] {
    return this.#db.prepare('SELECT * FROM mailboxes WHERE tree = ? ORDER BY address').all(tree).map(toRow);
  }

  write(row: MailboxRow): void {
    this.#db.prepare(UPSERT).run(row.address, row.tree, row.home, row.password, row.active ? 1 : 0, row.gen);
  }

  /** Lets nobody in any more, neither its owner nor a grantee, without forgetting where the mail lies; says whose access it was. */
  close(address: string): string[] {
    return inTransaction(this.#db, () => {
      this.#db.prepare("UPDATE mailboxes SET active = 0, password = '!' WHERE address = ? AND gen IS NOT NULL").run(address);
      return this.#forgetGrants(address);
    });
  }

  /** Deletes the row with every grant on it, so that none opens a later mailbox of the same address; says whose they were. */
  remove(address: string): string[] {
    return inTransaction(this.#db, () => {
      this.#db.prepare('DELETE FROM mailboxes WHERE address = ? AND gen IS NOT NULL').run(address);
      return this.#forgetGrants(address);
    });
  }

  #forgetGrants(address: string): string[] {
    return this.#db
      .prepare('DELETE FROM grants WHERE address = ? AND gen IS NOT NULL RETURNING name')
      .all(address)
      .map((row) => String(row.name));
  }
}

const UPSERT = `INSERT INTO mailboxes (address, tree, home, password, active, gen) VALUES (?, ?, ?, ?, ?, ?)
  ON CONFLICT (address) DO UPDATE SET tree = excluded.tree, home = excluded.home, password = excluded.password,
    active = excluded.active, gen = excluded.gen WHERE mailboxes.gen IS NOT NULL`;

function toRow(row: Record<string, unknown>): MailboxRow {
  return {
    address: String(row.address),
    tree: String(row.tree),
    home: String(row.home),
    password: String(row.password),
    active: row.active === 1,
    gen: row.gen === null ? null : Number(row.gen),
  };
}

import { type Database, inTransaction, openDatabase, shortenInPlace } from '../../system/sqlite.ts';

/** Members of this group may write; everyone else only reads. Named in ProFTPD's `<Limit>` too. */
export const WRITERS = 'klucznik-write';
/** A group id that owns no file, because sessions carry it as a supplementary group. */
const WRITERS_GID = 2_000_059_000;

/** A home that never exists: whoever is sent there cannot sign in. Shorter than any real one, so that it fits where that stood. */
export const NOWHERE = '/-';

/**
 * The tables ProFTPD reads (mod_sql). Rows of `users` with a null `gen` were not made by this product
 * and are never touched; `keys` and `grps` rows belong to whoever their name says.
 */
const SCHEMA = `
CREATE TABLE IF NOT EXISTS users (
  name TEXT NOT NULL PRIMARY KEY, hash TEXT NOT NULL, uid INTEGER NOT NULL, gid INTEGER NOT NULL,
  home TEXT NOT NULL, shell TEXT NOT NULL, expires INTEGER, gen INTEGER);
CREATE INDEX IF NOT EXISTS users_by_end ON users (expires) WHERE expires IS NOT NULL AND gen IS NOT NULL;
CREATE INDEX IF NOT EXISTS users_by_uid ON users (uid);
CREATE TABLE IF NOT EXISTS keys (name TEXT NOT NULL, key TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS keys_by_name ON keys (name);
CREATE TABLE IF NOT EXISTS grps (grp TEXT NOT NULL, gid INTEGER NOT NULL, member TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS grps_by_member ON grps (member);
CREATE INDEX IF NOT EXISTS grps_by_gid ON grps (gid);
`;

/** One FTP user as ProFTPD sees it. `expires` is in epoch seconds; `keys` are in RFC 4716 form. */
export type AccessRow = {
  name: string;
  hash: string;
  uid: number;
  gid: number;
  home: string;
  expires: number | null;
  gen: number;
  writes: boolean;
  keys: string[];
};

export class AccessDb {
  readonly #db: Database;

  constructor(path: string) {
    this.#db = openDatabase(path, 'shared');
    this.#db.exec(SCHEMA);
  }

  /** The row of this name; `foreign` when it exists but is not ours. */
  read(name: string): AccessRow | 'foreign' | null {
    const row = this.#db.prepare(`${SELECT} WHERE name = ?`).get(name);
    if (row === undefined) return null;
    return row.gen === null ? 'foreign' : toRow(row);
  }

  /** Every row that is ours. */
  readAll(): AccessRow[] {
    return this.#db.prepare(`${SELECT} WHERE gen IS NOT NULL`).all().map(toRow);
  }

  /** Writes the whole row with its keys and group, in one transaction; ProFTPD sees all of it or none. */
  write(row: AccessRow): void {
    inTransaction(this.#db, () => {
      this.#db.prepare(UPSERT).run(row.name, row.hash, row.uid, row.gid, row.home, row.expires, row.gen);
      this.#forgetKeysAndGroups(row.name);
      for (const key of row.keys) this.#db.prepare('INSERT INTO keys (name, key) VALUES (?, ?)').run(row.name, key);
      if (row.writes)
        this.#db.prepare('INSERT INTO grps (grp, gid, member) VALUES (?, ?, ?)').run(WRITERS, WRITERS_GID, row.name);
    });
  }

  /** Deletes the row, its keys and its group; a foreign row of the same name stays. */
  remove(name: string): void {
    inTransaction(this.#db, () => {
      if (this.read(name) === 'foreign') return;
      this.#db.prepare('DELETE FROM users WHERE name = ? AND gen IS NOT NULL').run(name);
      this.#forgetKeysAndGroups(name);
    });
  }

  /** Our users and their homes. */
  homes(): { name: string; home: string }[] {
    return this.#db
      .prepare('SELECT name, home FROM users WHERE gen IS NOT NULL')
      .all()
      .map((row) => ({ name: String(row.name), home: String(row.home) }));
  }

  /** Lets a user's sign-ins fail, unless the home is no longer the one that was looked at. */
  shutOut(name: string, seenHome: string): void {
    this.#db.prepare('UPDATE users SET home = ? WHERE name = ? AND home = ? AND gen IS NOT NULL').run(NOWHERE, name, seenHome);
  }

  /** Lets nobody in by this name, also on a full disk. */
  shutOutWithoutRoom(name: string): void {
    const change = this.#db.prepare('UPDATE users SET home = ? WHERE name = ? AND gen IS NOT NULL');
    shortenInPlace(this.#db, () => change.run(NOWHERE, name));
  }

  /** Names of our users whose access is over at `now` (epoch seconds). */
  expired(now: number): string[] {
    return this.#db
      .prepare('SELECT name FROM users WHERE gen IS NOT NULL AND expires <= ?')
      .all(now)
      .map((row) => String(row.name));
  }

  /** The next end of an access after `now`, in epoch seconds. */
  nextEnd(now: number): number | null {
    const row = this.#db.prepare('SELECT min(expires) AS next FROM users WHERE gen IS NOT NULL AND expires > ?').get(now);
    return row?.next == null ? null : Number(row.next);
  }

  close(): void {
    this.#db.close();
  }

  #forgetKeysAndGroups(name: string): void {
    this.#db.prepare('DELETE FROM keys WHERE name = ?').run(name);
    this.#db.prepare('DELETE FROM grps WHERE member = ?').run(name);
  }
}

const SELECT = `SELECT name, hash, uid, gid, home, expires, gen,
  EXISTS (SELECT 1 FROM grps WHERE member = users.name AND grp = '${WRITERS}') AS writes,
  (SELECT json_group_array(key) FROM keys WHERE keys.name = users.name) AS keys FROM users`;

const UPSERT = `INSERT INTO users (name, hash, uid, gid, home, shell, expires, gen) VALUES (?, ?, ?, ?, ?, '/usr/sbin/nologin', ?, ?)
  ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, uid = excluded.uid, gid = excluded.gid, home = excluded.home,
    shell = excluded.shell, expires = excluded.expires, gen = excluded.gen WHERE users.gen IS NOT NULL`;

function toRow(row: Record<string, unknown>): AccessRow {
  return {
    name: String(row.name),
    hash: String(row.hash),
    uid: Number(row.uid),
    gid: Number(row.gid),
    home: String(row.home),
    expires: row.expires === null ? null : Number(row.expires),
    gen: Number(row.gen),
    writes: row.writes === 1,
    keys: JSON.parse(String(row.keys)) as string[],
  };
}

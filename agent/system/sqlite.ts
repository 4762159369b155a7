import type { DatabaseSync } from 'node:sqlite';

export type Database = DatabaseSync;

/**
 * How a file is kept. `shared` is read by other programs that opened it as root and have since stepped down: they could not
 * make WAL's extra files, so it keeps a rollback journal and every commit reaches the disk. `own` is ours alone: WAL,
 * which outlives a kill of the process; what a power cut takes, the next resync brings back.
 */
const KEEPING = {
  shared: 'PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL',
  own: 'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL',
  'read-only': '',
} as const;

/** Opens an SQLite file; a lock held by another program is waited for, up to five seconds. */
export function openDatabase(path: string, keeping: keyof typeof KEEPING): Database {
  const { DatabaseSync } = quietSqlite();
  const database = new DatabaseSync(path, { readOnly: keeping === 'read-only' });
  database.exec('PRAGMA busy_timeout = 5000');
  database.exec(KEEPING[keeping]);
  return database;
}

/** Runs `work` in one transaction; whatever it throws rolls everything back. */
export function inTransaction<T>(database: Database, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.isTransaction) database.exec('ROLLBACK');
    throw error;
  }
}

/**
 * Runs a statement that only makes one row shorter, in columns without an index, on a disk too full for a journal: what is
 * written lies where the row lies. Without a journal anything bigger could be left torn by a kill in the middle.
 */
export function shortenInPlace(database: Database, work: () => void): void {
  database.exec('PRAGMA journal_mode = MEMORY');
  try {
    work();
  } finally {
    database.exec('PRAGMA journal_mode = DELETE');
  }
}

/** Loads node:sqlite without its one ExperimentalWarning; every other warning still reaches the operator. */
function quietSqlite(): typeof import('node:sqlite') {
  const emit = process.emitWarning;
  process.emitWarning = () => {};
  try {
    return process.getBuiltinModule('node:sqlite');
  } finally {
    process.emitWarning = emit;
  }
}

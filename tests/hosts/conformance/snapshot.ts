import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';

/** Everything below a folder, as one line a file: name, mode, owner, time of change and a digest of what is in it. */
export function snapshotOf(folder: string, isLeftOut: (path: string) => boolean = () => false): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .map((entry) => join(folder, entry.name))
    .filter((path) => !isLeftOut(path))
    .sort()
    .flatMap((path) => {
      const stat = lstatSync(path);
      if (stat.isDirectory()) return [`${path} ${stat.mode} ${stat.uid}`, ...snapshotOf(path, isLeftOut)];
      const inside = stat.isSymbolicLink() ? readlinkSync(path) : stat.isFile() ? digestOf(path) : 'special';
      return [`${path} ${stat.mode} ${stat.uid} ${stat.mtimeMs} ${inside}`];
    });
}

const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

/** All rows that a query gives, byte for byte. */
export const rowsOf = (db: DatabaseSync, sql: string, ...values: string[]): string =>
  JSON.stringify(db.prepare(sql).all(...values));

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './process.ts';

/** The part of a D1 database that migrating needs; bound databases of Miniflare have it. */
type Statement = { bind(...values: unknown[]): Statement };
export type Migratable<S extends Statement> = {
  prepare(query: string): S;
  batch(statements: S[]): Promise<{ results: unknown[] }[]>;
};

/** Applies the migrations that are missing, each as one batch, in the same table that `wrangler d1 migrations` keeps. */
export async function applyMigrations<S extends Statement>(db: Migratable<S>): Promise<void> {
  const answers = await db.batch([
    db.prepare(
      'CREATE TABLE IF NOT EXISTS d1_migrations (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE, applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL)',
    ),
    db.prepare('SELECT name FROM d1_migrations'),
  ]);
  const applied = new Set(((answers[1]?.results ?? []) as { name: string }[]).map((row) => row.name));
  for (const name of migrationNames().filter((name) => !applied.has(name))) {
    const statements = readFileSync(join(ROOT, 'migrations', name), 'utf8').split('--> statement-breakpoint');
    await db.batch([
      ...statements.map((sql) => db.prepare(sql)),
      db.prepare('INSERT INTO d1_migrations (name) VALUES (?)').bind(name) as S,
    ]);
  }
}

export const migrationNames = (): string[] =>
  readdirSync(join(ROOT, 'migrations'))
    .filter((name) => name.endsWith('.sql'))
    .sort();

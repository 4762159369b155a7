import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';

export * from './schema.ts';

export type Database = DrizzleD1Database;

/** D1 as drizzle sees it. Its only transaction is `batch()`. */
export const database = (d1: D1Database): Database => drizzle(d1);

/** True when a statement failed because of this constraint, as SQLite names it. */
export function failedOn(error: unknown, constraint: string): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes(constraint)) return true;
  }
  return false;
}

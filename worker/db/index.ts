import { type DrizzleD1Database, drizzle } from 'drizzle-orm/d1';

export * from './schema.ts';

export type Database = DrizzleD1Database;

/** D1 as drizzle sees it. Its only transaction is `batch()`. */
export const database = (d1: D1Database): Database => drizzle(d1);

import { z } from 'zod';
import { mysqlPassword, notAfter, tree } from './parts.ts';

/** Longest name MariaDB takes for a database, in characters. */
export const MAX_DATABASE_NAME = 64;

/** The part of every database name that says whose it is. No tree holds `_`, so no prefix begins another. */
export const databasePrefix = (ofTree: string): string => `${ofTree}_`;

/** True for anything MariaDB keeps as a database name, also what was made before this product: 1–64 characters, of the Basic Multilingual Plane, no control character, no space at the end. */
export const isDatabaseName = (name: string): boolean =>
  name.length > 0 &&
  [...name].length <= MAX_DATABASE_NAME &&
  !/[\p{Cc}\p{Cs}\u{10000}-\u{10ffff}]/u.test(name) &&
  !name.endsWith(' ');

/**
 * True for a database that a grant can open. A right is given to a pattern, in which every `_`, `%` and `\\` of the name
 * takes two characters, and the pattern must fit where names must.
 */
export const isGrantableDatabase = (name: string): boolean =>
  isDatabaseName(name) && [...name].length + (name.match(/[\\_%]/g)?.length ?? 0) <= MAX_DATABASE_NAME;

/** The full name of a database, its prefix included. */
export const databaseName = z.string().refine(isDatabaseName, { params: { code: 'database-missing' } });

export const databaseAccess = z.enum(['read', 'write', 'full']);

/** What a database grant opens (R9): one database to read, to change rows in, or with its tables' structure. */
export const databaseSpec = z.strictObject({
  kind: z.literal('database'),
  database: databaseName,
  access: databaseAccess,
});
export type DatabaseSpec = z.infer<typeof databaseSpec>;

/** The whole wanted state of one database user on a host. */
export const databaseDesired = z.strictObject({
  tree,
  database: databaseName,
  access: databaseAccess,
  notAfter,
  password: mysqlPassword,
});
export type DatabaseDesired = z.infer<typeof databaseDesired>;

export const databaseDigestInput = (state: DatabaseDesired): string =>
  JSON.stringify([state.tree, state.database, state.access, state.notAfter, state.password.print]);

const RANK = { read: 0, write: 1, full: 2 } as const;

/** True when sessions begun under `before` must end: less may be done, elsewhere, or with another password. */
export const databaseNarrows = (before: DatabaseDesired, after: DatabaseDesired): boolean =>
  before.tree !== after.tree ||
  before.database !== after.database ||
  RANK[after.access] < RANK[before.access] ||
  before.password.print !== after.password.print;

/** A database itself, named by its principal. Absent: it and all it holds are gone. */
export const databaseAssetDesired = z.strictObject({ tree });
export type DatabaseAssetDesired = z.infer<typeof databaseAssetDesired>;

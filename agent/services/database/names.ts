import { databasePrefix, isDatabaseName } from '../../../contract/index.ts';

/** Never a customer's, whatever their names begin with; MariaDB compares the first two without regard to case. */
const SYSTEM = new Set(['information_schema', 'performance_schema', 'mysql', 'sys', 'klucznik']);
const TREE = /^([a-z0-9][a-z0-9-]{0,62})_./su;

/** Whose a database is, as its name says; null for the system's and for names without a customer. */
export function treeOf(database: string): string | null {
  if (SYSTEM.has(database.toLowerCase()) || !isDatabaseName(database)) return null;
  return TREE.exec(database)?.[1] ?? null;
}

/** True when the name is one that this customer's databases may have. */
export const belongsTo = (tree: string, database: string): boolean =>
  treeOf(database) === tree && database.startsWith(databasePrefix(tree));

/** A name as SQL writes it. */
export const identifier = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/**
 * The only way a database's name enters GRANT and REVOKE. What stands there is a pattern: without this `klient_sklep`
 * would open `klientXsklep` too. MariaDB keeps it in this form, in `mysql.db` and nowhere else.
 */
export const grantPattern = (database: string): string => database.replace(/[\\_%]/g, '\\$&');

/** The name a pattern stands for; null when it stands for more than one, or is written in another way. */
export function nameOfPattern(pattern: string): string | null {
  const name = pattern.replace(/\\(.)/gs, '$1');
  return grantPattern(name) === pattern ? name : null;
}

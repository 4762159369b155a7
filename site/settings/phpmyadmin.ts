import type { ConnectionTo } from './connection.ts';

/** phpMyAdmin at the tables of the right database, after signing in; null where there is none. It takes no user name from an address. */
export function phpMyAdminAddress({ name, database }: ConnectionTo<'database'>): string | null {
  if (database.phpMyAdmin === null) return null;
  const query = new URLSearchParams({ db: name, route: '/database/structure' });
  return `${database.phpMyAdmin}?${query}`;
}

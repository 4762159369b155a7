import type { DatabaseDesired } from '../../../contract/index.ts';

export type Access = DatabaseDesired['access'];

/** What each access may do, in GRANT's words, with the columns of `mysql.db` where MariaDB keeps it. No EVENT, TRIGGER or ROUTINE: those act later, as somebody else. */
const READ = { SELECT: 'Select_priv', 'SHOW VIEW': 'Show_view_priv' };
const WRITE = { ...READ, INSERT: 'Insert_priv', UPDATE: 'Update_priv', DELETE: 'Delete_priv' };
const FULL = {
  ...WRITE,
  CREATE: 'Create_priv',
  ALTER: 'Alter_priv',
  DROP: 'Drop_priv',
  INDEX: 'Index_priv',
  REFERENCES: 'References_priv',
  'CREATE TEMPORARY TABLES': 'Create_tmp_table_priv',
  'LOCK TABLES': 'Lock_tables_priv',
  'CREATE VIEW': 'Create_view_priv',
};
const RIGHTS: Record<Access, Record<string, string>> = { read: READ, write: WRITE, full: FULL };

/** The list for GRANT. */
export const rightsOf = (access: Access): string => Object.keys(RIGHTS[access]).join(', ');

/** Which access a row of `mysql.db` gives, to the letter; null when it is none of ours. */
export function accessOf(row: Record<string, unknown>): Access | null {
  const given = Object.keys(row)
    .filter((column) => column.endsWith('_priv') && row[column] === 'Y')
    .sort()
    .join();
  const matching = Object.entries(RIGHTS).find(([, columns]) => Object.values(columns).sort().join() === given);
  return (matching?.[0] as Access | undefined) ?? null;
}

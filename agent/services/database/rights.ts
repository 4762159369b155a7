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

const ACCESS = new Map(
  Object.entries(RIGHTS).map(([access, columns]) => [Object.values(columns).sort().join(), access as Access]),
);

/** Which access the columns of `mysql.db` that say yes amount to, in alphabetical order with commas; null when it is none of ours. */
export const accessOf = (columns: string): Access | null => ACCESS.get(columns) ?? null;

/** SQL for those columns of a row, whichever there are in this version of MariaDB. */
export const grantedColumns = (columns: readonly string[]): string =>
  `CONCAT_WS(',', ${columns
    .toSorted()
    .map((column) => `IF(${column} = 'Y', '${column}', NULL)`)
    .join(', ')})`;

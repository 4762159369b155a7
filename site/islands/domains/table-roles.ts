/**
 * The roles that parts of a table have by themselves, to be spread on them: a table that the stylesheet lays out as
 * blocks on a narrow screen is none any more to some screen readers, unless its roles are written out.
 */
export const ROLES = {
  table: { role: 'table' },
  rows: { role: 'rowgroup' },
  row: { role: 'row' },
  column: { role: 'columnheader', scope: 'col' },
  name: { role: 'rowheader', scope: 'row' },
  cell: { role: 'cell' },
} as const;

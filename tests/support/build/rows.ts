import { getTableColumns, getTableName } from 'drizzle-orm';
import {
  account,
  grants,
  helpCase,
  helpMessage,
  host,
  membership,
  service,
  serviceDomain,
  settingRequest,
  user,
} from '../../../worker/db/schema.ts';

/** Tables in the order in which their rows can be inserted. */
const TABLES = { host, account, user, membership, service, serviceDomain, grants, helpCase, helpMessage, settingRequest };
type TableName = keyof typeof TABLES;

/** What builders build: plain rows, by table. */
export type Rows = { [Name in TableName]?: (typeof TABLES)[Name]['$inferInsert'][] };

export interface Statement {
  sql: string;
  params: (string | number | null)[];
}

const plain = (value: unknown): string | number | null => {
  if (typeof value === 'boolean') return value ? 1 : 0;
  return typeof value === 'string' || typeof value === 'number' ? value : null;
};

function insertOf(name: TableName, row: Readonly<Record<string, unknown>>): Statement {
  const columns = Object.entries(getTableColumns(TABLES[name])).filter(([key]) => row[key] !== undefined);
  const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
  const marks = columns.map(() => '?').join(', ');
  return {
    sql: `INSERT OR IGNORE INTO "${getTableName(TABLES[name])}" (${names}) VALUES (${marks})`,
    params: columns.map(([key]) => plain(row[key])),
  };
}

/** Statements that insert the rows, those that others refer to first. A row that is there already stays as it is. */
export function insertsOf(...parts: Rows[]): Statement[] {
  const names = Object.keys(TABLES) as TableName[];
  return names.flatMap((name) => parts.flatMap((rows) => (rows[name] ?? []).map((row) => insertOf(name, row))));
}

/** The part of D1 that inserting needs. */
interface Batching<Prepared> {
  prepare(sql: string): { bind(...params: unknown[]): Prepared };
  batch(statements: Prepared[]): Promise<unknown>;
}

/** Inserts the rows of all parts in one batch. */
export async function plant<Prepared>(db: Batching<Prepared>, ...parts: Rows[]): Promise<void> {
  await db.batch(insertsOf(...parts).map(({ sql, params }) => db.prepare(sql).bind(...params)));
}

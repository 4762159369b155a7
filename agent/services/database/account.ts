import { z } from 'zod';
import { nameOfPattern } from './names.ts';
import { type Access, accessOf } from './rights.ts';

export const MAX_CONNECTIONS = 5;
export const MAX_STATEMENT_S = 60;

/** Everything MariaDB's own tables say about one user name. */
export type Records = {
  accounts: { host: string; priv: string }[];
  /** Rows of `mysql.db`; `rights` names the columns that say yes. */
  databases: { host: string; pattern: string; rights: string }[];
  /** Rights on single tables, columns or routines, roles, proxies. */
  others: number;
};

/** An account that is as we make them. */
export type Account = { hash: string; database: string; access: Access; locked: boolean };

/** `mysql.global_priv`, to the letter: a property that we do not set ourselves makes the account none of ours. */
const privileges = z.strictObject({
  access: z.literal(0),
  version_id: z.int().optional(),
  plugin: z.literal('mysql_native_password'),
  authentication_string: z.string().regex(/^\*[0-9A-F]{40}$/),
  /** 1: TLS of whatever kind, but TLS. */
  ssl_type: z.literal(1),
  ssl_cipher: z.literal(''),
  x509_issuer: z.literal(''),
  x509_subject: z.literal(''),
  max_user_connections: z.literal(MAX_CONNECTIONS),
  max_statement_time: z.literal(MAX_STATEMENT_S),
  account_locked: z.boolean(),
  password_last_changed: z.int().optional(),
  password_lifetime: z.literal(0),
});

/** The account as its records say, or null when they say anything that we never make. */
export function describeAccount({ accounts, databases, others }: Records): Account | null {
  const [account] = accounts;
  const [row] = databases;
  if (account === undefined || row === undefined || accounts.length > 1 || databases.length > 1 || others > 0) return null;
  const parsed = privileges.safeParse(parseJson(account.priv));
  const database = nameOfPattern(row.pattern);
  const access = accessOf(row.rights);
  if (account.host !== '%' || row.host !== '%' || !parsed.success || database === null || access === null) return null;
  return { hash: parsed.data.authentication_string, database, access, locked: parsed.data.account_locked };
}

/** True when an account's row in `mysql.global_priv` is one that only we write so. */
export const isOfOurMake = (priv: string): boolean => privileges.safeParse(parseJson(priv)).success;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

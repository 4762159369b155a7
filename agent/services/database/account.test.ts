import { describe, expect, it } from 'vitest';
import { describeAccount, type Records } from './account.ts';

const HASH = `*${'A'.repeat(40)}`;
/** As MariaDB 10.11 writes it. */
const PRIV = {
  access: 0,
  version_id: 101119,
  plugin: 'mysql_native_password',
  authentication_string: HASH,
  ssl_type: 1,
  ssl_cipher: '',
  x509_issuer: '',
  x509_subject: '',
  max_user_connections: 5,
  max_statement_time: 60,
  account_locked: false,
  password_last_changed: 1795355124,
  password_lifetime: 0,
};
const ROW = { host: '%', pattern: 'klient\\_sklep', rights: 'Select_priv,Show_view_priv' };
const account = (change: object = {}, host = '%') => ({ host, priv: JSON.stringify({ ...PRIV, ...change }) });
const records = (change: Partial<Records> = {}): Records => ({ accounts: [account()], databases: [ROW], others: 0, ...change });

describe('an account', () => {
  it('is read from what MariaDB says about it', () => {
    expect(describeAccount(records())).toEqual({ hash: HASH, database: 'klient_sklep', access: 'read', locked: false });
    expect(describeAccount(records({ accounts: [account({ account_locked: true })] }))?.locked).toBe(true);
  });

  it.each<[string, Partial<Records>]>([
    ['a right more', { databases: [{ ...ROW, rights: 'Insert_priv,Select_priv,Show_view_priv' }] }],
    ['a right to hand on', { databases: [{ ...ROW, rights: 'Grant_priv,Select_priv,Show_view_priv' }] }],
    ['a right less', { databases: [{ ...ROW, rights: 'Select_priv' }] }],
    ['another database more', { databases: [ROW, { ...ROW, pattern: 'klient\\_blog' }] }],
    ['a pattern for many', { databases: [{ ...ROW, pattern: 'klient_sklep' }] }],
    ['no database', { databases: [] }],
    ['rights for another host', { databases: [{ ...ROW, host: 'localhost' }] }],
    ['another host', { accounts: [account({}, 'localhost')] }],
    ['a host more', { accounts: [account(), account({}, 'localhost')] }],
    ['a role, or a right on one table', { others: 1 }],
    ['a global right', { accounts: [account({ access: 1 })] }],
    ['no TLS', { accounts: [account({ ssl_type: 0 })] }],
    ['more connections', { accounts: [account({ max_user_connections: 0 })] }],
    ['longer statements', { accounts: [account({ max_statement_time: 0 })] }],
    ['another way to sign in', { accounts: [account({ plugin: 'unix_socket' })] }],
    ['a second way to sign in', { accounts: [account({ auth_or: [{}, { plugin: 'unix_socket' }] })] }],
    ['no password', { accounts: [account({ authentication_string: '' })] }],
    ['a default role', { accounts: [account({ default_role: 'r' })] }],
    ['something unknown', { accounts: [{ host: '%', priv: '{' }] }],
  ])('with %s is not as we make them', (_, change) => {
    expect(describeAccount(records(change))).toBeNull();
  });
});

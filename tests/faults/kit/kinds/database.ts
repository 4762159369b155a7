import { databaseDesired } from '../../../../contract/index.ts';
import { type Hosting, startMariadb } from '../../../support/hosting/index.ts';
import { dumpDatabases, mariadb, mariadbAsRoot, signsInToDatabase, startTyping } from '../../../support/programs/index.ts';
import type { FaultKind } from './kind.ts';

/** MariaDB users with rights on one database. */
export const database: FaultKind = {
  wide: { kind: 'database', database: 'zielnik_sklep', access: 'full' },
  narrow: { kind: 'database', database: 'zielnik_sklep', access: 'read' },
  endsSessionsAlone: true,
  program(hosting, user, password) {
    const { port, paths } = daemonOf(hosting);
    const server = { port, certificate: paths.certificate };
    return {
      signIn: () => signsInToDatabase(server, user, password),
      work: async () => startTyping(server, user, password, INSERT),
      change: async () => (await mariadb(server, user, password, `${INSERT};`)).code === 0,
    };
  },
  async accounts(hosting) {
    const rows = await asRoot(hosting, ACCOUNTS);
    return rows
      .split('\n')
      .filter((row) => row !== '')
      .map((row) => {
        const { pattern, inserts, creates, ...account } = JSON.parse(row);
        return {
          ...account,
          opens: pattern.replaceAll('\\', ''),
          access: creates === 'Y' ? 'full' : inserts === 'Y' ? 'write' : 'read',
        };
      });
  },
  scopeOf(state) {
    const { database, access, notAfter } = databaseDesired.parse(state);
    return { opens: database, access, expires: notAfter };
  },
  plantStrangers: async (hosting) => void (await asRoot(hosting, STRANGERS)),
  strangers: async (hosting) =>
    `${await asRoot(hosting, NOT_OURS)}${await dumpDatabases(daemonOf(hosting).paths.socket, ['obca_baza', 'zielnikXsklep'])}`,
  stopDaemon: (hosting) => daemonOf(hosting).stop(),
  startDaemon: async ({ paths }) => (await startMariadb({ dir: paths.dir })).stop,
};

const INSERT = "INSERT INTO zielnik_sklep.produkty (nazwa, cena) VALUES ('Rozmaryn', 8.50)";

function daemonOf({ mariadb }: Hosting) {
  if (!mariadb) throw new Error('this hosting server has no MariaDB');
  return mariadb;
}
const asRoot = (hosting: Hosting, sql: string) => mariadbAsRoot(daemonOf(hosting).paths.socket, sql);

/** Who can sign in, from MariaDB's own tables: a locked account opens nothing and is none. */
const ACCOUNTS = `SELECT JSON_OBJECT('principal', a.principal, 'gen', a.gen, 'expires', a.ends, 'pattern', d.Db, 'inserts', d.Insert_priv, 'creates', d.Create_priv)
  FROM klucznik.access a JOIN mysql.global_priv g ON g.User = a.principal LEFT JOIN mysql.db d ON d.User = a.principal
  WHERE NOT COALESCE(JSON_VALUE(g.Priv, '$.account_locked'), 0)`;

const STRANGERS = `CREATE DATABASE obca_baza; CREATE TABLE obca_baza.t (tekst VARCHAR(80)); INSERT INTO obca_baza.t VALUES ('zażółć');
CREATE USER 'obcy'@'%' IDENTIFIED BY 'x'; GRANT ALL ON obca_baza.* TO 'obcy'@'%'; GRANT SELECT ON zielnik_sklep.* TO 'obcy'@'%';
CREATE USER 'obcy'@'localhost' IDENTIFIED BY 'y' ACCOUNT LOCK`;

const NOT_OURS = ['global_priv', 'db', 'tables_priv', 'columns_priv', 'procs_priv', 'roles_mapping', 'proxies_priv']
  .map((table) => `SELECT * FROM mysql.${table} WHERE User NOT IN (SELECT principal FROM klucznik.access) ORDER BY User, Host`)
  .join(';');

import { openDatabaseServices } from '../../../agent/services/database/index.ts';
import type { DatabaseDesired } from '../../../contract/index.ts';
import { type Mariadb, startMariadb } from '../../support/hosting/index.ts';
import {
  beginDatabaseSignIn,
  dumpDatabases,
  mariadb,
  mariadbAsRoot,
  nativeHash,
  signsInToDatabase,
  startTyping,
} from '../../support/programs/index.ts';
import { travelling } from './bench.ts';
import { ACTS, FURNITURE, LEVELS, TAMPERINGS } from './database-sample.ts';
import type { Act, HostUnderTest, KindUnderTest } from './kind-under-test.ts';

const PASSWORD = 'Wq8-tQe7zRk2_mBx5Lp0-Yc3';

/** MariaDB users with rights on one database (R9); beside `foo_bar` stands `fooXbar`, which an unescaped name would open too. */
export const database: KindUnderTest = {
  kind: 'database',
  levels: LEVELS,
  endsSessionsAlone: true,
  sparesNewcomers: false,
  password: PASSWORD,
  hash: nativeHash,
  open: async (dir) => hostOf(await startMariadb({ dir }), travelling(database, PASSWORD)),
};

function hostOf(daemon: Mariadb, password: DatabaseDesired['password']): HostUnderTest {
  const { port, paths } = daemon;
  const server = { port, certificate: paths.certificate };
  const asRoot = (sql: string) => mariadbAsRoot(paths.socket, sql);
  const type = (user: string, sql: string) => mariadb(server, user, PASSWORD, sql);
  return {
    openServices() {
      const { access, assets, close } = openDatabaseServices({ socket: paths.socket });
      return { services: { database: access, 'database-asset': assets }, close };
    },
    assets: [{ kind: 'database-asset', principal: 'foo_bar', gen: 1, state: { tree: 'foo' } }],
    furnish: async () => void (await asRoot(FURNITURE)),
    present: (principal, gen, wish = {}) => ({
      kind: 'database',
      principal,
      gen,
      state: {
        tree: 'foo',
        database: 'foo_bar',
        access: LEVELS[wish.level ?? 2] ?? 'read',
        notAfter: wish.notAfter ?? null,
        password: wish.password ?? password,
      },
    }),
    absent: (principal, gen) => ({ kind: 'database', principal, gen, state: null }),
    signIn: (user, typed) => signsInToDatabase(server, user, typed),
    readGranted: async (user) => (await type(user, 'SELECT tekst FROM foo_bar.dane;')).stdout,
    async readBeside(user) {
      const found: Record<string, string> = {};
      for (const table of ['fooXbar.dane', 'inny_sklep.dane', 'mysql.global_priv', 'klucznik.access', 'klucznik.asset'])
        found[table] = (await type(user, `SELECT * FROM ${table};`)).stdout;
      const names = (await type(user, 'SHOW DATABASES;')).stdout.split('\n');
      found['other names'] = names.filter((name) => !['foo_bar', 'information_schema', ''].includes(name)).join();
      return found;
    },
    async startWorking(user) {
      const session = startTyping(server, user, PASSWORD, 'INSERT INTO foo_bar.dziennik (kto) VALUES (CURRENT_USER())');
      return {
        ...session,
        done: async () => Number(await asRoot(`SELECT COUNT(*) FROM foo_bar.dziennik WHERE kto = '${user}@%'`)),
      };
    },
    beginSignIn: (user) => beginDatabaseSignIn(server, user, PASSWORD),
    acts: ACTS.map(([level, name, sql]) => ({
      name,
      level,
      attempt: (user) => type(user, `USE foo_bar; ${sql};`),
    })) satisfies Act[],
    picture: () => dumpDatabases(paths.socket, ['foo_bar'], ['foo_bar.dziennik']),
    tamperings: TAMPERINGS.map(([name, sql]) => ({ name, tamper: (user) => asRoot(sql.replaceAll('WHO', `'${user}'`)) })),
    plantForeign: async (user) =>
      void (await asRoot(
        `CREATE USER '${user}'@'localhost' IDENTIFIED BY 'x'; GRANT SELECT ON inny_sklep.* TO '${user}'@'localhost'`,
      )),
    notOurs: async () => `${await asRoot(NOT_OURS)}${await dumpDatabases(paths.socket, ['fooXbar', 'inny_sklep'])}`,
    ours: (user) =>
      asRoot(
        `SELECT * FROM mysql.global_priv WHERE User = '${user}'; SELECT * FROM mysql.db WHERE User = '${user}'; SELECT * FROM klucznik.access WHERE principal = '${user}'`,
      ),
    close: () => daemon.stop(),
  };
}

const PRIVILEGE_TABLES = ['global_priv', 'db', 'tables_priv', 'columns_priv', 'procs_priv', 'proxies_priv', 'roles_mapping'];
const NOT_OURS = [
  ...PRIVILEGE_TABLES.map(
    (table) =>
      `SELECT * FROM mysql.${table} WHERE User NOT IN (SELECT CONVERT(principal USING utf8mb3) COLLATE utf8mb3_bin FROM klucznik.access) ORDER BY User, Host`,
  ),
  'SELECT db, name, body FROM mysql.proc ORDER BY db, name',
  'SELECT db, name, body FROM mysql.event ORDER BY db, name',
].join(';');

import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { describeDatabaseEndpoint, examineDatabases } from '../../agent/services/database/index.ts';
import { until } from './kit/bench.ts';
import { aDatabaseState, aUser, type Databases, openDatabases, REFUSED } from './kit/database.ts';

let host: Databases;
beforeAll(async () => {
  host = await openDatabases();
});
afterAll(() => host.end());

const OK = { ok: true };
const create = (name: string, gen = 1) => host.assets.apply(name, gen, { tree: 'sklep' });

describe('a database', () => {
  it('is created, found, and created again without harm', async () => {
    expect(await create('sklep_nowa')).toEqual(OK);
    await host.root('CREATE TABLE sklep_nowa.t (a INT); INSERT INTO sklep_nowa.t VALUES (1)');
    expect(await create('sklep_nowa', 2)).toEqual(OK);
    expect(await host.root('SELECT a FROM sklep_nowa.t')).toBe('1');
    expect(await host.assets.read('sklep_nowa')).toMatchObject({ principal: 'sklep_nowa', gen: 2, state: { tree: 'sklep' } });
    expect(
      await host.root("SELECT DEFAULT_CHARACTER_SET_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = 'sklep_nowa'"),
    ).toBe('utf8mb4');
  });

  it('takes with it everybody of ours who had access, and nobody who had not', async () => {
    await create('sklep_stara');
    await create('sklep_obok');
    const [gone, stays] = [aUser(), aUser()];
    await host.access.apply(gone, 1, aDatabaseState({ database: 'sklep_stara', access: 'full' }));
    await host.access.apply(stays, 1, aDatabaseState({ database: 'sklep_obok' }));
    await host.root("CREATE USER obcy@'%'; GRANT SELECT ON `sklep\\_stara`.* TO obcy@'%'");
    const session = await host.session(gone);
    session.stdin?.on('error', () => {});
    session.stdin?.write('CREATE TABLE sklep_stara.t (a INT); BEGIN; INSERT INTO sklep_stara.t VALUES (1); SELECT SLEEP(30);\n');
    await until(
      async () =>
        (await host.root("SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP%'")) === '1' || null,
    );
    const closed = once(session, 'close');
    expect(await host.assets.remove('sklep_stara')).toEqual(OK);
    await closed;
    expect(await host.assets.read('sklep_stara')).toBeNull();
    expect(await host.access.read(gone)).toBeNull();
    expect((await host.sql(gone, 'SELECT 1')).stderr).toMatch(REFUSED);
    expect((await host.sql(stays, 'SELECT 1')).code).toBe(0);
    expect(await host.root("SHOW GRANTS FOR obcy@'%'")).toContain('stara');
    expect(await host.assets.remove('sklep_stara'), 'again').toEqual(OK);
  });

  it('of the same name opens itself to nobody from before, also when the old one was dropped behind our back', async () => {
    await create('sklep_powrot');
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState({ database: 'sklep_powrot' }));
    await host.root('DROP DATABASE sklep_powrot');
    expect(await host.access.displaced()).toEqual([user]);
    expect(await host.access.apply(user, 1, aDatabaseState({ database: 'sklep_powrot' }))).toEqual({
      ok: false,
      fault: 'database-missing',
    });
    await host.root('CREATE DATABASE sklep_powrot');
    expect((await host.sql(user, 'SELECT 1')).stderr).toMatch(REFUSED);
    await host.root('DROP DATABASE sklep_powrot');
    expect(await create('sklep_powrot', 2)).toEqual(OK);
    expect(await host.access.read(user)).toBeNull();
    expect((await host.sql(user, 'SELECT 1')).stderr).toMatch(REFUSED);
  });

  it('that was lost is not replaced by an empty one when the same wish is repeated', async () => {
    await create('sklep_zguba');
    await host.root('DROP DATABASE sklep_zguba');
    expect(await create('sklep_zguba')).toEqual({ ok: false, fault: 'database-missing' });
    expect(await host.assets.displaced()).toEqual([]);
    await host.root('CREATE DATABASE sklep_zguba');
    expect(await host.assets.displaced(), 'it is there again').toEqual(['sklep_zguba']);
    expect(await create('sklep_zguba')).toEqual(OK);
    await host.root('DROP DATABASE sklep_zguba');
    expect(await host.assets.remove('sklep_zguba')).toEqual(OK);
    expect(await create('sklep_zguba', 3), 'made anew by its owner').toEqual(OK);
  });

  it('of somebody else, or of the system, is neither made nor dropped', async () => {
    await host.root('CREATE DATABASE cudza');
    for (const name of ['information_schema', 'performance_schema', 'mysql', 'sys', 'klucznik', 'cudza', 'MYSQL']) {
      expect(await host.assets.apply(name, 1, { tree: name.split('_')[0] ?? '' })).toEqual({
        ok: false,
        fault: 'database-outside',
      });
      expect(await host.assets.remove(name)).toEqual({ ok: false, fault: 'database-outside' });
    }
    expect(await host.assets.apply('inny_baza', 1, { tree: 'sklep' })).toEqual({ ok: false, fault: 'database-outside' });
    expect(await host.assets.read('mysql')).toBe('foreign');
    expect(await host.root("SHOW DATABASES LIKE 'cudza'")).toBe('cudza');
  });

  it('that was there before is the customer’s too', async () => {
    await host.root('CREATE DATABASE sklep_dawna');
    expect(await host.assets.read('sklep_dawna')).toMatchObject({ gen: 0, state: { tree: 'sklep' } });
    expect((await host.assets.readAll()).map(({ principal }) => principal)).not.toContain('sklep_dawna');
    expect(await host.assets.remove('sklep_dawna')).toEqual(OK);
    expect(await host.assets.read('sklep_dawna')).toBeNull();
  });

  it('that somebody holds open is not waited for without end', async () => {
    await create('sklep_zajeta');
    await host.root("CREATE TABLE sklep_zajeta.t (a INT); CREATE USER trzyma@'%'; GRANT ALL ON sklep_zajeta.* TO trzyma@'%'");
    const holder = host.root('BEGIN; SELECT * FROM sklep_zajeta.t; SELECT SLEEP(8)');
    await until(
      async () =>
        (await host.root("SELECT COUNT(*) FROM information_schema.PROCESSLIST WHERE INFO LIKE 'SELECT SLEEP%'")) === '1' || null,
    );
    expect(await host.assets.remove('sklep_zajeta')).toEqual({ ok: false, fault: 'sessions-remain' });
    await holder;
    expect(await host.assets.remove('sklep_zajeta')).toEqual(OK);
  });
});

describe('the list of a customer’s databases', () => {
  it('has all of them with their size, and nobody else’s', async () => {
    await host.root(`CREATE DATABASE lista_a; CREATE DATABASE listaXb; CREATE DATABASE lista; CREATE DATABASE \`lista-2_c\`; CREATE DATABASE LISTA_d;
      CREATE DATABASE \`lista_żółta\`; CREATE TABLE lista_a.t (a CHAR(200)) ENGINE = Aria; INSERT INTO lista_a.t SELECT 'x' FROM lista_a.seq_1_to_1000`);
    const listed = await host.list('lista');
    expect(listed).toEqual({
      ok: true,
      databases: [
        { name: 'lista_a', bytes: expect.any(Number) },
        { name: 'lista_żółta', bytes: 0 },
      ],
    });
    expect(listed.ok && (listed.databases[0]?.bytes ?? 0)).toBeGreaterThan(10_000);
    expect(await host.list('information')).toEqual({ ok: true, databases: [] });
  });
});

describe('the host', () => {
  it('is described by the certificate that lies there', () => {
    const { host: name, port, paths, certificatePrint } = host.mariadb;
    const options = { host: name, port, certificate: paths.certificate, phpMyAdmin: null };
    expect(describeDatabaseEndpoint(options)).toEqual({ host: name, port, certificatePrint, phpMyAdmin: null });
  });

  it('is examined, switch by switch', async () => {
    const { socket } = host.mariadb.paths;
    const wrong = async () => (await examineDatabases({ socket })).filter(({ ok }) => !ok).map(({ about }) => about);
    expect(await wrong()).toEqual([]);
    await host.root('SET GLOBAL event_scheduler = OFF; ALTER EVENT klucznik.sweep DISABLE');
    expect(await wrong()).toEqual(['Koniec dostępu do baz', 'Zdarzenie klucznik.sweep']);
    await host.root('SET GLOBAL event_scheduler = ON; ALTER EVENT klucznik.sweep ENABLE');
    const [finding] = await examineDatabases({ socket: `${socket}-nie` });
    expect(finding).toMatchObject({ ok: false, about: 'MariaDB', words: expect.stringContaining('Nie odpowiada') });
  });
});

it('looks at each of ten thousand accesses a few times, whatever it does with them', async () => {
  await create('sklep_duza');
  const user = aUser();
  await host.access.apply(user, 1, aDatabaseState({ database: 'sklep_duza' }));
  const copy = (table: string, rest: string) =>
    `INSERT INTO ${table} SELECT ${rest} FROM ${table} t JOIN sklep_duza.seq_1_to_9999 s WHERE`;
  await host.root(`
    CREATE TEMPORARY TABLE sklep_duza.a AS SELECT * FROM mysql.global_priv WHERE User = '${user}';
    CREATE TEMPORARY TABLE sklep_duza.d AS SELECT * FROM mysql.db WHERE User = '${user}';
    INSERT INTO mysql.global_priv SELECT Host, CONCAT('kl-wiele-', seq), Priv FROM sklep_duza.a JOIN sklep_duza.seq_1_to_9999;
    ${copy('klucznik.access', "CONCAT('kl-wiele-', seq), gen, ends, hash, digest")} t.principal = '${user}';
    SET @columns = (SELECT GROUP_CONCAT(CASE COLUMN_NAME WHEN 'User' THEN "CONCAT('kl-wiele-', seq)" ELSE COLUMN_NAME END ORDER BY ORDINAL_POSITION)
      FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = 'mysql' AND TABLE_NAME = 'db');
    EXECUTE IMMEDIATE CONCAT('INSERT INTO mysql.db SELECT ', @columns, ' FROM sklep_duza.d JOIN sklep_duza.seq_1_to_9999');
    FLUSH PRIVILEGES`);
  const manyTimes = 30 * 10_000;
  const { result: all, looks } = await counted(() => host.access.readAll());
  const digests = new Set(all.filter(({ principal }) => principal.startsWith('kl-wiele-')).map(({ digest }) => digest));
  expect(all.length).toBeGreaterThanOrEqual(10_000);
  expect(digests.size).toBe(1);
  expect(looks).toBeLessThan(manyTimes);
  const displaced = await counted(() => host.access.displaced());
  expect(displaced.result).toEqual([]);
  expect(displaced.looks).toBeLessThan(manyTimes);
  const wider = aDatabaseState({ database: 'sklep_duza', access: 'write' });
  const acts: (() => Promise<unknown>)[] = [
    () => host.access.read('kl-wiele-77'),
    () => host.access.apply('kl-wiele-77', 2, wider),
    () => host.access.remove('kl-wiele-77'),
  ];
  for (const act of acts) expect((await counted(act)).looks).toBeLessThan(manyTimes);
});

/** How many rows MariaDB looked at meanwhile; a search that pairs everything with everything looks at a hundred million. */
async function counted<T>(work: () => Promise<T>): Promise<{ result: T; looks: number }> {
  const rowsRead = async () =>
    Number(
      await host.root(
        "SELECT SUM(VARIABLE_VALUE) FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME LIKE 'Handler_read%'",
      ),
    );
  const before = await rowsRead();
  const result = await work();
  return { result, looks: (await rowsRead()) - before };
}

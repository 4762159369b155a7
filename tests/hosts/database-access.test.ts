import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aDatabaseState, aUser, type Databases, openDatabases, PASSWORD, passwordState, REFUSED } from './kit/database.ts';

let host: Databases;
beforeAll(async () => {
  host = await openDatabases();
  await host.root(`
    CREATE DATABASE sklep_foo_bar; CREATE TABLE sklep_foo_bar.t (a INT); INSERT INTO sklep_foo_bar.t VALUES (1);
    CREATE DATABASE sklep_fooXbar; CREATE TABLE sklep_fooXbar.t (a INT); CREATE DATABASE sklepXfoo_bar; CREATE DATABASE inny_baza;`);
});
afterAll(() => host.end());

const OK = { ok: true };
const refused = async (user: string, password = PASSWORD) => (await host.sql(user, 'SELECT 1', password)).stderr;

describe('an access', () => {
  it('reads, writes or changes tables, as it says and no more', async () => {
    const READS = 'SELECT a FROM sklep_foo_bar.t LIMIT 1';
    const WRITES = 'INSERT INTO sklep_foo_bar.t VALUES (1)';
    const CHANGES = 'CREATE TABLE sklep_foo_bar.u (a INT); DROP TABLE sklep_foo_bar.u';
    const may = { read: [READS], write: [READS, WRITES], full: [READS, WRITES, CHANGES] };
    for (const access of ['read', 'write', 'full'] as const) {
      const user = aUser();
      expect(await host.access.apply(user, 1, aDatabaseState({ access }))).toEqual(OK);
      for (const sql of [READS, WRITES, CHANGES])
        expect([access, sql, (await host.sql(user, sql)).code]).toEqual([access, sql, may[access].includes(sql) ? 0 : 1]);
      for (const sql of [
        'CREATE TRIGGER sklep_foo_bar.x BEFORE INSERT ON sklep_foo_bar.t FOR EACH ROW SET NEW.a = 1',
        'CREATE EVENT sklep_foo_bar.e ON SCHEDULE EVERY 1 DAY DO SELECT 1',
        'CREATE PROCEDURE sklep_foo_bar.p() SELECT 1',
        'GRANT SELECT ON sklep_foo_bar.* TO PUBLIC',
        'SELECT User FROM mysql.global_priv',
        'SELECT principal FROM klucznik.access',
        'CALL klucznik.sweep()',
        "SELECT a FROM sklep_foo_bar.t INTO OUTFILE '/tmp/klucznik-nie'",
      ])
        expect([sql, (await host.sql(user, sql)).code]).toEqual([sql, 1]);
    }
  });

  it('does not open the sibling whose name fits the pattern', async () => {
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState({ access: 'full' }));
    expect((await host.sql(user, 'SHOW DATABASES')).stdout.trim().split('\n')).toEqual(['information_schema', 'sklep_foo_bar']);
    for (const other of ['sklep_fooXbar', 'sklepXfoo_bar', 'inny_baza'])
      expect((await host.sql(user, `USE ${other}`)).stderr).toMatch(/ERROR 1044/);
  });

  it('is refused without TLS, over the network and through the socket', async () => {
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState());
    expect((await host.sql(user, 'SELECT 1')).stdout).toBe('1\n');
    for (const way of ['plain', 'socket'] as const)
      expect((await host.sql(user, 'SELECT 1', PASSWORD, way)).stderr).toMatch(REFUSED);
  });

  it.each([
    'sklep_żółć-ąę',
    'sklep_100%_\\_koniec\\',
    'sklep_cudzysłów\'"`',
    'sklep_select',
    'sklep_a.b c',
    `sklep_${'x'.repeat(57)}`,
    `sklep_${'ż'.repeat(57)}`,
  ])('works in a database called %s', async (database) => {
    const user = aUser();
    expect(await host.assets.apply(database, 1, { tree: 'sklep' })).toEqual(OK);
    expect(await host.access.apply(user, 1, aDatabaseState({ database, access: 'full' }))).toEqual(OK);
    expect(await host.access.read(user)).toMatchObject({ gen: 1, state: { database, access: 'full' } });
    const quoted = `\`${database.replaceAll('`', '``')}\``;
    expect(
      (await host.sql(user, `CREATE TABLE ${quoted}.t (a INT); INSERT INTO ${quoted}.t VALUES (7); SELECT * FROM ${quoted}.t`))
        .stdout,
    ).toBe('7\n');
    expect(await host.assets.remove(database)).toEqual(OK);
    expect(await host.assets.read(database)).toBeNull();
    expect(await host.access.read(user)).toBeNull();
  });

  it('is refused where it cannot be given', async () => {
    const apply = (change: Parameters<typeof aDatabaseState>[0]) => host.access.apply(aUser(), 1, aDatabaseState(change));
    expect(await apply({ database: 'sklep_niema' })).toEqual({ ok: false, fault: 'database-missing' });
    expect(await apply({ database: 'SKLEP_FOO_BAR' })).toEqual({ ok: false, fault: 'database-outside' });
    expect(await apply({ database: 'inny_baza' })).toEqual({ ok: false, fault: 'database-outside' });
    expect(await apply({ tree: 'information', database: 'information_schema' })).toEqual({
      ok: false,
      fault: 'database-outside',
    });
    expect(await apply({ database: `sklep_${'x'.repeat(58)}` })).toEqual({ ok: false, fault: 'database-outside' });
    expect(await apply({ password: { ...passwordState('x'), hash: null } })).toEqual({ ok: false, fault: 'credential-missing' });
    expect(await apply({ password: { hash: passwordState('y').hash, print: passwordState('x').print } })).toEqual({
      ok: false,
      fault: 'credential-missing',
    });
  });

  it('keeps its password when the state comes without the hash, and exchanges it when another comes', async () => {
    const user = aUser();
    const { print } = aDatabaseState().password;
    await host.access.apply(user, 1, aDatabaseState());
    expect(await host.access.apply(user, 2, aDatabaseState({ access: 'write', password: { hash: null, print } }))).toEqual(OK);
    expect((await host.sql(user, 'INSERT INTO sklep_foo_bar.t VALUES (2)')).code).toBe(0);
    await host.access.apply(user, 3, aDatabaseState({ password: passwordState('nowe') }));
    expect(await refused(user)).toMatch(REFUSED);
    expect(await refused(user, 'nowe')).toBe('');
    expect((await host.sql(user, 'INSERT INTO sklep_foo_bar.t VALUES (2)', 'nowe')).code).toBe(1);
  });
});

describe('what stands', () => {
  it('is noticed and shut out when somebody changes it, and put right by applying it again', async () => {
    for (const change of [
      "ALTER USER 'U'@'%' IDENTIFIED BY 'inne'",
      "GRANT INSERT ON `sklep\\_foo\\_bar`.* TO 'U'@'%'",
      "GRANT SELECT ON inny_baza.* TO 'U'@'%'",
      "GRANT SELECT ON sklep_fooXbar.t TO 'U'@'%'",
      "GRANT SELECT (a) ON sklep_fooXbar.t TO 'U'@'%'",
      "GRANT PROCESS ON *.* TO 'U'@'%'",
      "ALTER USER 'U'@'%' REQUIRE NONE",
      "ALTER USER 'U'@'%' ACCOUNT LOCK",
      "ALTER USER 'U'@'%' WITH MAX_USER_CONNECTIONS 100",
      "CREATE USER 'U'@'localhost' IDENTIFIED BY 'inne'",
      "CREATE ROLE IF NOT EXISTS rola; GRANT rola TO 'U'@'%'",
      "GRANT SELECT ON `sklep\\_foo\\_bar`.* TO 'U'@'%' WITH GRANT OPTION",
      "DROP USER 'U'@'%'",
      "RENAME USER 'U'@'%' TO 'U'@'10.%'",
    ]) {
      const user = aUser();
      await host.access.apply(user, 1, aDatabaseState());
      const before = await host.access.read(user);
      expect(await host.access.displaced()).toEqual([]);
      await host.root(change.replaceAll("'U'", `'${user}'`));
      const after = await host.access.read(user);
      expect([change, after]).not.toEqual([change, before]);
      expect([change, await host.access.displaced()]).toEqual([change, [user]]);
      expect([change, await refused(user)]).toEqual([change, expect.stringMatching(REFUSED)]);
      expect(await host.access.displaced(), 'told once').toEqual([]);
      const { print } = aDatabaseState().password;
      expect(await host.access.apply(user, 1, aDatabaseState({ password: { hash: null, print } }))).toEqual(OK);
      expect([change, await host.access.read(user)]).toEqual([change, before]);
      expect([change, await refused(user)]).toEqual([change, '']);
      expect(await host.access.displaced()).toEqual([]);
      await host.access.remove(user);
    }
  });

  it('that our own schema has lost is told of, left as it is, and well again once the schema is back', async () => {
    const user = aUser();
    await host.access.apply(user, 1, aDatabaseState());
    const before = await host.access.read(user);
    await host.root('CREATE TABLE klucznik.kopia AS SELECT * FROM klucznik.access; DELETE FROM klucznik.access');
    expect(await host.access.displaced()).toContain(user);
    expect(await host.access.displaced(), 'told once').toEqual([]);
    expect([await host.access.read(user), await refused(user)]).toEqual(['foreign', '']);
    await host.root('INSERT INTO klucznik.access SELECT * FROM klucznik.kopia; DROP TABLE klucznik.kopia');
    expect(await host.access.displaced()).toContain(user);
    expect(await host.access.read(user)).toEqual(before);
    await host.access.remove(user);
  });

  it('of somebody else stays as it is', async () => {
    await host.root("CREATE USER cudzy@'%' IDENTIFIED BY 'x'; GRANT ALL ON `sklep\\_foo\\_bar`.* TO cudzy@'%'");
    const foreign = () =>
      host.root("SELECT * FROM mysql.global_priv WHERE User = 'cudzy'; SELECT * FROM mysql.db WHERE User = 'cudzy'");
    const before = await foreign();
    expect(await host.access.read('cudzy')).toBe('foreign');
    expect(await host.access.apply('cudzy', 9, aDatabaseState())).toEqual({ ok: false, fault: 'unexpected' });
    expect(await host.access.remove('cudzy')).toEqual(OK);
    expect((await host.access.readAll()).map(({ principal }) => principal)).not.toContain('cudzy');
    expect(await foreign()).toBe(before);
  });
});

import { expect, test } from 'vitest';
import { DEMO_IDS } from '../../../demo/data.ts';
import { active, becomes, type Given, revoke } from '../../faults/kit/acts.ts';
import { isCut, startWork } from '../../faults/kit/sessions.ts';
import { hostIs, type World } from '../../faults/kit/world.ts';
import { isRefusal, mariadb, mariadbAsRoot } from '../../support/programs/index.ts';
import { waitFor } from '../../support/stage/index.ts';

/** One database, with the `mariadb` command line over TLS. */
export function databases(world: () => World): void {
  const daemon = () => {
    const { mariadb } = world().hosting;
    if (!mariadb) throw new Error('this hosting server has no MariaDB');
    return mariadb;
  };
  const type = ({ user, password }: Pick<Given, 'user' | 'password'>, sql: string) =>
    mariadb({ port: daemon().port, certificate: daemon().paths.certificate }, user, password, sql);
  const products = async () => Number(await mariadbAsRoot(daemon().paths.socket, 'SELECT COUNT(*) FROM zielnik_sklep.produkty'));
  const shop = (access: 'read' | 'write' | 'full') => ({ kind: 'database', database: 'zielnik_sklep', access }) as const;

  test('opens to the mariadb command line over TLS, and no sibling of the same customer or of a like name does', async () => {
    expect(isRefusal(await type({ user: 'nikt-taki', password: 'x' }, 'SELECT 1;'))).toBe(true);
    const grant = await active(world(), { spec: shop('write') });
    const { stdout } = await type(grant, "SELECT nazwa FROM zielnik_sklep.produkty; SHOW STATUS LIKE 'Ssl_cipher';");
    expect(stdout).toContain('Bazylia w doniczce');
    expect(stdout).toMatch(/^Ssl_cipher\tTLS_/m);
    expect(isRefusal(await type({ ...grant, password: 'inne' }, 'SELECT 1;'))).toBe(true);
    for (const sibling of ['zielnikXsklep', 'zielnik_blog', 'warsztat_strona', 'klucznik', 'mysql']) {
      const refusal = await type(grant, `USE \`${sibling}\`;`);
      expect([sibling, refusal.code, refusal.stderr]).toEqual([sibling, 1, expect.stringContaining('ERROR 1044')]);
    }
  });

  test('to read only, refuses every change; to write, refuses a change of structure', async () => {
    const [reader, writer] = [await active(world(), { spec: shop('read') }), await active(world(), { spec: shop('write') })];
    const insert = "INSERT INTO zielnik_sklep.produkty (nazwa, cena) VALUES ('Tymianek', 7.00);";
    expect((await type(reader, insert)).stderr).toContain('ERROR 1142');
    expect((await type(writer, insert)).code).toBe(0);
    for (const grant of [reader, writer])
      expect((await type(grant, 'DROP TABLE zielnik_sklep.zamowienia;')).stderr).toContain('ERROR 1142');
  });

  test('taken back: an INSERT in an open session ends with it, and the next sign-in is refused', async () => {
    const grant = await active(world(), { spec: shop('write') });
    const session = await startWork(grant);
    await revoke(world(), grant);
    await isCut(session);
    const rows = await products();
    expect(isRefusal(await type(grant, 'SELECT 1;'))).toBe(true);
    await becomes(world(), grant, 'ended');
    expect(await products()).toBe(rows);
  });

  test('past its end with the agent stopped: an INSERT in an open session ends, and the next sign-in is refused', async () => {
    const notAfter = (Math.floor(Date.now() / 1000) + 6) * 1000;
    const grant = await active(world(), { spec: shop('write'), notAfter });
    const session = await startWork(grant);
    await world().agent.stop();
    await isCut(session);
    const rows = await products();
    expect(Date.now()).toBeGreaterThanOrEqual(notAfter);
    expect(isRefusal(await type(grant, 'SELECT 1;'))).toBe(true);
    expect(await products()).toBe(rows);
    await world().agent.restart();
    await hostIs(world().edge, 'online');
    await becomes(world(), grant, 'ended');
  });

  test('deleted and made again under the same name opens to nobody who had access before', async () => {
    const { owner } = world();
    const params = { serviceId: DEMO_IDS.serviceA };
    const made = await owner.call('createDatabase', { params, body: { name: 'na_chwile' } });
    expect(made.status).toBe(201);
    const spec = { kind: 'database', database: 'zielnik_na_chwile', access: 'full' } as const;
    const grant = await waitFor('the database to be there', () => active(world(), { spec }).catch(() => null));
    expect((await type(grant, 'CREATE TABLE zielnik_na_chwile.t (id INT);')).code).toBe(0);
    const body = { name: 'zielnik_na_chwile', typed: 'zielnik_na_chwile' };
    expect((await owner.call('deleteDatabase', { params, body })).status).toBe(200);
    expect(await becomes(world(), grant, 'ended')).toMatchObject({ endReason: 'target-deleted' });
    const again = () => owner.call('createDatabase', { params, body: { name: 'na_chwile' } });
    await waitFor('the name to be free', async () => (await again()).status === 201);
    await waitFor(
      'the new database',
      async () => (await type(await active(world(), { spec }), 'USE zielnik_na_chwile;')).code === 0,
    );
    expect(isRefusal(await type(grant, 'SELECT 1;'))).toBe(true);
    expect(await mariadbAsRoot(daemon().paths.socket, `SELECT User FROM mysql.db WHERE User = '${grant.user}'`)).toBe('');
  });

  test('dropped and made again by somebody else on the server opens to nobody either', async () => {
    const root = (sql: string) => mariadbAsRoot(daemon().paths.socket, sql);
    await root('CREATE DATABASE zielnik_obok; CREATE TABLE zielnik_obok.t (id INT)');
    const grant = await active(world(), { spec: { kind: 'database', database: 'zielnik_obok', access: 'full' } });
    const session = await grant.program.signIn();
    expect(session).toBe('in');
    await root('DROP DATABASE zielnik_obok');
    await waitFor('the sign-in to be refused', async () => (await grant.program.signIn()) === 'refused');
    await root('CREATE DATABASE zielnik_obok');
    expect(isRefusal(await type(grant, 'USE zielnik_obok;'))).toBe(true);
  });
}

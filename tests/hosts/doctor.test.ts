import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AgentConfig, agentConfig } from '../../agent/config.ts';
import { examineServices, openServices } from '../../agent/services/index.ts';
import { command, type Hosting, startHosting } from '../support/hosting/index.ts';
import { configOf } from '../support/stage/agent.ts';
import { aDatabaseState } from './kit/database.ts';

const dir = mkdtempSync(join(tmpdir(), 'klucznik-doctor-'));
let hosting: Hosting;
let config: AgentConfig;
beforeAll(async () => {
  hosting = await startHosting({ dir, customers: [], database: true, mail: true, dns: true });
  config = agentConfig.parse(configOf('http://localhost', join(dir, 'state'), hosting));
  const served = openServices(config);
  await served.services.database?.readAll();
  await served.close();
});
afterAll(async () => {
  await hosting.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** What is wrong, by what it is about. */
async function wrong(of: AgentConfig = config): Promise<Record<string, string>> {
  const findings = await examineServices(of);
  expect(findings.length).toBeGreaterThan(4);
  return Object.fromEntries(findings.filter(({ ok }) => !ok).map(({ about, words }) => [about, words]));
}

const sql = (words: string) =>
  command('mariadb', ['--no-defaults', `--socket=${hosting.mariadb?.paths.socket}`], { input: words });

describe('doctor', () => {
  test('finds nothing wrong with servers as the fixtures configure them', async () => {
    expect(await wrong()).toEqual({});
  });

  test.each([
    ['SQLUserWhereClause', 'nie sprawdza końca dostępu'],
    ['DefaultRoot', 'nie są zamknięte w swoim katalogu'],
    ['AllowChrootSymlinks', 'podmieniony katalog'],
    ['AllowGroup', '„tylko czytanie” nie działa'],
    ['TLSRequired', 'bez szyfrowania'],
    ['SQLConnectInfo', 'nie wskazuje'],
  ])('says what goes wrong when ProFTPD is configured without %s', async (directive, words) => {
    const before = readFileSync(hosting.paths.conf, 'utf8');
    writeFileSync(hosting.paths.conf, before.replaceAll(new RegExp(`^\\s*${directive}\\s.*$`, 'gm'), ''));
    expect(await wrong()).toEqual({ 'Konfiguracja ProFTPD': expect.stringContaining(words) });
    writeFileSync(hosting.paths.conf, before);
  });

  test('says that MariaDB would not end access by itself while its event scheduler is off', async () => {
    await sql('SET GLOBAL event_scheduler = OFF');
    expect(await wrong()).toEqual({ 'Koniec dostępu do baz': expect.stringContaining('event_scheduler = ON') });
    await sql('SET GLOBAL event_scheduler = ON');
  });

  test('says who else could read the key to PowerDNS', async () => {
    const keyFile = config.dns?.keyFile ?? '';
    chmodSync(keyFile, 0o644);
    expect(await wrong()).toEqual({ 'Klucz do PowerDNS': expect.stringContaining(`chmod 600 ${keyFile}`) });
    chmodSync(keyFile, 0o600);
  });

  test('says that MariaDB has lost what Klucznik noted about accounts that stand, and what to do', async () => {
    const served = openServices(config);
    await served.services['database-asset']?.apply('sklep_foo_bar', 1, { tree: 'sklep' });
    await served.services.database?.apply('kl-jan', 1, aDatabaseState());
    await sql("CREATE USER obcy@'%' IDENTIFIED BY 'x' REQUIRE SSL WITH MAX_USER_CONNECTIONS 5");
    expect(await wrong()).toEqual({});
    await served.close();
    await sql('DROP DATABASE klucznik');
    const about = 'Zapiski o dostępach do baz';
    const lost = await wrong();
    expect(lost[about]).toContain('zapisków o kontach: kl-jan. ');
    expect(lost[about]).toContain('Odtwórz z kopii bazę klucznik.');
    const again = openServices(config);
    expect(await again.services.database?.readAll(), 'our schema is back, and empty').toEqual([]);
    await again.close();
    expect(Object.keys(await wrong())).toEqual([about]);
    await sql("DROP USER 'kl-jan'@'%'");
    expect(await wrong()).toEqual({});
  });

  test('says nothing about services that the host does not have', async () => {
    const { database: _, mail: __, dns: ___, ...files } = config;
    await hosting.mariadb?.stop();
    await hosting.dovecot?.stop();
    await hosting.powerdns?.stop();
    expect(await wrong(files)).toEqual({});
  });

  test('names each server that is down', async () => {
    await hosting.proftpd.stop();
    const found = await wrong();
    expect(found.MariaDB).toContain('Uruchom MariaDB');
    expect(found['Serwer poczty']).toContain('Uruchom go');
    expect(found.PowerDNS).toContain('Uruchom PowerDNS');
    expect(found['Serwer plików']).toContain('Uruchom ProFTPD');
  });
});

import { chmodSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { examineFiles } from '../../agent/files/index.ts';
import { mustRun } from '../support/hosting/index.ts';
import { freePort } from '../support/stage/ports.ts';
import { type DoorKit, openDoor } from './kit/file-door.ts';

let kit: DoorKit;
let tls: { certificate: string; key: string };
beforeAll(async () => {
  kit = await openDoor({ customers: [{ tree: 'sklep', uid: 5001, entries: [] }] });
  await kit.ask('/entries?at=/');
  tls = { certificate: join(kit.customersRoot, '../door.crt'), key: join(kit.customersRoot, '../door.key') };
  const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-subj', '/CN=pliki'];
  await mustRun('openssl', [...request, '-days', '30', '-keyout', tls.key, '-out', tls.certificate]);
  chmodSync(tls.key, 0o600);
});
afterAll(() => kit.end());

type Change = Partial<Parameters<typeof examineFiles>[0]>;

/** What is wrong, by what it is about; `later` days from now. */
async function wrong(change: Change = {}, later = 0): Promise<Record<string, string>> {
  const options = { url: kit.url, listenAddress: '127.0.0.1', port: kit.port, tls: null, customersRoot: kit.customersRoot };
  const findings = await examineFiles({ ...options, ...change }, Date.now() + later * 24 * 3_600_000);
  return Object.fromEntries(findings.filter(({ ok }) => !ok).map(({ about, words }) => [about, words]));
}

describe('doctor', () => {
  test('finds nothing wrong with a door that stands', async () => {
    expect(await wrong()).toEqual({});
  });

  test('says that nothing answers', async () => {
    expect(await wrong({ port: await freePort() })).toEqual({ 'Menedżer plików': expect.stringContaining('Nie odpowiada') });
  });

  test('says who else could put a tree in another’s place', async () => {
    const about = 'Katalogi menedżera plików';
    chmodSync(kit.customersRoot, 0o777);
    expect(await wrong()).toEqual({ [about]: expect.stringContaining('może zmieniać ktoś poza rootem') });
    chmodSync(kit.customersRoot, 0o755);
    chmodSync(kit.path('.klucznik'), 0o755);
    expect(await wrong()).toEqual({ [about]: expect.stringContaining('chmod 711') });
    chmodSync(kit.path('.klucznik'), 0o711);
  });

  test('names trees on another disk', async () => {
    await mustRun('mount', ['-t', 'tmpfs', '-o', 'size=1m,uid=5001,gid=5001', 'none', kit.path('sklep')]);
    expect(await wrong()).toEqual({ 'Katalogi menedżera plików': expect.stringContaining('są: sklep.') });
    await mustRun('umount', [kit.path('sklep')]);
  });

  test('says what is wrong with the certificate, and when it soon will be', async () => {
    const about = 'Certyfikat menedżera plików';
    expect((await wrong({ tls }))[about]).toBeUndefined();
    expect((await wrong({ tls }, 25))[about]).toContain('Wygasa już');
    expect((await wrong({ tls }, 31))[about]).toContain('Wygasł');
    chmodSync(tls.key, 0o644);
    expect((await wrong({ tls }))[about]).toContain(`chmod 600 ${tls.key}`);
    chmodSync(tls.key, 0o600);
    writeFileSync(tls.certificate, 'nic');
    expect((await wrong({ tls }))[about]).toContain('nie ma certyfikatu');
    rmSync(tls.key);
    expect((await wrong({ tls }))[about]).toContain('Nie ma klucza');
  });
});

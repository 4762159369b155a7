import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Credential, GrantView } from '../../contract/index.ts';
import { DEMO_IDS } from '../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../demo/people.ts';
import type { ApiClient } from '../support/api-client.ts';
import { ftps, type Hosting, lftp, mustRun, sftpByKey } from '../support/hosting/index.ts';
import { type Stage, signIn, startStage, waitFor } from '../support/stage/index.ts';

const PASSWORD = 'Klucz-dla-informatyka-7';
const dir = mkdtempSync(join(tmpdir(), 'klucznik-must-show-'));
let stage: Stage;
let hosting: Hosting;
let owner: ApiClient;
beforeAll(async () => {
  stage = await startStage({ dir });
  if (!stage.hosting) throw new Error('the stage has no hosting server');
  hosting = stage.hosting;
  owner = await signIn(stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
});
afterAll(async () => {
  await stage.stop();
  rmSync(dir, { recursive: true, force: true });
});

/** The whole road: the owner confirms, the host obeys, the page says so; gives the user name. */
async function give(access: 'read' | 'write', credential: Credential): Promise<string> {
  const body = {
    serviceId: DEMO_IDS.serviceA,
    spec: { kind: 'ftp', directory: '/public_html/sklep', access },
    grantee: { name: 'Jan Kowalski', email: null },
    notAfter: Date.now() + 86_400_000,
    credential,
  };
  const { id } = (await (await owner.call('createGrant', { body })).json()) as GrantView;
  const view = await waitFor('the access to be in force', async () => {
    const now = (await (await owner.call('readGrant', { params: { grantId: id } })).json()) as GrantView;
    return now.state === 'active' ? now : null;
  });
  return view.connection?.user ?? '';
}
const byPassword = (access: 'read' | 'write') => give(access, { type: 'password', password: PASSWORD });

describe('what the owner confirmed in the panel', () => {
  test('opens one directory to lftp and curl, and nothing above, beside or through a link', async () => {
    const user = await byPassword('write');
    const listed = await lftp(hosting, user, PASSWORD, 'cls -1', 'cd ..', 'cls -1');
    expect(listed.stdout).toContain('konfiguracja.php');
    expect(listed.stdout).not.toContain('blog/');
    const curl = ftps(hosting, user, PASSWORD);
    expect((await curl.put('/nowy.txt', 'nowe')).code).toBe(0);
    expect((await curl.get('/nowy.txt')).stdout).toBe('nowe');
    for (const path of ['/../blog/wpis.html', '/../../kopie/2026-10.txt', '/na-zewnatrz/hostname', '/do-bloga/wpis.html']) {
      const result = await curl.get(path);
      expect([path, result.code === 0, result.stdout]).toEqual([path, false, '']);
    }
  });

  test('to read only, refuses put, mkdir, rm and mv', async () => {
    const user = await byPassword('read');
    const run = (...commands: string[]) => lftp(hosting, user, PASSWORD, ...commands);
    expect((await run('cat index.php')).stdout).toContain('Sklep');
    const tries = [`put ${hosting.paths.certificate}`, 'mkdir nowy', 'rm index.php', 'mv index.php inny.php'];
    for (const command of tries) expect([command, (await run(command)).code]).not.toEqual([command, 0]);
    expect((await run('cat index.php')).stdout).toContain('Sklep');
  });

  test('by key, opens SFTP and no password does', async () => {
    const key = join(dir, 'id_ed25519');
    await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
    const user = await give('write', { type: 'public-key', publicKey: readFileSync(`${key}.pub`, 'utf8') });
    expect((await sftpByKey(hosting, user, key, 'ls')).stdout).toContain('konfiguracja.php');
    expect((await sftpByKey(hosting, user, key, 'ls ../blog')).stdout).not.toContain('wpis.html');
    expect((await ftps(hosting, user, PASSWORD).list()).code).toBe(67);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { AccessSpec, GrantView } from '../../../contract/index.ts';
import { active, becomes, givenFrom, newGrant } from '../../faults/kit/acts.ts';
import type { World } from '../../faults/kit/world.ts';
import { ftps, lftp, mustRun, sftpByKey } from '../../support/hosting/index.ts';

const shop = (access: 'read' | 'write'): AccessSpec => ({ kind: 'ftp', directory: '/public_html/sklep', access });

/** One directory, with `lftp`, `curl` and `sftp`. */
export function files(world: () => World): void {
  test('opens one directory to lftp and curl, and nothing above, beside or through a link', async () => {
    const { hosting } = world();
    const { user, password } = await active(world(), { spec: shop('write') });
    const listed = await lftp(hosting, user, password, 'cls -1', 'cd ..', 'cls -1');
    expect(listed.stdout).toContain('konfiguracja.php');
    expect(listed.stdout).not.toContain('blog/');
    const curl = ftps(hosting, user, password);
    expect((await curl.put('/nowy.txt', 'nowe')).code).toBe(0);
    expect((await curl.get('/nowy.txt')).stdout).toBe('nowe');
    for (const path of ['/../blog/wpis.html', '/../../kopie/2026-10.txt', '/na-zewnatrz/hostname', '/do-bloga/wpis.html']) {
      const result = await curl.get(path);
      expect([path, result.code === 0, result.stdout]).toEqual([path, false, '']);
    }
  });

  test('to read only, refuses put, mkdir, rm and mv', async () => {
    const { hosting } = world();
    const { user, password } = await active(world(), { spec: shop('read') });
    const run = (...commands: string[]) => lftp(hosting, user, password, ...commands);
    expect((await run('cat index.php')).stdout).toContain('Sklep');
    const tries = [`put ${hosting.paths.certificate}`, 'mkdir nowy', 'rm index.php', 'mv index.php inny.php'];
    for (const command of tries) expect([command, (await run(command)).code]).not.toEqual([command, 0]);
    expect((await run('cat index.php')).stdout).toContain('Sklep');
  });

  test('by key, opens SFTP and no password does', async () => {
    const { hosting, dir, owner } = world();
    const key = join(dir, 'id_ed25519');
    await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', key]);
    const credential = { type: 'public-key', publicKey: readFileSync(`${key}.pub`, 'utf8') } as const;
    const answer = await owner.call('createGrant', { body: newGrant({ spec: shop('write'), credential }) });
    const { user, id } = await givenFrom(world(), (await answer.json()) as GrantView, '');
    await becomes(world(), { id }, 'active');
    expect((await sftpByKey(hosting, user, key, 'ls')).stdout).toContain('konfiguracja.php');
    expect((await sftpByKey(hosting, user, key, 'ls ../blog')).stdout).not.toContain('wpis.html');
    expect((await ftps(hosting, user, 'jakieś-hasło').list()).code).toBe(67);
  });
}

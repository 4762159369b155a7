import { chown, mkdir, rename, symlink, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ftps, lftp, sftp } from '../support/hosting/index.ts';
import { aPrincipal, type Bench, openBench, PASSWORD, present, until } from './kit/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench([
    { tree: 'sklep', uid: 5101 },
    { tree: 'inny', uid: 5102 },
  ]);
});
afterAll(() => bench.close());

async function grant(change: Parameters<typeof present>[1] = {}) {
  const user = aPrincipal();
  await bench.submit(present(user, change));
  return {
    user,
    report: bench.reports.findLast((report) => report.principal === user),
    ftps: ftps(bench.hosting, user, PASSWORD),
    sftp: sftp(bench.hosting, user, PASSWORD),
  };
}

describe('one directory', () => {
  it('opens exactly that directory, by FTPS and by SFTP', async () => {
    const it = await grant();
    expect(it.report).toMatchObject({ t: 'ack', outcome: 'present' });
    for (const client of [it.ftps, it.sftp]) {
      expect((await client.list()).stdout).toContain('index.php');
      expect((await client.put('/nowy.txt', 'nowe')).code).toBe(0);
      expect((await client.get('/nowy.txt')).stdout).toBe('nowe');
    }
  });

  it('works with lftp too', async () => {
    const { user } = await grant();
    const result = await lftp(bench.hosting, user, PASSWORD, 'cls -1', 'cd ..', 'pwd');
    expect(result.stdout).toContain('konfiguracja.php');
    expect(result.stdout).not.toContain('blog');
  });

  it('leads nowhere else: not up, not to a sibling, not through a link out', async () => {
    const it = await grant();
    for (const client of [it.ftps, it.sftp]) {
      for (const path of ['/../blog/wpis.html', '/../../index.html', '/na-zewnatrz/hostname', '/do-bloga/wpis.html']) {
        const result = await client.get(path);
        expect(result.code, `${path}: ${result.stdout}`).not.toBe(0);
        expect(result.stdout).toBe('');
      }
    }
  });

  it('refuses a wrong password', async () => {
    const { user } = await grant();
    expect((await ftps(bench.hosting, user, 'inne').list()).code).toBe(67);
    expect((await sftp(bench.hosting, user, 'inne').list()).code).toBe(67);
  });

  it.each([
    ['/public_html/skrot-do-bloga', 'directory-is-link'],
    ['/public_html/sklep/na-zewnatrz', 'directory-is-link'],
    ['/public_html/sklep/na-zewnatrz/ssh', 'directory-is-link'],
    ['/public_html/nie-ma', 'directory-missing'],
    ['/public_html/index.html', 'directory-missing'],
  ])('is refused when it is not a real directory: %s', async (directory, code) => {
    const { user, report, ftps: client } = await grant({ directory });
    expect(report).toEqual({ t: 'fail', kind: 'ftp', principal: user, gen: 1, fault: code });
    expect((await client.list()).code).toBe(67);
  });

  it.each(['/public_html/podmieniany', '/public_html/wyzej/nizej'])(
    'is refused at sign-in once a link stands in its way: %s',
    async (directory) => {
      const linked = directory.endsWith('nizej') ? '/public_html/wyzej' : directory;
      await mkdir(bench.tree('sklep', directory), { recursive: true });
      const it = await grant({ directory });
      expect((await it.ftps.list()).code).toBe(0);
      await rename(bench.tree('sklep', linked), bench.tree('sklep', `${linked}-dawny`));
      await mkdir(bench.tree('inny', 'nizej'), { recursive: true });
      await symlink(bench.tree('inny'), bench.tree('sklep', linked));
      expect((await it.ftps.list()).code).not.toBe(0);
      // mod_sftp would follow the link: there the agent's guard closes the door, within a second or two.
      await until(async () => (await it.sftp.list()).code !== 0 || null);
      expect(await bench.reported((report) => report.principal === it.user && report.t === 'fail')).toMatchObject({
        fault: 'directory-is-link',
      });
    },
  );
});

const ODD = [
  'dwa  słowa',
  ' z przodu i z tyłu ',
  'Zażółć gęślą jaźń',
  `"i" 'apostrof'`,
  'dwie\nlinie',
  'd'.repeat(255),
  '%u',
  '%{env:HOME}',
  '~',
  '~root',
  '$HOME',
  '*',
  '[ab]',
  '{a,b}',
  'a\\b',
  '-rf',
  '🔑',
  '#x',
  'a;b',
];
describe('odd names', () => {
  it.each(ODD)('opens exactly %j', async (name) => {
    const folder = bench.tree('sklep', `dziwne/${name}`);
    await mkdir(folder, { recursive: true });
    await writeFile(`${folder}/tu.txt`, name);
    await chown(`${folder}/tu.txt`, 5101, 5101);
    const it = await grant({ directory: `/dziwne/${name}`, access: 'read' });
    expect(it.report).toMatchObject({ t: 'ack' });
    for (const client of [it.ftps, it.sftp]) expect((await client.get('/tu.txt')).stdout).toBe(name);
  });
});

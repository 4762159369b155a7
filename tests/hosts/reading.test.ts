import { readdir, stat } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ftps, sftp } from '../support/hosting/index.ts';
import { aPrincipal, type Bench, openBench, PASSWORD, present } from './kit/bench.ts';

let bench: Bench;
beforeAll(async () => {
  bench = await openBench([{ tree: 'sklep', uid: 5101 }]);
});
afterAll(() => bench.close());

const CHANGES = {
  ftps: [
    ['MKD nowy'],
    ['RMD zdjęcia'],
    ['DELE index.php'],
    ['RNFR index.php', 'RNTO inny.php'],
    ['SITE CHMOD 777 index.php'],
    ['SITE SYMLINK index.php drugi.php'],
    ['SITE MKDIR nowy'],
    ['SITE UTIME 20200101000000 index.php'],
    ['MFMT 20200101000000 index.php'],
    ['MFF Modify=20200101000000; index.php'],
  ],
  sftp: [
    ['mkdir /nowy'],
    ['rmdir /zdjęcia'],
    ['rm /index.php'],
    ['rename /index.php /inny.php'],
    ['chmod 777 /index.php'],
    ['symlink /index.php /drugi.php'],
    ['mtime "20200101" /index.php'],
  ],
} as const;

async function picture(): Promise<string> {
  const folder = bench.tree('sklep', 'public_html/sklep');
  const names = (await readdir(folder)).sort();
  const file = await stat(`${folder}/index.php`);
  return JSON.stringify([names, file.mode, file.mtimeMs, file.size]);
}

describe('an access to read', () => {
  it.each(['ftps', 'sftp'] as const)('reads over %s, and changes nothing in any way', async (protocol) => {
    const user = aPrincipal();
    await bench.submit(present(user, { access: 'read' }));
    const client = { ftps, sftp }[protocol](bench.hosting, user, PASSWORD);
    const before = await picture();
    expect((await client.get('/index.php')).stdout).toContain('Sklep');
    expect((await client.put('/nowy.txt', 'x')).code).not.toBe(0);
    expect((await client.put('/index.php', 'x')).code).not.toBe(0);
    for (const commands of CHANGES[protocol]) expect((await client.say(...commands)).code, commands.join(', ')).not.toBe(0);
    expect(await picture()).toBe(before);
  });

  it.each(['ftps', 'sftp'] as const)('that becomes one to write changes things over %s', async (protocol) => {
    const user = aPrincipal();
    await bench.submit(present(user, { access: 'read' }), present(user, { access: 'write' }, 2));
    const client = { ftps, sftp }[protocol](bench.hosting, user, PASSWORD);
    const made = protocol === 'ftps' ? ['MKD n', 'RMD n'] : ['mkdir /n', 'rmdir /n'];
    expect((await client.say(...made)).code).toBe(0);
  });
});

import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  createWriteStream,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { inBlocks } from '../../agent/files/hand/in-blocks.ts';
import { type ZipEntry, zipOf } from '../../agent/files/hand/zip.ts';
import { refSegment } from '../../contract/index.ts';
import { mustRun } from '../support/hosting/index.ts';
import { waitFor } from '../support/stage/wait.ts';
import { type Actor, actor, foundIn } from './kit/file-acts.ts';
import { type DoorKit, EDGE, openDoor } from './kit/file-door.ts';

let kit: DoorKit;
let acts: Actor;
const dir = mkdtempSync(join(tmpdir(), 'kl-zip-'));
beforeAll(async () => {
  kit = await openDoor({
    customers: [
      { tree: 'sklep', uid: 5001, entries: [] },
      { tree: 'obcy', uid: 5002, entries: [{ path: 'tajne.txt', text: 'cudze' }] },
    ],
  });
  acts = actor(kit);
});
afterAll(async () => {
  rmSync(dir, { recursive: true, force: true });
  await kit.end();
});
afterEach(() => {
  expect(kit.said.splice(0)).toEqual([]);
});

const at = (ref: string) => Buffer.from(`${kit.path('sklep')}${decodeURIComponent(ref)}`);
function folder(ref: string): void {
  if (ref === '/' || existsSync(at(ref))) return;
  folder(dirname(ref));
  mkdirSync(at(ref));
  chownSync(at(ref), 5001, 5001);
}
function plant(ref: string, text: string): void {
  folder(dirname(ref));
  writeFileSync(at(ref), text);
  chownSync(at(ref), 5001, 5001);
}

/** What `unzip` unpacks from an answer; it must have nothing to say about it. */
async function unzip(response: Response): Promise<string> {
  const place = mkdtempSync(join(dir, 'z-'));
  writeFileSync(join(place, 'a.zip'), Buffer.from(await response.arrayBuffer()));
  execFileSync('unzip', ['-q', '-d', join(place, 'w'), join(place, 'a.zip')], { env: { ...process.env, LC_ALL: 'C.UTF-8' } });
  return join(place, 'w');
}
const listed = (path: string) =>
  execFileSync('find', [path, '-mindepth', '1', '-printf', '%P\\0']).toString().split('\0').filter(Boolean).sort();

const emptyFiles = (count: number): ZipEntry[] =>
  Array.from({ length: count }, (_, n) => ({
    name: Buffer.from(`p/${n}`),
    mode: 0o644,
    changedAt: 1e12,
    content: { size: 0, bytes: Readable.from([]) },
  }));

describe('a download', () => {
  test('of one file is that file', async () => {
    plant('/jeden/żółw "x".txt', 'treść');
    const response = await acts.download([`/jeden/${refSegment('żółw "x".txt')}`]);
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''%C5%BC%C3%B3%C5%82w%20%22x%22.txt");
    expect(await response.text()).toBe('treść');
  });

  test('of a directory is a ZIP with all of it under its name, without links and FIFOs', async () => {
    for (const name of ['zażółć/plik.txt', 'a\nb', 'puste', 'd'.repeat(255), '50%'])
      plant(`/strona/${refSegment(name).replaceAll('%2F', '/')}`, name);
    folder('/strona/bez-niczego');
    chmodSync(at('/strona/puste'), 0o640);
    symlinkSync('../../obcy', at('/strona/link'));
    await mustRun('mkfifo', [at('/strona/rura').toString()]);
    const response = await acts.download(['/strona']);
    expect(response.headers.get('content-disposition')).toContain('strona.zip');
    const path = await unzip(response);
    // A newline is what `unzip` itself leaves out of names.
    expect(listed(path)).toEqual(
      [
        'strona',
        'strona/50%',
        'strona/ab',
        'strona/bez-niczego',
        `strona/${'d'.repeat(255)}`,
        'strona/puste',
        'strona/zażółć',
        'strona/zażółć/plik.txt',
      ].sort(),
    );
    expect(readFileSync(join(path, 'strona/zażółć/plik.txt'), 'utf8')).toBe('zażółć/plik.txt');
  });

  test('of several from several places holds each once, under a name of its own', async () => {
    plant('/x/plik.txt', '1');
    plant('/y/plik.txt', '2');
    const path = await unzip(await acts.download(['/x/plik.txt', '/y/plik.txt', '/x', '/y/plik.txt']));
    expect(listed(path)).toEqual(['plik.txt', 'x', 'x/plik.txt']);
    expect(readFileSync(join(path, 'plik.txt'), 'utf8')).toBe('2');
    expect(listed(await unzip(await acts.download(['/x/plik.txt', '/y/plik.txt'])))).toEqual(['plik (2).txt', 'plik.txt']);
  });

  test('of everything has no directory around it', async () => {
    const path = await unzip(await acts.download(['/']));
    expect(listed(path)).toEqual(expect.arrayContaining(['x', 'x/plik.txt', 'y/plik.txt']));
    expect(listed(path).filter((name) => name.includes('klucznik'))).toEqual([]);
  });

  test('says what could not be read', async () => {
    plant('/czesciowo/moje', '1');
    plant('/czesciowo/nie-moje', '2');
    chownSync(at('/czesciowo/nie-moje'), 0, 0);
    chmodSync(at('/czesciowo/nie-moje'), 0o600);
    const path = await unzip(await acts.download(['/czesciowo']));
    expect(listed(path)).toEqual(['NIE MA W ARCHIWUM.txt', 'czesciowo', 'czesciowo/moje']);
    expect(readFileSync(join(path, 'NIE MA W ARCHIWUM.txt'), 'utf8')).toContain('czesciowo/nie-moje');
  });

  test('of more files than 16 bits count is read by unzip', async () => {
    const path = join(dir, 'wiele.zip');
    await pipeline(inBlocks(zipOf(Readable.from(emptyFiles(65_600)))), createWriteStream(path));
    execFileSync('unzip', ['-tqq', path]);
  });

  test.each([
    ['what is not there', '/nie-ma', 404],
    ['a link', '/strona/link', 409],
    ['what lies behind a link', '/strona/link/tajne.txt', 409],
  ])('of %s is refused', async (_, ref, status) => {
    expect((await acts.download([ref])).status).toBe(status);
  });

  test('obeys the path of its ticket, and comes from no other page', async () => {
    expect((await actor(kit, () => kit.mint({ path: '/x' })).download(['/x', '/y'])).status).toBe(403);
    expect((await actor(kit, () => kit.mint({ path: '/x', right: 'read' })).download(['/x'])).status).toBe(200);
    const body = new URLSearchParams({ ticket: kit.mint(), at: '/x' });
    const from = async (origin: string) =>
      (await kit.ask('/download', { method: 'POST', ticket: '', body, headers: { Origin: origin } })).status;
    expect([await from(EDGE), await from('https://obcy.example')]).toEqual([200, 401]);
  });

  test('whose browser goes away is given up, and leaves nothing open', async () => {
    plant('/wielkie/plik.bin', 'x'.repeat(2 ** 26));
    for (let n = 0; n < 50; n += 1) plant(`/wielkie/w/${n}`, 'x'.repeat(2 ** 20));
    await acts.download(['/x']);
    const pids = kit.handPids();
    for (let round = 0; round < 10; round += 1) {
      const gone = new AbortController();
      const response = await acts.download(['/wielkie'], gone.signal);
      const reader = response.body?.getReader();
      for (let n = 0; n < round; n += 1) await reader?.read();
      gone.abort();
    }
    const open = () =>
      execFileSync('sh', ['-c', `ls -l ${pids.map((pid) => `/proc/${pid}/fd`).join(' ')} | grep -c wielkie || true`]);
    await waitFor('its files closed', () => open().toString().trim() === '0');
    expect(pids.filter((pid) => !kit.handPids().includes(pid))).toEqual([]);
  });

  test('of what changes while it is read is a ZIP all the same', async () => {
    for (let n = 0; n < 30; n += 1) plant(`/zmienne/${n}`, 'x'.repeat(2 ** 18));
    const changing = setInterval(() => {
      for (let n = 0; n < 30; n += 1) writeFileSync(at(`/zmienne/${n}`), 'y'.repeat((n * 7919) % 2 ** 19));
    }, 1);
    try {
      for (let round = 0; round < 5; round += 1) expect(listed(await unzip(await acts.download(['/zmienne'])))).toHaveLength(31);
    } finally {
      clearInterval(changing);
    }
  });
});

describe('a search', () => {
  test('finds parts of names, however they are written, at any depth, and not through links', async () => {
    plant(`/szukaj/${refSegment('Żółty Łoś.TXT')}`, '');
    plant(`/szukaj/a/b/c/${refSegment('zólty')}`, '');
    plant(`/szukaj/${refSegment('z\u0307o\u0301\u0142ty')}`, '');
    folder(`/szukaj/${refSegment('w ŻÓŁTYM')}`);
    plant('/szukaj/inne', '');
    symlinkSync('../..', at('/szukaj/a/zolty-link'));
    const all = await acts.search('/szukaj', 'zolty');
    expect([all.came, foundIn(all).length, foundIn(all).every((ref) => !ref.includes('link/'))]).toEqual(['done', 5, true]);
    expect(foundIn(await acts.search('/szukaj', 'ŁOŚ'))).toHaveLength(1);
    expect(foundIn(await acts.search('/szukaj/a', 'zolty')).sort()).toEqual(['/szukaj/a/b/c/z%C3%B3lty', '/szukaj/a/zolty-link']);
  });

  test('tells at most 500, and says that there are more', async () => {
    for (let n = 0; n < 510; n += 1) plant(`/tlum/igla-${n}`, '');
    const { lines } = await acts.search('/', 'igla');
    expect([lines.filter((line) => 'found' in line).length, lines.at(-1)]).toEqual([
      500,
      { end: 'done', entries: [], truncated: true },
    ]);
  });

  test('finds what lies near although a directory before it is full of the same', async () => {
    for (let n = 0; n < 510; n += 1) plant(`/aaa/vendor/gdzies-${n}`, '');
    plant('/zzz/gdzies-blisko', '');
    expect(foundIn(await acts.search('/', 'gdzies'))).toContain('/zzz/gdzies-blisko');
  });

  test('goes on where a directory may not be looked into', async () => {
    plant('/zamki/a/klucz', '');
    plant('/zamki/b/klucz', '');
    chmodSync(at('/zamki/a'), 0);
    expect(foundIn(await acts.search('/zamki', 'klucz'))).toEqual(['/zamki/b/klucz']);
  });

  test('whose browser goes away is given up, and the hand lives on', async () => {
    const pids = kit.handPids();
    for (let round = 0; round < 20; round += 1) {
      const gone = new AbortController();
      const asked = acts.asked('/search?at=/&name=i', 'GET', undefined, gone.signal).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, round));
      gone.abort();
      await asked;
    }
    expect((await acts.search('/zamki', 'klucz')).came).toBe('done');
    expect(pids.filter((pid) => !kit.handPids().includes(pid))).toEqual([]);
  });
});

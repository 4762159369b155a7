import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync, readlinkSync, symlinkSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../support/stage/wait.ts';
import { type Actor, actor } from './kit/file-acts.ts';
import { type DoorKit, openDoor } from './kit/file-door.ts';
import { inParts, outcome, type Uploader, uploader } from './kit/uploads.ts';

let kit: DoorKit;
let tus: Uploader;
let acts: Actor;
beforeAll(async () => {
  kit = await openDoor({ customers: [{ tree: 'sklep', uid: 5001 }] });
  tus = uploader(kit);
  acts = actor(kit);
});
afterAll(() => kit.end());

const MIB = 2 ** 20;
const sum = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const inTree = (...names: string[]) => kit.path('sklep', ...names);

describe('an upload', () => {
  test('broken off by the browser, a killed hand and a killed door goes on where it was, and is whole', async () => {
    const bytes = randomBytes(24 * MIB);
    const path = await tus.open({ at: '/kopie/du%C5%BCy.bin', length: bytes.length, changedAt: 1_700_000_000_000 });
    const breaks = [
      () => stop.abort(),
      () => kit.handPids().forEach((pid) => void process.kill(pid, 'SIGKILL')),
      () => void process.kill(kit.doorPid() ?? 0, 'SIGKILL'),
    ];
    let stop = new AbortController();
    for (const [turn, breakOff] of breaks.entries()) {
      stop = new AbortController();
      const from = await waitFor('the offset', async () => ({ offset: await tus.offset(path).catch(() => null) })).then(
        ({ offset }) => offset ?? 0,
      );
      const body = inParts(bytes.subarray(from, from + 8 * MIB), MIB, (sent) => {
        if (sent === 4 * MIB) breakOff();
      });
      const broken = await tus.patch(path, from, body, stop.signal).then(outcome, () => 'broken');
      expect(broken, `after break ${turn}`).not.toBe('204');
      const after = await waitFor('the door', async () => {
        const offset = await tus.offset(path).catch(() => -1);
        return offset >= 0 ? { offset } : null;
      });
      expect(after.offset).toBeGreaterThanOrEqual(from);
      expect(after.offset).toBeLessThan(bytes.length);
      expect(readdirSync(inTree('kopie'))).not.toContain('duży.bin');
    }
    const from = await tus.offset(path);
    const last = await tus.patch(path, from, bytes.subarray(from));
    expect([last.status, last.headers.get('klucznik-at')]).toEqual([204, '/kopie/du%C5%BCy.bin']);
    expect(sum(readFileSync(inTree('kopie/duży.bin')))).toBe(sum(bytes));
    const { uid, gid, mode, mtimeMs, nlink } = lstatSync(inTree('kopie/duży.bin'));
    expect([uid, gid, mode & 0o7777, mtimeMs, nlink]).toEqual([5001, 5001, 0o644, 1_700_000_000_000, 1]);
    expect(await tus.offset(path)).toBe(bytes.length);
    expect(kit.said.splice(0).filter((words) => !words.includes('ended by itself'))).toEqual([]);
  });

  test('is gone on with at once, though the server still waits for the lost connection', async () => {
    const path = await tus.open({ at: '/zgubione.bin', length: 4 * MIB });
    const lost = Promise.withResolvers<void>();
    const stalled = inParts(Buffer.alloc(4 * MIB, 1), MIB, (sent) => (sent === 2 * MIB ? lost.promise : undefined));
    const first = tus.patch(path, 0, stalled).then(outcome, () => 'broken');
    await waitFor('two parts', () => {
      const [data] = readdirSync(`${kit.customersRoot}/.klucznik/sklep/uploads`).filter((name) => name.endsWith('.data'));
      return data && lstatSync(`${kit.customersRoot}/.klucznik/sklep/uploads/${data}`).size >= MIB;
    });
    const offset = await tus.offset(path);
    expect(offset).toBeGreaterThanOrEqual(MIB);
    expect(await outcome(await tus.patch(path, offset, Buffer.alloc(4 * MIB - offset, 1)))).toBe('204');
    lost.resolve();
    expect(await first).not.toBe('204');
    expect(readFileSync(inTree('zgubione.bin')).equals(Buffer.alloc(4 * MIB, 1))).toBe(true);
  });

  test('says no to what does not follow on, is too long, or is not there', async () => {
    const path = await tus.open({ at: '/kolejne.bin', length: 10 });
    expect(await outcome(await tus.patch(path, 5, 'abc'))).toBe('409 changed');
    expect(await outcome(await tus.patch(path, 0, 'abcdefghijk'))).toBe('413 too-large');
    expect(await outcome(await tus.patch('/uploads/00000000-0000', 0, 'a'))).toBe('404 missing');
    expect(await outcome(await tus.patch(path, 0, 'abc'))).toBe('204');
    expect((await tus.drop(path)).status).toBe(204);
    expect(await tus.offset(path)).toBe(-404);
  });

  test('is opened by a ticket for its path alone', async () => {
    const path = await tus.open({ at: '/kopie/moje.bin', length: 3 });
    const ticket = kit.mint({ path: '/public_html' });
    const headers = { 'Tus-Resumable': '1.0.0', 'Upload-Offset': '0', 'Content-Type': 'application/offset+octet-stream' };
    expect(await outcome(await kit.ask(path, { method: 'PATCH', headers, body: 'abc', ticket }))).toBe('403 outside-ticket');
    expect(await outcome(await tus.begin({ at: '/kopie/inne.bin', length: 3, ticket }))).toBe('403 outside-ticket');
  });

  test('overwrites only what it was told to', async () => {
    const send = async (at: string, text: string, ifThere?: string) => {
      const begun = await tus.begin({ at, length: text.length, ...(ifThere ? { ifThere } : {}) });
      if (begun.status !== 201) return outcome(begun);
      return (await tus.patch(`/${begun.headers.get('location')}`, 0, text)).headers.get('klucznik-at');
    };
    expect(await send('/raz.txt', 'pierwszy')).toBe('/raz.txt');
    expect(await send('/raz.txt', 'drugi')).toBe('409 exists');
    expect(await send('/raz.txt', 'trzeci', 'keep-both')).toBe('/raz%20(2).txt');
    expect(await send('/raz.txt', 'czwarty', 'keep-both')).toBe('/raz%20(3).txt');
    expect(await send('/raz.txt', 'piaty', 'replace')).toBe('/raz.txt');
    const [item] = await acts.binned();
    expect([item?.ref, item?.size, (await acts.binned()).length]).toEqual(['/raz.txt', 'pierwszy'.length, 1]);
    expect(await send('/kopie', 'plik', 'replace')).toBe('409 wrong-type');
    expect(await send('/nie-ma/raz.txt', 'x')).toBe('404 missing');
    expect(await send('/public_html/sklep/na-zewnatrz/raz.txt', 'x')).toBe('409 is-link');
    expect(['raz.txt', 'raz (2).txt', 'raz (3).txt'].map((name) => readFileSync(inTree(name), 'utf8'))).toEqual([
      'piaty',
      'trzeci',
      'czwarty',
    ]);
  });

  test('does not overwrite what came meanwhile, and can still be put there afterwards', async () => {
    const path = await tus.open({ at: '/wyscig.txt', length: 4 });
    writeFileSync(inTree('wyscig.txt'), 'inny');
    expect(await outcome(await tus.patch(path, 0, 'moje'))).toBe('409 exists');
    expect(readFileSync(inTree('wyscig.txt'), 'utf8')).toBe('inny');
    execFileSync('mv', [inTree('wyscig.txt'), inTree('odsunięty.txt')]);
    expect(await tus.offset(path)).toBe(4);
    expect(readFileSync(inTree('wyscig.txt'), 'utf8')).toBe('moje');
  });

  test('replaces a link, never what it leads to', async () => {
    writeFileSync(inTree('cel.txt'), 'cel');
    symlinkSync('cel.txt', inTree('link.txt'));
    const path = await tus.open({ at: '/link.txt', length: 4, ifThere: 'replace' });
    expect(await outcome(await tus.patch(path, 0, 'nowy'))).toBe('204');
    expect([readFileSync(inTree('cel.txt'), 'utf8'), lstatSync(inTree('link.txt')).isFile()]).toEqual(['cel', true]);
    const link = (await acts.binned()).find(({ ref }) => ref === '/link.txt');
    expect([link?.type, await acts.restore(link?.id ?? '', 'replace')]).toEqual(['link', '200']);
    expect(readlinkSync(inTree('link.txt'))).toBe('cel.txt');
  });

  test('replaces what is somebody else’s too, and keeps it', async () => {
    writeFileSync(inTree('cudzy.txt'), 'roota', { mode: 0o600 });
    const path = await tus.open({ at: '/cudzy.txt', length: 4, ifThere: 'replace' });
    expect(await outcome(await tus.patch(path, 0, 'nowy'))).toBe('204');
    expect([readFileSync(inTree('cudzy.txt'), 'utf8'), lstatSync(inTree('cudzy.txt')).uid]).toEqual(['nowy', 5001]);
    const kept = (await acts.binned()).find(({ ref }) => ref === '/cudzy.txt');
    expect(readFileSync(kit.path('.klucznik', 'sklep', 'bin', kept?.id ?? '', 'data'), 'utf8')).toBe('roota');
  });

  test('of nothing is there at once', async () => {
    const begun = await tus.begin({ at: '/pusty.txt', length: 0 });
    expect([begun.status, begun.headers.get('klucznik-at'), lstatSync(inTree('pusty.txt')).size]).toEqual([201, '/pusty.txt', 0]);
  });
});

test('a full disk is said before and while bytes come, and leaves nothing half there', async () => {
  const small = await openDoor({ diskMegabytes: 16, customers: [{ tree: 'sklep', uid: 5001, entries: [] }] });
  try {
    const tus = uploader(small);
    expect(await outcome(await tus.begin({ at: '/za-duży.bin'.replace('ż', '%C5%BC'), length: 32 * MIB }))).toBe('507 disk-full');
    const paths = [await tus.open({ at: '/a.bin', length: 12 * MIB }), await tus.open({ at: '/b.bin', length: 12 * MIB })];
    const came = await Promise.all(paths.map(async (path) => outcome(await tus.patch(path, 0, Buffer.alloc(12 * MIB)))));
    expect(came).toContain('507 disk-full');
    const put = { method: 'PUT', headers: { 'If-None-Match': '*' }, body: Buffer.alloc(2 * MIB) };
    while ((await outcome(await small.ask(`/content?at=%2F${Math.random()}.txt`, put))) === '201');
    const there = readdirSync(small.path('sklep')).filter((name) => name.endsWith('.bin'));
    expect(there.every((name) => lstatSync(small.path('sklep', name)).size === 12 * MIB)).toBe(true);
    for (const path of paths) await tus.drop(path);
    const left = readdirSync(`${small.customersRoot}/.klucznik/sklep/uploads`);
    expect(left).toEqual([]);
    expect(small.said).toEqual([]);
  } finally {
    await small.end();
  }
});

describe('when a door is closed', () => {
  test('nothing of it runs on', async () => {
    const other = await openDoor({ customers: [{ tree: 'sklep', uid: 5001, entries: [] }] });
    await other.ask('/entries?at=/');
    const pids = other.pids();
    expect(pids.length).toBeGreaterThanOrEqual(2);
    await other.end();
    expect(pids.filter((pid) => existsSync(`/proc/${pid}`))).toEqual([]);
  });
});

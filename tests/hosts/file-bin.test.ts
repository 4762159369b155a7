import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { sweep } from '../../agent/files/hand/sweep.ts';
import { openPlace } from '../../agent/system/tree-place.ts';
import { BIN_MS } from '../../contract/index.ts';
import { waitFor } from '../support/stage/wait.ts';
import { type Actor, actor } from './kit/file-acts.ts';
import { type DoorKit, openDoor } from './kit/file-door.ts';

let kit: DoorKit;
let acts: Actor;
beforeAll(async () => {
  kit = await openDoor({
    customers: [
      { tree: 'sklep', uid: 5001, entries: [] },
      { tree: 'obcy', uid: 5002, entries: [{ path: 'tajne.txt', text: 'cudze' }] },
    ],
  });
  acts = actor(kit);
});
afterAll(() => kit.end());
afterEach(async () => {
  expect((await acts.empty()).came).toBe('done');
  expect(kit.said.splice(0)).toEqual([]);
});

const at = (ref: string) => `${kit.path('sklep')}${ref}`;
const state = (...names: string[]) => kit.path('.klucznik', 'sklep', ...names);
function folder(ref: string): void {
  if (dirname(ref) !== '/') folder(dirname(ref));
  if (existsSync(at(ref))) return;
  mkdirSync(at(ref));
  chownSync(at(ref), 5001, 5001);
}
function plant(ref: string, text: string): void {
  if (dirname(ref) !== '/') folder(dirname(ref));
  writeFileSync(at(ref), text);
  chownSync(at(ref), 5001, 5001);
}
const text = (ref: string) => readFileSync(at(ref), 'utf8');
/** What the door lets a hand do every few hours. */
const sweepNow = async () => {
  const place = openPlace(kit.customersRoot, 'sklep');
  if (place) await sweep(place);
  // A hand does it as the customer, not as root.
  for (const name of readdirSync(state())) chownSync(state(name), 5001, 5001);
};

describe('the bin', () => {
  test('tells what lies in it, the newest first, page by page', async () => {
    for (let n = 0; n < 205; n += 1) plant(`/wiele/${n}`, '12345');
    const refs = Array.from({ length: 205 }, (_, n) => `/wiele/${n}`);
    expect((await acts.bin(...refs.slice(0, 100))).came).toBe('done');
    expect((await acts.bin(...refs.slice(100))).came).toBe('done');
    const first = await (await acts.asked('/bin', 'GET')).json();
    const second = await (await acts.asked(`/bin?after=${first.next}`, 'GET')).json();
    expect([first.items.length, second.items.length, second.next]).toEqual([200, 5, null]);
    // A page goes on after what it ended with, though that is gone by then.
    expect(await acts.destroy(first.next)).toBe('204');
    expect((await (await acts.asked(`/bin?after=${first.next}`, 'GET')).json()).items).toEqual(second.items);
    const all = [...first.items, ...second.items];
    expect(new Set(all.map(({ ref }) => ref)).size).toBe(205);
    expect(all.map(({ binnedAt }) => binnedAt)).toEqual(all.map(({ binnedAt }) => binnedAt).sort((a, b) => b - a));
    expect(all[0]).toMatchObject({ size: 5, type: 'file', until: all[0].binnedAt + BIN_MS });
  });

  test('gives a directory back whole, and makes those on the way anew', async () => {
    plant('/daleko/w/glebi/plik', 'x');
    expect((await acts.bin('/daleko/w/glebi')).came).toBe('done');
    rmSync(at('/daleko'), { recursive: true });
    const [item] = await acts.binned();
    expect(await acts.restore(item?.id ?? '')).toBe('200');
    expect([text('/daleko/w/glebi/plik'), statSync(at('/daleko/w')).uid]).toEqual(['x', 5001]);
    expect(await acts.binned()).toEqual([]);
    expect(readdirSync(state('bin'))).toEqual([]);
    expect(await acts.restore(item?.id ?? '')).toBe('404 missing');
  });

  test('never gives back through a link, nor over what took the name', async () => {
    plant('/droga/plik', 'moj');
    expect((await acts.bin('/droga/plik')).came).toBe('done');
    const [item] = await acts.binned();
    renameSync(at('/droga'), at('/inna'));
    symlinkSync('../obcy', at('/droga'));
    expect(await acts.restore(item?.id ?? '')).toBe('409 is-link');
    expect(readdirSync(kit.path('obcy'))).toEqual(['tajne.txt']);
    rmSync(at('/droga'));
    plant('/droga/plik', 'nowszy');
    expect(await acts.restore(item?.id ?? '')).toBe('409 exists');
    expect(await acts.restore(item?.id ?? '', 'replace')).toBe('200');
    expect(text('/droga/plik')).toBe('moj');
    expect((await acts.binned()).map(({ ref }) => ref)).toEqual(['/droga/plik']);
  });

  test('shows a narrower ticket only what came from where it opens', async () => {
    plant('/blog/a', '1');
    plant('/sklep/b', '2');
    expect((await acts.bin('/blog/a', '/sklep/b')).came).toBe('done');
    const item = (await acts.binned()).find(({ ref }) => ref === '/sklep/b');
    const narrow = actor(kit, () => kit.mint({ path: '/blog' }));
    expect((await narrow.binned()).map(({ ref }) => ref)).toEqual(['/blog/a']);
    expect(await narrow.restore(item?.id ?? '')).toMatch(/^40[34]/);
    expect(await narrow.destroy(item?.id ?? '')).toMatch(/^40[34]/);
    expect((await narrow.empty()).came).toBe('done');
    expect((await acts.binned()).map(({ ref }) => ref)).toEqual(['/sklep/b']);
  });

  test('for good: directories without rights and links go, what links lead to stays', async () => {
    plant('/w-kosz/a/b/c', '1');
    symlinkSync('../../obcy', at('/w-kosz/a/obcy'));
    for (const name of ['/w-kosz/a/b', '/w-kosz/a']) chmodSync(at(name), 0o500);
    expect((await acts.bin('/w-kosz')).came).toBe('done');
    expect(await acts.destroy((await acts.binned())[0]?.id ?? '')).toBe('204');
    expect(readdirSync(state('bin'))).toEqual([]);
    expect(readFileSync(kit.path('obcy', 'tajne.txt'), 'utf8')).toBe('cudze');
  });

  test('does not trust what stands in it: its facts are in the customer’s reach', async () => {
    plant('/fakty', 'x');
    expect((await acts.bin('/fakty')).came).toBe('done');
    const [item] = await acts.binned();
    const facts = state('bin', item?.id ?? '', 'entry.json');
    const before = readFileSync(facts, 'utf8');
    for (const spoilt of [before.replace('/fakty', '/../obcy/x'), '{', '[]']) {
      writeFileSync(facts, spoilt);
      expect(await acts.binned()).toEqual([]);
      expect(await acts.restore(item?.id ?? '')).toBe('404 missing');
    }
    plant('/inny', 'y');
    expect((await acts.bin('/inny')).came, 'one spoilt item spoils no other').toBe('done');
    await sweepNow();
    expect((await acts.binned()).map(({ ref }) => ref)).toEqual(['/inny']);
    expect(existsSync(state('bin', item?.id ?? '', 'data')), 'what cannot be told is not thrown away early').toBe(true);
    writeFileSync(facts, before);
  });

  test('throws away what has lain its time, and nothing before', async () => {
    plant('/stary', 'x');
    plant('/mlody', 'y');
    expect((await acts.bin('/stary', '/mlody')).came).toBe('done');
    const old = (await acts.binned()).find(({ ref }) => ref === '/stary');
    const facts = state('bin', old?.id ?? '', 'entry.json');
    writeFileSync(facts, JSON.stringify({ ...JSON.parse(readFileSync(facts, 'utf8')), until: Date.now() - 1 }));
    await sweepNow();
    expect((await acts.binned()).map(({ ref }) => ref)).toEqual(['/mlody']);
  });
});

describe('a hand that is killed', () => {
  const killHands = () => {
    for (const pid of kit.handPids()) process.kill(pid, 'SIGKILL');
  };
  const forgiven = () => kit.said.splice(0).every((words) => words === 'files-hand: ended by itself');

  test('while it bins: each thing is here or in the bin, never both, never neither', async () => {
    const refs = Array.from({ length: 40 }, (_, n) => `/znika/${n}`);
    for (let round = 0; round < 12; round += 1) {
      for (const ref of refs) plant(ref, 'x');
      const running = acts.bin(...refs).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, round * 3));
      killHands();
      await running;
      const binned = await waitFor('another hand', () => acts.binned().catch(() => null));
      const names = new Set(binned.map(({ ref }) => ref));
      for (const ref of refs) expect([ref, existsSync(at(ref)), names.has(ref)]).toEqual([ref, !names.has(ref), names.has(ref)]);
      expect((await acts.empty()).came).toBe('done');
    }
    expect(forgiven()).toBe(true);
  });

  test('while it copies: nothing half is there, and what it left is swept away', async () => {
    for (let n = 0; n < 20; n += 1) plant(`/duzo/${n}`, 'x'.repeat(2 ** 22));
    folder('/dokad');
    let left = 0;
    for (let round = 0; round < 12; round += 1) {
      const running = acts.copy({ from: ['/duzo'], into: '/dokad' }).catch(() => null);
      await new Promise((resolve) => setTimeout(resolve, 5 + round * 8));
      killHands();
      await running;
      const there = readdirSync(at('/dokad'));
      if (there.length > 0) expect(readdirSync(at('/dokad/duzo'))).toHaveLength(20);
      left += existsSync(state('copies')) ? readdirSync(state('copies')).length : 0;
      await sweepNow();
      expect(readdirSync(state('copies'))).toEqual([]);
      rmSync(at('/dokad/duzo'), { recursive: true, force: true });
      await waitFor('another hand', () => acts.binned().catch(() => null));
    }
    expect(left, 'copies were met half way').toBeGreaterThan(0);
    expect(forgiven()).toBe(true);
  });

  test('a browser that goes away while it copies stops it, and the hand lives on', async () => {
    for (let n = 0; n < 40; n += 1) plant(`/dlugo/${n}`, 'x'.repeat(2 ** 22));
    folder('/dokad2');
    const before = kit.handPids();
    const gone = new AbortController();
    const running = acts.asked('/copies', 'POST', { from: ['/dlugo'], into: '/dokad2' }, gone.signal).catch(() => null);
    await waitFor('a copy under way', () => existsSync(state('copies')) && readdirSync(state('copies')).length > 0);
    gone.abort();
    await running;
    await waitFor('nothing of it left', () => readdirSync(state('copies')).length === 0);
    expect([readdirSync(at('/dokad2')), before.filter((pid) => !kit.handPids().includes(pid))]).toEqual([[], []]);
  });
});

test('a full disk is said, and nothing half is there', async () => {
  const small = await openDoor({ customers: [{ tree: 'sklep', uid: 5001, entries: [] }], diskMegabytes: 16 });
  try {
    const small_ = actor(small);
    const path = small.path('sklep', 'duzy');
    writeFileSync(path, Buffer.alloc(9 * 2 ** 20, 1));
    chownSync(path, 5001, 5001);
    expect(await small_.folder('/kopia')).toBe('201');
    expect((await small_.copy({ from: ['/duzy'], into: '/kopia' })).came).toMatch(/disk-full/);
    expect(readdirSync(small.path('sklep', 'kopia'))).toEqual([]);
    // What is measured beforehand may be wrong by the time it is written.
    const filler = spawn('sh', ['-c', `sleep 0.05; head -c 20M /dev/zero > ${small.path('wypelnienie')} 2>/dev/null; true`]);
    await once(filler, 'exit');
    expect((await small_.bin('/duzy')).came, 'no room even for a line of facts').toMatch(/done|disk-full/);
    expect(existsSync(path) || (await small_.binned()).length === 1).toBe(true);
    expect(small.said).toEqual([]);
  } finally {
    await small.end();
  }
});

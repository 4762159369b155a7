import { chownSync, existsSync, lstatSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { Hands } from '../../agent/files/door/hands.ts';
import { program } from '../../agent/files/program.ts';
import { UPLOAD_KEPT_MS } from '../../contract/index.ts';
import { type Actor, actor } from './kit/file-acts.ts';
import { type DoorKit, openDoor } from './kit/file-door.ts';
import { type Uploader, uploader } from './kit/uploads.ts';

const OWNER = 5001;
let kit: DoorKit;
let acts: Actor;
let tus: Uploader;
/** Those that a door sends through the trees every few hours: processes with the rights of each tree's owner. */
let hands: Hands;
const said: string[] = [];
beforeAll(async () => {
  kit = await openDoor({ customers: [{ tree: 'sklep', uid: OWNER, entries: [] }] });
  acts = actor(kit);
  tus = uploader(kit);
  const runDir = join(kit.customersRoot, '..', 'sweeping');
  mkdirSync(runDir, { mode: 0o700 });
  hands = new Hands({ program, customersRoot: kit.customersRoot, runDir, complain: (words) => said.push(words) });
});
afterAll(async () => {
  await hands.close();
  await kit.end();
});
beforeEach(() => void said.splice(0));

const state = (...names: string[]) => kit.path('.klucznik', 'sklep', ...names);
function plant(name: string, owner = OWNER): void {
  writeFileSync(kit.path('sklep', name), name);
  chownSync(kit.path('sklep', name), owner, owner);
}
function plantFolder(name: string, owner = OWNER): void {
  mkdirSync(kit.path('sklep', name));
  chownSync(kit.path('sklep', name), owner, owner);
}
/** Puts something into the bin whose thirty days are over. */
async function binLongAgo(ref: string): Promise<string> {
  expect((await acts.bin(ref)).came).toBe('done');
  const item = (await acts.binned()).find((one) => one.ref === ref);
  const facts = state('bin', item?.id ?? '', 'entry.json');
  writeFileSync(facts, JSON.stringify({ ...JSON.parse(readFileSync(facts, 'utf8')), until: Date.now() - 1 }));
  return item?.id ?? '';
}
const age = (path: string, ms: number) => utimesSync(path, 0, (Date.now() - ms) / 1000);

test('an upload that never ended goes after a week, one that goes on stays; until then both are their owner’s bytes', async () => {
  const [old, going] = [await tus.open({ at: '/stary.bin', length: 8 }), await tus.open({ at: '/nowy.bin', length: 8 })];
  for (const path of [old, going]) expect((await tus.patch(path, 0, 'abcd')).status).toBe(204);
  const files = readdirSync(state('uploads'));
  expect(files).toHaveLength(4);
  // What a quota counts: whose it is, on the disk of the tree.
  for (const { uid, dev } of files.map((name) => lstatSync(state('uploads', name))))
    expect([uid, dev]).toEqual([OWNER, lstatSync(kit.path('sklep')).dev]);
  const ofOld = files.filter((name) => old.endsWith(name.slice(0, 36)));
  for (const name of ofOld) age(state('uploads', name), UPLOAD_KEPT_MS - 60_000);
  await hands.sweep('sklep');
  expect(await tus.offset(old), 'before its time').toBe(4);
  for (const name of ofOld) age(state('uploads', name), UPLOAD_KEPT_MS + 60_000);
  await hands.sweep('sklep');
  expect([await tus.offset(old), await tus.offset(going)]).toEqual([-404, 4]);
  expect(readdirSync(state('uploads')).filter((name) => ofOld.includes(name))).toEqual([]);
  expect((await tus.patch(going, 4, 'efgh')).headers.get('klucznik-at')).toBe('/nowy.bin');
  expect(said).toEqual([]);
});

test('what lay in the bin for its time goes, and nothing else', async () => {
  for (const name of ['dawny', 'niedawny']) plant(name);
  const id = await binLongAgo('/dawny');
  expect((await acts.bin('/niedawny')).came).toBe('done');
  expect(lstatSync(state('bin', id, 'data')).uid).toBe(OWNER);
  await hands.sweep('sklep');
  expect([existsSync(state('bin', id)), (await acts.binned()).map(({ ref }) => ref)]).toEqual([false, ['/niedawny']]);
  expect(said).toEqual([]);
});

test('what cannot be deleted keeps nothing else, wherever it lies', async () => {
  plantFolder('z-cudzym');
  plantFolder('z-cudzym/katalog', 0);
  plant('z-cudzym/katalog/plik', 0);
  const stuck = await binLongAgo('/z-cudzym');
  const others: string[] = [];
  for (const name of ['a', 'b', 'c']) {
    plant(name);
    others.push(await binLongAgo(`/${name}`));
  }
  // A customer's own programs may write here.
  mkdirSync(state('uploads', 'katalog'));
  age(state('uploads', 'katalog'), UPLOAD_KEPT_MS + 60_000);
  await hands.sweep('sklep');
  expect(existsSync(state('bin', stuck))).toBe(true);
  expect(others.filter((id) => existsSync(state('bin', id)))).toEqual([]);
  expect(said).toHaveLength(1);
  expect(said[0]).toMatch(/^files-hand: sweep: .*EACCES/);
});

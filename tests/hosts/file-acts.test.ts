import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { refSegment } from '../../contract/index.ts';
import { mustRun } from '../support/hosting/index.ts';
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
afterEach(() => {
  expect(kit.said.splice(0)).toEqual([]);
});

const at = (ref: string) => Buffer.from(`${kit.path('sklep')}${decodeURIComponent(ref)}`);
const own = (path: string | Buffer) => chownSync(path, 5001, 5001);
function plantFolder(ref: string): void {
  const above = dirname(ref);
  if (above !== '/') plantFolder(above);
  if (existsSync(at(ref))) return;
  mkdirSync(at(ref));
  own(at(ref));
}
function plant(ref: string, text: string, mode = 0o644): void {
  plantFolder(dirname(ref));
  writeFileSync(at(ref), text);
  own(at(ref));
  // Last: another owner takes setuid away.
  chmodSync(at(ref), mode);
}
const plantLink = (ref: string, to: string) => symlinkSync(to, at(ref));
const text = (ref: string) => readFileSync(at(ref), 'utf8');
const modeOf = (ref: string) => (lstatSync(at(ref)).mode & 0o7777).toString(8);

/** Names that programs trip over, as references have them. */
const NAMES: readonly [string, string][] = [
  ['Polish letters', refSegment('Zażółć gęślą jaźń.txt')],
  ['quotes', refSegment(`cudzysłów "i" 'apostrof' \`x\`.txt`)],
  ['a newline', refSegment('dwie\nlinie.txt')],
  ['255 bytes', 'd'.repeat(255)],
  ['a backslash and a percent', refSegment('50%\\x')],
  ['a dash in front', '-rf'],
  ['letters of two code points', refSegment('z\u0307o\u0301w')],
];
const NOT_UTF8 = 'k%F3w%FF';

describe('a name', () => {
  test.each(NAMES)('with %s goes through every act', async (_, name) => {
    plant(`/nazwy/${name}`, 'treść');
    plantFolder('/nazwy-obok');
    expect((await acts.copy({ from: [`/nazwy/${name}`], into: '/nazwy-obok' })).entries[0]?.ref).toBe(`/nazwy-obok/${name}`);
    expect((await acts.bin(`/nazwy-obok/${name}`)).came).toBe('done');
    const [item] = await acts.binned();
    expect(item?.ref).toBe(`/nazwy-obok/${name}`);
    expect(await acts.restore(item?.id ?? '')).toBe('200');
    expect((await acts.permit({ at: [`/nazwy-obok/${name}`], mode: '0600' })).came).toBe('done');
    expect((await acts.move({ from: [`/nazwy-obok/${name}`], to: '/nazwy-obok/wrocilo' })).came).toBe('done');
    expect((await acts.move({ from: ['/nazwy-obok/wrocilo'], to: `/nazwy-obok/${name}` })).came).toBe('done');
    expect((await acts.copy({ from: [`/nazwy/${name}`], into: '/nazwy-obok', ifThere: 'keep-both' })).came).toBe('done');
    expect(text(`/nazwy-obok/${name}`)).toBe('treść');
    expect((await acts.bin('/nazwy', '/nazwy-obok')).came).toBe('done');
    expect(await acts.folder(`/${name}`)).toBe('201');
    expect((await acts.bin(`/${name}`)).came).toBe('done');
  });

  test('that is no UTF-8 keeps its bytes', async () => {
    plantFolder('/bajty/cel');
    const raw = (folder: string) => Buffer.concat([at(folder), Buffer.from('/k\xf3w\xff', 'latin1')]);
    writeFileSync(raw('/bajty'), 'latin');
    own(raw('/bajty'));
    expect((await acts.copy({ from: [`/bajty/${NOT_UTF8}`], into: '/bajty/cel' })).came).toBe('done');
    expect(readFileSync(raw('/bajty/cel'), 'utf8')).toBe('latin');
    expect((await acts.bin(`/bajty/${NOT_UTF8}`)).came).toBe('done');
    expect(existsSync(raw('/bajty'))).toBe(false);
    expect(await acts.restore((await acts.binned())[0]?.id ?? '')).toBe('200');
    expect(readFileSync(raw('/bajty'), 'utf8')).toBe('latin');
  });

  test('of 256 bytes is refused as too long', async () => {
    plant('/a', '');
    expect((await acts.move({ from: ['/a'], to: `/${'d'.repeat(256)}` })).came).toBe('422 invalid-request');
  });
});

describe('with a link on the way', () => {
  beforeAll(() => {
    plant('/prawdziwy/plik.txt', 'swoje');
    plantLink('/na-zewnatrz', '../obcy');
    plantLink('/do-swojego', 'prawdziwy');
  });
  const LINKED = ['/na-zewnatrz/tajne.txt', '/do-swojego/plik.txt'];

  test.each(LINKED)('every act on %s is refused', async (ref) => {
    const refused = [
      (await acts.move({ from: [ref], into: '/prawdziwy' })).came,
      (await acts.move({ from: ['/prawdziwy/plik.txt'], to: `${ref}2` })).came,
      (await acts.copy({ from: [ref], into: '/prawdziwy', ifThere: 'keep-both' })).came,
      (await acts.copy({ from: ['/prawdziwy/plik.txt'], into: dirname(ref), ifThere: 'keep-both' })).came,
      (await acts.permit({ at: [ref], mode: '0666' })).came,
      (await acts.bin(ref)).came,
      (await acts.search(dirname(ref), 'a')).came,
      await acts.folder(`${ref}-nowy`),
      `${(await acts.download([ref])).status}`,
      `${(await acts.download([ref, ref])).status}`,
    ];
    expect(refused.map((came) => came.replace('409 is-link', '409'))).toEqual(refused.map(() => '409'));
    expect(readdirSync(kit.path('obcy'))).toEqual(['tajne.txt']);
    expect(text('/prawdziwy/plik.txt')).toBe('swoje');
  });

  test('a link itself is moved, copied and binned as the link that it is, and its permissions are nobody’s', async () => {
    plantFolder('/linki');
    plantLink('/link', '../obcy/tajne.txt');
    expect((await acts.move({ from: ['/link'], to: '/link2' })).came).toBe('done');
    expect((await acts.copy({ from: ['/link2'], into: '/linki' })).came).toBe('done');
    expect(readlinkSync(at('/linki/link2'))).toBe('../obcy/tajne.txt');
    expect((await acts.permit({ at: ['/link2'], mode: '0666' })).came).toBe('409 is-link');
    expect((await acts.permit({ at: ['/linki'], mode: '0777', below: true })).came).toBe('done');
    expect((await acts.bin('/link2')).came).toBe('done');
    expect(await acts.destroy((await acts.binned())[0]?.id ?? '')).toBe('204');
    expect([readFileSync(kit.path('obcy', 'tajne.txt'), 'utf8'), lstatSync(kit.path('obcy', 'tajne.txt')).mode & 0o777]).toEqual([
      'cudze',
      0o644,
    ]);
  });
});

test.each(['moves', 'copies', 'permissions', 'bin', 'folders'])('/%s obeys path and right of its ticket', async (path) => {
  plant('/poza/plik.txt', 'x');
  plantFolder('/w-srodku');
  const body = {
    moves: { from: ['/poza/plik.txt'], into: '/w-srodku' },
    copies: { from: ['/poza/plik.txt'], into: '/w-srodku' },
    permissions: { at: ['/poza/plik.txt'], mode: '0600' },
    bin: { at: ['/poza/plik.txt'] },
    folders: { at: '/poza/nowy' },
  }[path];
  const ask = async (ticket: string) => (await kit.ask(`/${path}`, { method: 'POST', ticket, ...(body ? { body } : {}) })).status;
  expect(await ask(kit.mint({ path: '/w-srodku' }))).toBe(403);
  expect(await ask(kit.mint({ right: 'read' }))).toBe(403);
  expect(text('/poza/plik.txt')).toBe('x');
});

describe('moving', () => {
  test('goes in order and stops where a name is taken; what was done stays done', async () => {
    for (const name of ['1', '2', '3']) plant(`/rzad/${name}`, name);
    plant('/cel/2', 'inne');
    const { came, lines } = await acts.move({ from: ['/rzad/1', '/rzad/2', '/rzad/3'], into: '/cel' });
    expect(came).toMatch(/exists( \/cel\/2)?$/);
    expect(lines.length === 0 || lines.some((line) => 'done' in line && line.done === 1), 'one is said to be done').toBe(true);
    expect([text('/cel/1'), text('/cel/2'), text('/rzad/2'), text('/rzad/3')]).toEqual(['1', 'inne', '2', '3']);
  });

  test('puts what it replaces into the bin', async () => {
    plant('/zamiana/stary/w-nim.txt', 'stary');
    plant('/zamiana/nowy/w-nim.txt', 'nowy');
    expect((await acts.move({ from: ['/zamiana/nowy'], to: '/zamiana/stary', ifThere: 'replace' })).came).toBe('done');
    expect(text('/zamiana/stary/w-nim.txt')).toBe('nowy');
    const [item] = await acts.binned();
    expect(item?.ref).toBe('/zamiana/stary');
    expect(await acts.restore(item?.id ?? '')).toBe('409 exists');
    expect(await acts.restore(item?.id ?? '', 'keep-both')).toBe('200');
    expect(text(`/zamiana/${refSegment('stary (2)')}/w-nim.txt`)).toBe('stary');
  });

  test.each([
    [{ from: ['/w/a'], into: '/w/a' }, 'into-itself'],
    [{ from: ['/w/a'], into: '/w/a/b' }, 'into-itself'],
    [{ from: ['/w/a'], to: '/w/a/b/c' }, 'into-itself'],
    [{ from: ['/w/nie-ma'], into: '/w/a' }, 'missing'],
    [{ from: ['/w/a'], into: '/w/nie-ma' }, 'missing'],
    [{ from: ['/w/a'], into: '/w/plik' }, 'wrong-type'],
    [{ from: ['/'], into: '/w' }, ''],
  ])('%o is refused and changes nothing', async (order, code) => {
    plant('/w/a/b/gleboko', 'x');
    plant('/w/plik', 'y');
    expect((await acts.move(order)).came).toMatch(new RegExp(`^4.. .*${code}`));
    expect([text('/w/a/b/gleboko'), text('/w/plik')]).toEqual(['x', 'y']);
    expect(readdirSync(at('/w')).sort()).toEqual(['a', 'plik']);
  });

  test('something to where it is already leaves it alone', async () => {
    plant('/tu/plik', 'x');
    for (const ifThere of ['refuse', 'replace', 'keep-both'])
      expect((await acts.move({ from: ['/tu/plik'], into: '/tu', ifThere })).came).toBe('done');
    expect(readdirSync(at('/tu'))).toEqual(['plik']);
  });

  test('takes along a directory that its owner may not write in', async () => {
    plant('/zamkniety/w/plik', 'x');
    chmodSync(at('/zamkniety/w'), 0o555);
    plantFolder('/inny');
    expect((await acts.move({ from: ['/zamkniety/w'], into: '/inny' })).came).toBe('done');
    expect([text('/inny/w/plik'), modeOf('/inny/w')]).toEqual(['x', '555']);
    expect((await acts.bin('/inny/w')).came).toBe('done');
    const [item] = await acts.binned();
    expect(await acts.restore(item?.id ?? '')).toBe('200');
    expect(modeOf('/inny/w')).toBe('555');
    expect((await acts.copy({ from: ['/inny/w'], into: '/zamkniety' })).came).toBe('done');
    expect([text('/zamkniety/w/plik'), modeOf('/zamkniety/w')]).toEqual(['x', '555']);
  });
});

describe('copying', () => {
  test('keeps permissions, times and links, lends nobody’s rights, and leaves FIFOs out', async () => {
    plant('/zrodlo/w/skrypt.sh', 'x', 0o4755);
    plant('/zrodlo/stary.txt', 'y', 0o600);
    utimesSync(at('/zrodlo/stary.txt'), 1_000_000_000, 1_000_000_000);
    plantLink('/zrodlo/wiszacy', 'nie-ma');
    await mustRun('mkfifo', [at('/zrodlo/rura').toString()]);
    plantFolder('/kopia');
    expect(modeOf('/zrodlo/w/skrypt.sh')).toBe('4755');
    const { came, skipped, entries } = await acts.copy({ from: ['/zrodlo'], into: '/kopia' });
    expect([came, skipped, entries.map(({ ref }) => ref)]).toEqual(['done', 1, ['/kopia/zrodlo']]);
    expect([modeOf('/kopia/zrodlo/w/skrypt.sh'), modeOf('/kopia/zrodlo/stary.txt')]).toEqual(['755', '600']);
    expect(lstatSync(at('/kopia/zrodlo/stary.txt')).mtimeMs).toBe(1e12);
    expect(readlinkSync(at('/kopia/zrodlo/wiszacy'))).toBe('nie-ma');
    expect(readdirSync(at('/kopia/zrodlo')).sort()).toEqual(['stary.txt', 'w', 'wiszacy']);
  });

  test('beside itself makes one more; into itself is refused', async () => {
    plant('/raz/plik.txt', 'x');
    expect((await acts.copy({ from: ['/raz/plik.txt'], into: '/raz', ifThere: 'keep-both' })).came).toBe('done');
    expect(readdirSync(at('/raz')).sort()).toEqual(['plik (2).txt', 'plik.txt']);
    expect((await acts.copy({ from: ['/raz'], into: '/raz' })).came).toBe('409 into-itself');
  });

  test.each(['move', 'copy'] as const)('%s over the directory that it lies in loses neither', async (act) => {
    plant('/gora/srodek/x', '1');
    plant('/gora/obok', '2');
    expect((await acts[act]({ from: ['/gora/srodek'], to: '/gora', ifThere: 'replace' })).came).toBe('done');
    expect(readdirSync(at('/gora'))).toEqual(['x']);
    const [item] = await acts.binned();
    expect((await acts.bin('/gora')).came).toBe('done');
    expect(await acts.restore(item?.id ?? '')).toBe('200');
    expect(readdirSync(at('/gora')).sort()).toEqual(act === 'move' ? ['obok'] : ['obok', 'srodek']);
    expect((await acts.bin('/gora')).came).toBe('done');
  });

  test('what may not be read is refused, and nothing of it is there', async () => {
    plant('/czesc/a', '1');
    plant('/czesc/b', '2');
    chownSync(at('/czesc/b'), 5002, 5002);
    chmodSync(at('/czesc/b'), 0o600);
    plantFolder('/puste');
    expect((await acts.copy({ from: ['/czesc'], into: '/puste' })).came).toMatch(/denied/);
    expect(readdirSync(at('/puste'))).toEqual([]);
    expect(readdirSync(kit.path('.klucznik', 'sklep', 'copies'))).toEqual([]);
  });
});

describe('permissions', () => {
  test('below a directory give files no right to be run that they did not have, and never lend rights', async () => {
    plant('/prawa/dane.txt', 'x', 0o600);
    plant('/prawa/w/skrypt', 'y', 0o4700);
    expect((await acts.permit({ at: ['/prawa'], mode: '0755', below: true })).came).toBe('done');
    expect([modeOf('/prawa'), modeOf('/prawa/w'), modeOf('/prawa/dane.txt')]).toEqual(['755', '755', '644']);
    expect(modeOf('/prawa/w/skrypt')).toMatch(/^7[45][45]$/);
    expect((await acts.permit({ at: ['/prawa'], mode: '4755' })).came).toBe('422 invalid-request');
  });

  test('open what nobody could open, from inside out', async () => {
    plant('/prawa2/w/plik', 'x', 0);
    chmodSync(at('/prawa2/w'), 0);
    chmodSync(at('/prawa2'), 0);
    expect((await acts.permit({ at: ['/prawa2'], mode: '0644', below: true })).came).toBe('done');
    expect([modeOf('/prawa2'), modeOf('/prawa2/w'), modeOf('/prawa2/w/plik')]).toEqual(['755', '755', '644']);
  });

  test('of somebody else’s file are not for a customer to give', async () => {
    plant('/obce', 'x');
    chownSync(at('/obce'), 0, 0);
    expect((await acts.permit({ at: ['/obce'], mode: '0666' })).came).toBe('403 denied');
  });
});

describe('a new directory', () => {
  test('is made once, in one that is there', async () => {
    expect([await acts.folder('/nowy'), await acts.folder('/nowy'), await acts.folder('/nie-ma/nowy')]).toEqual([
      '201',
      '409 exists',
      '404 missing',
    ]);
    expect([modeOf('/nowy'), lstatSync(at('/nowy')).uid]).toEqual(['755', 5001]);
  });
});

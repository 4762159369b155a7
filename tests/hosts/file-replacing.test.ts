import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binItems } from '../../agent/files/hand/bin-store.ts';
import { Uploads } from '../../agent/files/hand/uploads.ts';
import { BIN_MS } from '../../contract/index.ts';

const PROGRAM = fileURLToPath(new URL('./kit/upload-that-dies.ts', import.meta.url));
let top = '';
beforeAll(() => {
  top = mkdtempSync(join(tmpdir(), 'klucznik-replacing-'));
});
afterAll(() => rmSync(top, { recursive: true }));

/** A tree in which `a.txt` is to be replaced by an upload whose bytes have all come. */
function aTree(name: string) {
  const [tree, state] = [join(top, name), join(top, `${name}-state`)];
  for (const folder of [tree, state]) mkdirSync(folder);
  writeFileSync(join(tree, 'a.txt'), 'stare');
  chmodSync(join(tree, 'a.txt'), 0o640);
  const fd = openSync(state, 'r');
  const uploads = new Uploads(fd);
  const id = uploads.create({ at: '/a.txt', length: 4, ifThere: 'replace', changedAt: null });
  const data = join(state, 'uploads', `${id}.data`);
  writeFileSync(data, 'nowe');
  const now = () => ({ upload: uploads.read(id), bin: binItems({ state: fd }) });
  return {
    tree,
    state,
    data,
    now,
    /** Killed before that change of the disk; never at 0. */
    finish: (dieAt: number) => spawnSync(process.execPath, [PROGRAM, tree, state, id, String(dieAt)], { encoding: 'utf8' }),
    close: () => {
      uploads.close();
      closeSync(fd);
    },
  };
}

const textOf = (path: string) => (lstatSync(path, { throwIfNoEntry: false })?.isFile() ? readFileSync(path, 'utf8') : null);
const inBin = (state: string) => {
  const bin = join(state, 'bin');
  return lstatSync(bin, { throwIfNoEntry: false }) ? readdirSync(bin).map((id) => textOf(join(bin, id, 'data'))) : [];
};

test('what an upload replaces is in the bin, and a kill at any step loses neither', async () => {
  const met: string[] = [];
  for (let dieAt = 1; ; dieAt += 1) {
    const place = aTree(`kill-${dieAt}`);
    const path = join(place.tree, 'a.txt');
    const first = place.finish(dieAt);
    const there = textOf(path);
    expect(there, `never without the name (${dieAt})`).toMatch(/^(stare|nowe)$/);
    expect([there, ...inBin(place.state)], `the old one (${dieAt})`).toContain('stare');
    expect([there, textOf(place.data)], `the new one (${dieAt})`).toContain('nowe');
    met.push(String(there));
    if (first.signal === null) expect([first.status, first.stderr, inBin(place.state)]).toEqual([0, '', ['stare']]);

    expect(place.finish(0)).toMatchObject({ status: 0, stderr: '' });
    const { upload, bin } = place.now();
    expect([textOf(path), lstatSync(path).mode & 0o777, lstatSync(path).nlink]).toEqual(['nowe', 0o640, 1]);
    expect([textOf(place.data), upload?.placed]).toEqual([null, '/a.txt']);
    const item = (await bin.next()).value;
    expect(item).toMatchObject({ ref: '/a.txt', type: 'file', size: 5, until: (item?.binnedAt ?? 0) + BIN_MS });
    expect(textOf(join(place.state, 'bin', item?.id ?? '', 'data'))).toBe('stare');
    place.close();
    if (first.signal === null) break;
  }
  expect(new Set(met), 'killed before and after the exchange').toEqual(new Set(['stare', 'nowe']));
  expect(met.length).toBeGreaterThan(5);
}, 120_000);

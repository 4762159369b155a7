import { chmodSync, existsSync, lstatSync, mkdtempSync, readlinkSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openFolder, removeOpenFolder } from './open-folder.ts';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'klucznik-open-'));
});
afterEach(() => {
  removeOpenFolder(join(dir, 'here'));
  rmSync(dir, { recursive: true, force: true });
});

const isLinked = (path: string) => lstatSync(path).isSymbolicLink();

test('a folder lies where it was wished when anybody can walk there', () => {
  chmodSync(dir, 0o755);
  expect(openFolder(join(dir, 'here'), 100)).toBe(join(dir, 'here'));
  expect(isLinked(join(dir, 'here'))).toBe(false);
});

test.each([
  ['a place closed to others', 0o700, 100],
  ['a path too long for sockets', 0o755, 20],
])('%s gets a link to an open folder, which is found again and removed with it', (_, mode, longest) => {
  chmodSync(dir, mode);
  const wished = join(dir, 'here');
  const elsewhere = openFolder(wished, longest);
  writeFileSync(join(elsewhere, 'mail'), 'kept');
  expect([isLinked(wished), readlinkSync(wished)]).toEqual([true, elsewhere]);
  expect(elsewhere.startsWith(dir)).toBe(false);
  expect(openFolder(wished, longest)).toBe(elsewhere);
  expect(existsSync(join(wished, 'mail'))).toBe(true);
  removeOpenFolder(wished);
  expect([existsSync(elsewhere), existsSync(wished)]).toEqual([false, false]);
});

test('a link whose folder somebody tidied away gets a new one', () => {
  const wished = join(dir, 'here');
  rmSync(openFolder(wished, 100), { recursive: true });
  expect(existsSync(openFolder(wished, 100))).toBe(true);
});

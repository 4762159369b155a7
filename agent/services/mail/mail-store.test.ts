import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { MailStore } from './mail-store.ts';

const ADDRESS = 'biuro@sklep.example';
const HOME = `/sklep/${ADDRESS}~3`;
let root: string;
let store: MailStore;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'klucznik-store-'));
  store = new MailStore({ mailRoot: root, uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 });
});
afterEach(() => rm(root, { recursive: true }));

async function aMessage(folder: string, name: string, text = 'treść') {
  await mkdir(join(root, HOME, 'Maildir', folder), { recursive: true });
  await writeFile(join(root, HOME, 'Maildir', folder, name), text);
}

describe('a home', () => {
  it('names tree, address and birth, and nothing else does', () => {
    expect(store.homeFor('sklep', ADDRESS, 3)).toBe(HOME);
    expect(store.isHomeOf(HOME, 'sklep', ADDRESS)).toBe(true);
    for (const home of [
      `/inny/${ADDRESS}~3`,
      `/sklep/${ADDRESS}`,
      `/sklep/x${ADDRESS}~3`,
      `${HOME}/..`,
      `/sklep/../${ADDRESS}~3`,
    ])
      expect(store.isHomeOf(home, 'sklep', ADDRESS), home).toBe(false);
  });

  it('is entered by its owner alone, below folders that others only walk through', async () => {
    store.make(HOME);
    store.make(HOME);
    expect((await stat(join(root, HOME))).mode & 0o777).toBe(0o700);
    expect((await stat(join(root, 'sklep'))).mode & 0o777).toBe(0o711);
    expect(store.isThere(HOME)).toBe(true);
    expect(store.isThere(`${HOME}0`)).toBe(false);
  });
});

describe('its size', () => {
  it('is summed from names, over all folders, and measured where a name says nothing', async () => {
    await aMessage('cur', '1.M1P1.host,S=1000,W=1020:2,S');
    await aMessage('new', '2.M1P1.host,S=30');
    await aMessage('.Praca.2026/cur', '3.M1P1.host,S=4:2,');
    await aMessage('.Praca.2026/tmp', 'niedokończona,S=9999');
    await aMessage('cur', 'bez-rozmiaru', '12345');
    expect(await store.bytes(HOME)).toBe(1039);
  });

  it('of a mailbox that nobody opened yet is nothing', async () => {
    store.make(HOME);
    expect(await store.bytes(HOME)).toBe(0);
  });
});

describe('the last use', () => {
  it.each([
    ['shared/biuro@sklep.example\n1700000000\nshared/kl-anna\n1800000000\n', 1_800_000_000_000],
    ['shared/kl-1800000009\n1700000000\n', 1_700_000_000_000],
    ['', null],
    ['śmieci', null],
  ])('in %j is %s', async (text, at) => {
    store.make(HOME);
    await writeFile(join(root, HOME, 'last-use'), text);
    expect(store.lastUseAt(HOME)).toBe(at);
  });
});

describe('taking away', () => {
  it('takes every folder of the address in every tree, and only of that address', async () => {
    for (const home of [HOME, `/sklep/${ADDRESS}~4`, `/inny/${ADDRESS}~1`, `/sklep/x${ADDRESS}~3`, `/sklep/${ADDRESS}.pl~3`])
      store.make(home);
    await mkdir(join(root, 'sklep', ADDRESS));
    await mkdir(join(root, 'sklep', `${ADDRESS}~kopia`));
    store.takeAway(ADDRESS);
    expect((await readdir(join(root, 'sklep'))).sort()).toEqual(
      [ADDRESS, `${ADDRESS}.pl~3`, `${ADDRESS}~kopia`, `x${ADDRESS}~3`].sort(),
    );
    expect(await readdir(join(root, 'inny'))).toEqual([]);
    await store.deleteGone('x');
    expect(await readdir(join(root, '.gone'))).toHaveLength(3);
    await store.deleteGone(ADDRESS);
    expect(await readdir(join(root, '.gone'))).toEqual([]);
  });

  it('does not follow a link out of the mailbox', async () => {
    store.make(HOME);
    const outside = await mkdtemp(join(tmpdir(), 'klucznik-obok-'));
    await writeFile(join(outside, 'plik'), '');
    await symlink(outside, join(root, HOME, 'Maildir'));
    store.takeAway(ADDRESS);
    await store.deleteGone(ADDRESS);
    expect(existsSync(join(outside, 'plik'))).toBe(true);
    await rm(outside, { recursive: true });
  });
});

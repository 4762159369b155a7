import { existsSync, lstatSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_IDS } from '../../../demo/data.ts';
import { waitFor } from '../../support/stage/index.ts';
import type { Scene } from '../kit/scene.ts';
import { wordsIn } from './teller.ts';

export const FILES = `/panel/pliki/?usluga=${DEMO_IDS.serviceA}`;
export const BIN = `/panel/pliki/kosz/?usluga=${DEMO_IDS.serviceA}`;

/** Zielnik's files as they lie on the server's disk. */
export function onDisk({ stage }: Scene) {
  const root = stage.hosting?.paths.customersRoot;
  if (!root) throw new Error('no hosting server in this scene');
  const at = (path: string) => join(root, 'zielnik', path);
  return {
    at,
    has: (path: string) => waitFor(`${path} to be there`, () => existsSync(at(path))),
    hasNot: (path: string) => waitFor(`${path} to be gone`, () => !existsSync(at(path))),
    mode: (path: string) => (lstatSync(at(path)).mode & 0o777).toString(8),
  };
}

export const list = (page: Page): Locator => page.getByRole('grid');
/** A line of the list, by the name that stands in it. */
export const row = (page: Page, name: string): Locator =>
  list(page).locator('.file-row', { has: page.locator('.file-open').getByText(name, { exact: true }) });
export const tick = (page: Page, name: string): Locator => page.getByRole('checkbox', { name: `Zaznacz: ${name}`, exact: true });
/** The bar of what is chosen. */
export const bar = (page: Page): Locator => page.locator('.file-bar');

/** Waits until the page has said so. */
export const said = (page: Page, words: string): Promise<void> => page.locator('.file-news', { hasText: words }).waitFor();

/** Waits until the list shows a directory. */
export async function isIn(page: Page, path: string): Promise<void> {
  await page.locator('.file-crumbs [aria-current="page"]').waitFor();
  await waitFor(`the list to show ${path}`, async () => {
    const shown = await page.getByRole('status').filter({ hasText: 'Katalog:' }).allTextContents();
    return shown.some((words) => words.includes(`Katalog: ${path},`));
  });
}

/** The row that the keyboard is at. */
export async function expectAt(page: Page, name: string): Promise<void> {
  const focused = page.locator('.file-row:focus .file-open');
  await waitFor(`the keyboard to be at ${name}`, async () => (await focused.count()) === 1 && (await wordsIn(focused)) === name);
  expect(await wordsIn(focused)).toBe(name);
}

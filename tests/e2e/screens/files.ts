import type { Page } from 'playwright-core';
import { BIN, bar, FILES, isIn, said, tick } from '../story/files.ts';
import { button, dialog } from '../story/teller.ts';
import type { Shot } from './shot.ts';

const SHOP = `${FILES}&w=${encodeURIComponent('/public_html/sklep')}`;
const shot = (name: string, what: string, path: string, ready: Shot['ready']): Shot => ({
  name,
  what,
  as: 'ownerA',
  at: () => path,
  ready,
});
/** Chooses a file and asks for an act with it. */
const asks = (act: string) => async (page: Page) => {
  await tick(page, 'index.php').check();
  await button(bar(page), act).click();
  await dialog(page).waitFor();
};

async function choose(page: Page): Promise<void> {
  await tick(page, 'zdjęcia').check();
  await tick(page, 'index.php').check();
}

async function search(page: Page): Promise<void> {
  await button(page, 'Szukaj po nazwie').click();
  await page.getByLabel('Kawałek nazwy').fill('plik');
  await button(page, 'Szukaj').click();
  await page.getByText('Znalezione').waitFor();
}

async function putInBin(page: Page): Promise<void> {
  // Each size of screen takes one of the two away.
  const phone = (page.viewportSize()?.width ?? 0) < 600;
  await tick(page, phone ? 'konfiguracja.php' : 'do-bloga').check();
  await button(bar(page), 'Do kosza').click();
  await said(page, 'Do kosza');
}

async function seeBin(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Przywróć/ })
    .first()
    .waitFor();
}

/** The file manager and its bin. */
export const FILE_SHOTS: readonly Shot[] = [
  shot('files', 'Files of a service', FILES, (page) => isIn(page, '/')),
  shot('files-chosen', 'Files: two are chosen', SHOP, choose),
  shot('files-rename', 'Files: another name', SHOP, asks('Zmień nazwę')),
  shot('files-place', 'Files: where to', SHOP, asks('Przenieś')),
  shot('files-permissions', 'Files: who may read and change', SHOP, asks('Uprawnienia')),
  shot('files-search', 'Files: found by name', FILES, search),
  shot('files-binned', 'Files: in the bin a moment ago, and the way back', SHOP, putInBin),
  shot('files-bin', 'The bin', BIN, seeBin),
  shot('files-missing', 'Files: a place that is not there', `${FILES}&w=${encodeURIComponent('/nie-ma')}`, async (page) => {
    await page.getByRole('alert').waitFor();
  }),
];

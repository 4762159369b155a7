import type { Page } from 'playwright-core';
import { button, dialog } from '../story/teller.ts';
import { type Shot, sees } from './shot.ts';

const WHO = 'Agencja Kropka';

async function search(page: Page, words: string): Promise<void> {
  await page.getByLabel('Szukaj').fill(words);
  await page.locator('.person-head', { hasText: WHO }).waitFor();
  await page.locator('.list-head [role=status]', { hasText: /^Razem: 2/ }).waitFor();
}

async function pickSeveral(page: Page): Promise<void> {
  await search(page, 'kropka');
  for (const box of await page.getByRole('checkbox').all()) await box.check();
  await button(page, 'Przedłuż zaznaczone').click();
  await dialog(page).waitFor();
}

async function openPerson(page: Page): Promise<void> {
  await search(page, 'kropka');
  await page.locator('.person-head').getByRole('link', { name: WHO, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: WHO }).waitFor();
}

async function askToTakeAll(page: Page): Promise<void> {
  await openPerson(page);
  await button(page, 'Odbierz wszystko').click();
  await dialog(page).waitFor();
}

async function beginReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: /przegląd/ }).click();
  await page.locator('.review-progress').waitFor();
}

const owners = (name: string, what: string, ready: Shot['ready'], path = '/panel/'): Shot => ({
  name,
  what,
  as: 'ownerA',
  at: () => path,
  ready,
});

/** Pages of everybody's access at once. */
export const EVERYBODY: readonly Shot[] = [
  owners('list-search', 'Who has access: somebody is looked for', (page) => search(page, 'kropka')),
  owners('list-extend', 'Who has access: one end date for several', pickSeveral),
  owners('person', 'One person: everything they hold', openPerson),
  owners('person-take-all', 'One person: taking everything back, the second touch', askToTakeAll),
  {
    name: 'offboarding',
    what: 'Everything taken back from one person, each with its proof',
    as: 'ownerA',
    at: (shelf) => shelf.offboarding,
    ready: sees('Wszystko odebrane'),
  },
  owners('review', 'The look-through: one access after another', beginReview, '/panel/przeglad/'),
];

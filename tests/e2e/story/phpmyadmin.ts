import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { type Teller, wordsIn } from './teller.ts';

/** PHP's own server answers one request at a time, and a page of phpMyAdmin asks for many. */
const PATIENT = { timeout: 60_000 };

/** The button of the page opens phpMyAdmin in a tab of its own, at the right database and without a secret in the address. */
export async function openPhpMyAdmin({ page, hands, visitor }: Teller, database: string): Promise<Page> {
  const [tab] = await Promise.all([
    visitor.context.waitForEvent('page'),
    hands.press(page.getByRole('link', { name: 'Otwórz phpMyAdmin' })),
  ]);
  tab.setDefaultTimeout(PATIENT.timeout);
  await tab.locator('#input_username').waitFor();
  expect(Object.fromEntries(new URL(tab.url()).searchParams)).toEqual({ db: database, route: '/database/structure' });
  return tab;
}

export async function signInToPhpMyAdmin(tab: Page, user: string, password: string): Promise<void> {
  await tab.locator('#input_username').fill(user);
  await tab.locator('#input_password').fill(password);
  await tab.locator('#input_password').press('Enter');
  await tab.locator('#server-breadcrumb').waitFor();
}

const address = (tab: Page, query: Record<string, string>) => `${new URL('/index.php', tab.url())}?${new URLSearchParams(query)}`;

/** After the sign-in the table is there at once; a row goes in through phpMyAdmin's own form. */
export async function addRow(tab: Page, { database, table, value }: Record<'database' | 'table' | 'value', string>) {
  await tab.locator(`#structureTable, #tablesForm`).getByRole('link', { name: table, exact: true }).first().waitFor();
  await tab.goto(address(tab, { route: '/table/change', db: database, table }));
  await tab.locator('[name^="fields[multi_edit][0]"]').first().fill(value);
  // On a phone its own menu lies over the button.
  await tab.locator('#buttonYes').press('Enter');
  await tab.locator('.alert-success').first().waitFor();
}

/** Every name that phpMyAdmin offers: its list of databases and its own menu, folded away on a phone. */
export async function databasesSeen(tab: Page): Promise<string> {
  await tab.goto(address(tab, { route: '/server/databases' }));
  await tab.locator('#pma_navigation_tree_content .database').first().waitFor({ state: 'attached' });
  return wordsIn(tab.locator('body'));
}

/** Asked for by its name, a database that is not theirs is as good as none: phpMyAdmin turns back to its first page. */
export async function refusesDatabase(tab: Page, database: string): Promise<boolean> {
  await tab.goto(address(tab, { route: '/database/structure', db: database }));
  await tab.locator('#server-breadcrumb').waitFor();
  return new URL(tab.url()).searchParams.get('db') !== database && (await tab.locator('#tablesForm').count()) === 0;
}

/** The next click of somebody who was put out leads to the sign-in page. */
export async function expectSignedOut(tab: Page, database: string): Promise<void> {
  await tab.goto(address(tab, { route: '/database/structure', db: database }));
  await tab.locator('#input_username').waitFor();
}

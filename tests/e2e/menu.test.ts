import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { waitFor } from '../support/stage/index.ts';
import { keyboard, pointer } from './kit/hands.ts';
import { reach } from './kit/keyboard.ts';
import { expectGood, expectNoSidewaysScroll } from './kit/look.ts';
import { menuButton, offered, openMenu } from './kit/menu.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';

const scene = useScene({ hosting: false });

const link = (page: Page, name: string) => page.getByRole('navigation', { name: 'Panel' }).getByRole('link', { name });
const onHistory = (page: Page) => page.getByRole('heading', { name: 'Historia', exact: true }).waitFor();

test('on a phone it opens as a sheet, says where one is and leads on', async () => {
  const owner = await scene.visitor({ size: 'phone', width: 320 });
  const page = await enterAs(owner, 'ownerC', '/panel/');
  await page.getByRole('heading', { name: 'Żaden dostęp nie jest teraz nadany' }).waitFor();
  expect(await link(page, 'Historia').isVisible()).toBe(false);
  const hands = pointer(true);
  await openMenu(page, hands);
  await expectGood(page, 'the menu, open');
  expect(await page.getByRole('group', { name: 'Usługi' }).getByRole('link').allInnerTexts()).toContain('Bazy danych');
  expect(await page.locator('.menu [aria-current]').allTextContents()).toEqual(['Kto ma dostęp']);
  await hands.press(link(page, 'Historia'));
  await onHistory(page);
  await page.goBack();
  expect(await link(page, 'Historia').isVisible(), 'the page gone back to has no menu over it').toBe(false);
});

test('with the keyboard it opens, is left and closes, and gives the focus back', async () => {
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerC', '/panel/');
  await page.getByRole('button', { name: 'Wyloguj się' }).waitFor();
  await openMenu(page, keyboard(page));
  await reach(page, link(page, 'Pomoc'));
  await page.keyboard.press('Escape');
  expect(await link(page, 'Pomoc').isVisible()).toBe(false);
  expect(await menuButton(page).evaluate((button) => button === document.activeElement)).toBe(true);
  await page.keyboard.press('Enter');
  // On past its last stop: what comes next has the focus and nothing lies over it.
  await reach(page, page.getByRole('button', { name: 'Zamknij menu' }));
  await reach(page, page.getByRole('button', { name: 'Wyloguj się' }));
  expect(await link(page, 'Pomoc').isVisible()).toBe(false);
});

test('at a desk it stands beside the page, in reach of Tab', async () => {
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerC', '/panel/');
  expect(await menuButton(page).isVisible()).toBe(false);
  await keyboard(page).press(link(page, 'Historia'));
  await onHistory(page);
  await expectNoSidewaysScroll(page, 'history');
  expect(await page.locator('.menu [aria-current=page]').allInnerTexts()).toEqual(['Historia']);
});

test('a user of the account is offered only what is theirs', async () => {
  const both = await scene.visitor();
  const page = await enterAs(both, 'inBoth', '/panel/licencje/');
  const choice = page.locator('.account-switch select');
  const user = await choice.locator('option', { hasText: 'Warsztat Maj' }).getAttribute('value');
  if ((await choice.inputValue()) !== user) await Promise.all([page.waitForEvent('load'), choice.selectOption(user)]);
  await waitFor('the menu of a user', async () => (await offered(page)).join() === 'Licencje,Pomoc');
  expect(await page.getByRole('group', { name: 'Dostęp' }).count(), 'no name of a group without its links').toBe(0);
});

test('without a script it opens all the same', async () => {
  const anybody = await scene.visitor({ size: 'phone', javaScript: false });
  await anybody.page.goto('/panel/');
  await openMenu(anybody.page, pointer(true));
  expect(await link(anybody.page, 'Pomoc').isVisible()).toBe(true);
});

test('a page whose scripts do not come says so after a while, and how to go on', async () => {
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerC', '/panel/historia/');
  await onHistory(page);
  const stuck = page.getByText('Strona nie wczytała się do końca');
  expect(await stuck.isVisible(), 'a page that is whole').toBe(false);
  // They neither come nor fail, as on a train.
  let away = true;
  await page.route('**/*.js', (route) => (away ? undefined : route.continue()));
  await page.reload({ waitUntil: 'commit' });
  await page.getByRole('heading', { name: 'Historia', exact: true }).waitFor();
  expect(await stuck.isVisible(), 'a page that may still come').toBe(false);
  await stuck.evaluate((notice) => notice.getAnimations()[0]?.finish());
  await stuck.waitFor();
  await expectGood(page, 'a page without its scripts');
  away = false;
  await page.getByRole('link', { name: 'Wczytaj ją jeszcze raz' }).tap();
  await page.getByText('Nic się jeszcze nie wydarzyło').waitFor();
  expect(await stuck.isVisible()).toBe(false);
});

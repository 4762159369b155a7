import { expect } from 'vitest';
import { waitFor } from '../../support/stage/index.ts';
import { type Shown, signInOverFtps, textOf } from '../kit/ftp.ts';
import { openMenu } from '../kit/menu.ts';
import { button, dialog, markPage, radio, state, type Teller, wasReloaded } from './teller.ts';

export const inState = (page: Teller['page'], word: string) => state(page).filter({ hasText: word }).waitFor({ timeout: 25_000 });

/** The owner has the page open all the time and sees it change. */
export async function seeItInForce({ page, look }: Teller): Promise<void> {
  await inState(page, 'działa');
  expect(await wasReloaded(page)).toBe(false);
  await look('access, in force');
}

export async function changeTheEnd({ page, hands, look }: Teller): Promise<void> {
  await hands.press(button(page, 'Zmień datę końca'));
  await look('changing the end date');
  await hands.choose(radio(dialog(page), 'Przez 30 dni'));
  await hands.press(button(dialog(page), 'Zmień datę'));
  await dialog(page).waitFor({ state: 'detached' });
  await page.locator('.tag-facts', { hasText: 'jeszcze 30 dni' }).waitFor();
  await inState(page, 'działa');
}

/** Narrowing is said before it is done, and the server follows. */
export async function narrowTheScope({ page, hands, look, scene }: Teller, shown: Shown, password: string): Promise<void> {
  await hands.press(button(page, 'Zmień zakres'));
  await radio(dialog(page), 'sklep').waitFor(); // The directories push what is below them down.
  await hands.choose(radio(dialog(page), 'Tylko czytanie'));
  await dialog(page).getByText('otwarte połączenia tej osoby zostaną zakończone').waitFor();
  await look('changing the scope');
  await hands.press(button(dialog(page), 'Zmień zakres'));
  await dialog(page).waitFor({ state: 'detached' });
  await page.locator('.tag-facts', { hasText: 'tylko czytać pliki' }).waitFor();
  await inState(page, 'działa');
  const { hosting } = scene.stage;
  if (!hosting) throw new Error('This story needs a hosting server');
  const refused = await signInOverFtps(hosting, shown, password, 'list-only\nquote = "MKD nowy"\n');
  expect(refused.stderr).toMatch(/550|QUOT/);
}

/** Two deliberate touches, then the proof, all on the page as it is. */
export async function takeBack({ page, hands, look }: Teller): Promise<void> {
  await markPage(page);
  await hands.press(button(page, 'Odbierz dostęp'));
  await dialog(page).getByRole('heading', { name: 'Odebrać dostęp?' }).waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Space');
  expect(await dialog(page).count(), 'the key that opened it does not do it').toBe(1);
  await look('taking back');
  await hands.press(button(dialog(page), 'Odbierz teraz'));
  await inState(page, 'zakończony');
  await page.getByText('Dowód:').waitFor();
  expect(await wasReloaded(page)).toBe(false);
  await look('access, ended');
}

export async function expectShut({ scene }: Teller, shown: Shown, password: string): Promise<void> {
  const { hosting } = scene.stage;
  if (!hosting) throw new Error('This story needs a hosting server');
  const list = await signInOverFtps(hosting, shown, password);
  expect([list.code, list.stderr]).toEqual([67, expect.stringContaining('Access denied')]);
}

/** The account's history tells it all again, also as a file. */
export async function readTheHistory({ page, hands, look }: Teller, person: string): Promise<void> {
  await page.locator('.entries', { hasText: 'Dostęp zakończony' }).waitFor();
  await openMenu(page, hands);
  await hands.press(page.getByRole('link', { name: 'Historia', exact: true }));
  const entries = page.locator('.entries > li', { hasText: person });
  await waitFor('the history', async () => (await entries.count()) >= 6);
  await look('history');
  const [file] = await Promise.all([page.waitForEvent('download'), hands.press(page.getByRole('link', { name: 'Pobierz CSV' }))]);
  const rows = (await textOf(file)).trim().split('\r\n');
  expect(rows.filter((row) => row.includes(person)).length).toBeGreaterThanOrEqual(6);
}

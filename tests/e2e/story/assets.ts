import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Grantee } from './giving.ts';
import { reviewAndGive } from './giving.ts';
import { button, dialog, radio, type Teller, wordsIn } from './teller.ts';

/** One database or mailbox in its owner's list. */
export const asset = (page: Page, name: string): Locator =>
  page.locator('.asset').filter({ has: page.getByRole('heading', { name, exact: true }) });
/** Its state becomes this word, without anybody reloading the page. */
export const becomes = (page: Page, name: string, word: string): Promise<void> =>
  asset(page, name).locator('.state', { hasText: word }).waitFor({ timeout: 25_000 });
export const fieldError = (page: Page, words: string): Promise<void> =>
  page.locator('.field-error', { hasText: words }).first().waitFor();
/** What is heard is „Usuń bazę: sklep”, with a space before the colon in some browsers. */
const heard = (act: string, name: string) => new RegExp(`^${act} ?: ${name.replaceAll('.', '\\.')}$`);
export const actOn = (page: Page, act: string, name: string): Locator => page.getByRole('button', { name: heard(act, name) });

/** Each name is refused beside its field, with what was typed still there. */
export async function tryNames(
  { page, hands, look }: Teller,
  { label, act, names }: { label: string; act: string; names: readonly (readonly [name: string, refusal: string])[] },
): Promise<void> {
  const field = page.getByLabel(label);
  for (const [name, refusal] of names) {
    await hands.write(field, name);
    await hands.press(button(page, act));
    await fieldError(page, refusal);
    expect(await field.inputValue()).toBe(name);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
  }
  await look(`a name refused beside „${label}”`);
}

/** From the thing in the list to an invitation that waits. */
export async function giveFromList(
  teller: Teller,
  name: string,
  { level, grantee, tells }: { level: string; grantee: Grantee; tells: readonly string[] },
): Promise<void> {
  const { page, hands, look } = teller;
  await hands.press(asset(page, name).getByRole('link', { name: heard('Nadaj dostęp', name) }));
  await page.getByRole('heading', { level: 1, name: 'Nadaj dostęp' }).waitFor();
  await radio(page, name).waitFor();
  expect(await radio(page, 'zielnik.example').isChecked(), 'the service is the one it was chosen from').toBe(true);
  await hands.choose(radio(page, name));
  await hands.choose(radio(page, level));
  await hands.write(page.getByLabel('Imię i nazwisko albo firma'), grantee.name);
  await hands.write(page.getByLabel('Adres e-mail tej osoby'), grantee.email);
  await look('form');
  await hands.press(button(page, 'Sprawdź przed nadaniem'));
  await reviewAndGive(teller, grantee, [name, ...tells]);
}

/** The owner reads whose access goes, mistypes the name, then types it. */
export async function deleteByName(
  { page, hands, look }: Teller,
  name: string,
  { act, last, person }: { act: string; last: string; person: string },
): Promise<void> {
  await hands.press(actOn(page, act, name));
  await dialog(page).waitFor();
  expect(await wordsIn(dialog(page)), 'whose access goes with it').toContain(person);
  await hands.write(dialog(page).locator('#typed'), `${name}x`);
  await hands.press(button(dialog(page), last));
  await fieldError(page, 'To nie jest ta nazwa');
  await look(`${act}: asked`);
  await hands.write(dialog(page).locator('#typed'), name);
  await hands.press(button(dialog(page), last));
  await dialog(page).waitFor({ state: 'detached' });
}

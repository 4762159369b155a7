import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectGoodAtBothSizes } from './kit/look.ts';
import { DEMO_PASSWORD, enterAs, PEOPLE } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { agePasswordProofs, anInvitation, endSessions } from './kit/setting.ts';
import { button, dialog, radio, state } from './story/teller.ts';

const scene = useScene();

/** The form filled in as far as the last look before the act. */
async function reviewFor(page: Page, name: string): Promise<void> {
  await radio(page, 'zielnik.example').check();
  await radio(page, 'Cały serwer').check();
  await page.getByLabel('Imię i nazwisko albo firma').fill(name);
  await page.getByLabel('Adres e-mail tej osoby').fill(`${name.toLowerCase()}@example.com`);
  await button(page, 'Sprawdź przed nadaniem').click();
  await page.getByRole('heading', { name: 'Sprawdź, zanim nadasz dostęp' }).waitFor();
}

/** The keys of the requests that ask for a new access. */
function watchKeys(page: Page): string[] {
  const keys: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/grants')) keys.push(request.headers()['idempotency-key'] ?? '');
  });
  return keys;
}

const grantsFor = async (name: string): Promise<number> => {
  const row = await scene.stage.edge.db
    .prepare('SELECT count(*) AS many FROM grants WHERE grantee_name = ?')
    .bind(name)
    .first<{ many: number }>();
  return row?.many ?? 0;
};

test('a session that ends in the middle of a form costs one password and nothing else', async () => {
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', '/panel/nadaj/');
  const keys = watchKeys(page);
  await reviewFor(page, 'Wygasek');
  await endSessions(scene.stage.edge);
  owner.troubles.expect('401 /grants');
  await button(page, 'Nadaj dostęp').tap();
  await dialog(page).getByText('Sesja wygasła').waitFor();
  await expectGoodAtBothSizes(page, 'expired session');
  expect(await dialog(page).getByLabel('Adres e-mail').inputValue()).toBe(PEOPLE.ownerA.email);
  await dialog(page).getByLabel('Hasło').fill(DEMO_PASSWORD);
  await button(dialog(page), 'Zaloguj się').tap();
  await page.waitForURL('**/panel/dostep/?id=*');
  expect(new Set(keys).size, 'the very same request').toBe(1);
  expect(keys.length).toBe(2);
  expect(await grantsFor('Wygasek')).toBe(1);
});

test('what was typed is still there after a session that ended and a reload', async () => {
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', '/panel/nadaj/');
  await reviewFor(page, 'Szkic');
  await endSessions(scene.stage.edge);
  owner.troubles.expect('401 /services');
  await page.reload();
  await dialog(page).getByLabel('Adres e-mail').fill(PEOPLE.ownerA.email);
  await dialog(page).getByLabel('Hasło').fill(DEMO_PASSWORD);
  await button(dialog(page), 'Zaloguj się').click();
  expect(await page.getByLabel('Imię i nazwisko albo firma').inputValue()).toBe('Szkic');
});

test('an old proof of the password is asked for again before access is given, and a wrong one is said', async () => {
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', '/panel/nadaj/');
  await reviewFor(page, 'Dowodek');
  await agePasswordProofs(scene.stage.edge);
  owner.troubles.expect('403 /grants', '401 /session/step-up');
  await button(page, 'Nadaj dostęp').click();
  await dialog(page).getByRole('heading', { name: 'Potwierdź, że to Ty' }).waitFor();
  await dialog(page).getByLabel('Hasło').fill('nie-to-haslo');
  await button(dialog(page), 'Potwierdź hasłem').click();
  await dialog(page).getByText('To hasło się nie zgadza').waitFor();
  await expectGoodAtBothSizes(page, 'step-up, refused');
  await dialog(page).getByLabel('Hasło').fill(DEMO_PASSWORD);
  await button(dialog(page), 'Potwierdź hasłem').click();
  await page.waitForURL('**/panel/dostep/?id=*');
  expect(await grantsFor('Dowodek')).toBe(1);
});

test('a wrong password is said, what was typed stays, and guessing has to wait', async () => {
  const { page, troubles } = await scene.visitor({ size: 'phone' });
  troubles.expect('429 /session');
  await page.goto('/logowanie/');
  await page.getByLabel('Adres e-mail').fill(PEOPLE.ownerB.email);
  const refusal = page.getByRole('alert');
  const guess = async (password: string) => {
    await page.getByLabel('Hasło').fill(password);
    const answer = page.waitForResponse('**/api/v1/session');
    await button(page, 'Zaloguj się').tap();
    return (await answer).status();
  };
  for (const wrong of ['zgaduje-1', 'zgaduje-2', 'zgaduje-3', 'zgaduje-4', 'zgaduje-5']) {
    expect(await guess(wrong)).toBe(401);
    await refusal.filter({ hasText: 'Adres e-mail lub hasło się nie zgadza' }).waitFor();
  }
  expect(await page.getByLabel('Adres e-mail').inputValue()).toBe(PEOPLE.ownerB.email);
  await expectGoodAtBothSizes(page, 'sign in, refused');
  // The wait may have passed while the page was looked at; the guess right after the next one is too soon in any case.
  if ((await guess('zgaduje-6')) === 401) expect(await guess('zgaduje-7')).toBe(429);
  await refusal.filter({ hasText: 'Za dużo prób' }).waitFor();
  await expectGoodAtBothSizes(page, 'sign in, throttled');
});

test('signing out ends it: the page before asks to sign in', async () => {
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', '/panel/');
  await button(page, 'Wyloguj się').click();
  await page.waitForURL(`${scene.url}/`);
  owner.troubles.expect('401 /grants', '401 /access-overview', '401 /services');
  await page.goto('/panel/');
  await dialog(page).getByRole('heading', { name: 'Zaloguj się' }).waitFor();
});

test('two tabs: the slower one is told and overwrites nothing', async () => {
  const { grantId } = await anInvitation(scene.stage.edge, { name: 'Dwie Karty' });
  const owner = await scene.visitor();
  const slow = await enterAs(owner, 'ownerA', `/panel/dostep/?id=${grantId}`);
  await button(slow, 'Zmień datę końca').click();
  await radio(dialog(slow), 'Do jutra').check();
  const quick = await owner.context.newPage();
  await quick.goto(`/panel/dostep/?id=${grantId}`);
  await button(quick, 'Zmień zakres').click();
  await radio(dialog(quick), 'public_html').waitFor(); // The directories push the choice below them down.
  await radio(dialog(quick), 'Czytanie i zmiany').check();
  await button(dialog(quick), 'Zmień zakres').click();
  await dialog(quick).waitFor({ state: 'detached' });
  owner.troubles.expect('409 /grants/:id');
  await button(dialog(slow), 'Zmień datę').click();
  await dialog(slow).getByText('Ten dostęp zmienił się w międzyczasie').waitFor();
  await dialog(slow).getByText('osoba może czytać i zmieniać pliki').waitFor();
  expect(await radio(dialog(slow), 'Do jutra').isChecked(), 'the choice is kept').toBe(true);
  await expectGoodAtBothSizes(slow, 'change, too late');
  await button(dialog(slow), 'Zmień datę').click();
  await dialog(slow).waitFor({ state: 'detached' });
  await slow.locator('.tag-facts', { hasText: 'czytać i zmieniać pliki' }).waitFor();
  await state(slow).waitFor();
});

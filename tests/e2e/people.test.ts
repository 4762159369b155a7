import { expect, test } from 'vitest';
import { expectGoodAtBothSizes, expectNoSidewaysScroll } from './kit/look.ts';
import { DEMO_PASSWORD, enterAs, PEOPLE } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { linkAfter } from './kit/setting.ts';
import { actOn } from './story/assets.ts';
import { LICENCES, tagOf, tellOfPanelUser, USERS } from './story/people.ts';
import { button, byKeyboard, byPointer, radio, wordsIn } from './story/teller.ts';

const scene = useScene({ hosting: false });

test('an administrator of the account on a phone, by touch: invited, let in, put to rest and removed', async () => {
  await tellOfPanelUser(
    scene,
    { size: 'phone', hands: byPointer, axe: true },
    { name: 'Ola Dotyk', email: 'ola@goscie.example', role: 'administrator' },
  );
});

test('a user of the account at a desk, with the keyboard only', async () => {
  await tellOfPanelUser(
    scene,
    { size: 'desk', hands: byKeyboard, axe: true },
    { name: 'Iga Tab', email: 'iga@goscie.example', role: 'user' },
  );
});

test('whoever has a sign-in takes the invitation with it, and switches between accounts with a role in each', async () => {
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', `${USERS}?nowy`);
  await page.getByLabel('Imię i nazwisko albo firma').fill('Marek Maj');
  await page.getByLabel('Adres e-mail tej osoby').fill(PEOPLE.ownerB.email);
  await button(page, 'Sprawdź przed wysłaniem').click();
  await button(page, 'Wyślij zaproszenie').click();
  await page.getByText('Zaproszenie w drodze').waitFor();
  const link = await linkAfter(scene.stage.edge, PEOPLE.ownerB.email);

  const wrong = await scene.visitor({ size: 'phone' });
  await enterAs(wrong, 'ownerC', link);
  await wrong.page.getByText('Teraz jest tu zalogowany ktoś inny').waitFor();
  await expectGoodAtBothSizes(wrong.page, 'invitation to the Panel, somebody else signed in');

  const guest = await scene.visitor({ size: 'phone' });
  await guest.page.goto(link);
  await guest.page.getByText('Masz już logowanie na adres').waitFor();
  guest.troubles.expect('401 /session');
  await guest.page.getByLabel('Hasło').fill('nie-to-haslo');
  await button(guest.page, 'Zaloguj się i przyjmij').tap();
  await guest.page.getByRole('alert').waitFor();
  await guest.page.getByLabel('Hasło').fill(DEMO_PASSWORD);
  await button(guest.page, 'Zaloguj się i przyjmij').tap();
  await guest.page.getByRole('heading', { name: 'Zaproszenie przyjęte' }).waitFor();
  await guest.page.goto(LICENCES);
  const choice = guest.page.locator('.account-switch select');
  await choice.waitFor();
  expect((await choice.locator('option').allInnerTexts()).map((text) => text.replaceAll('\u00a0', ' ')).sort()).toEqual([
    'Warsztat Maj (100200) – właściciel',
    'Zielnik (100100) – użytkownik',
  ]);
  await expectGoodAtBothSizes(guest.page, 'two accounts');
});

test('the last owner stays, and says so; an administrator cannot touch the owner', async () => {
  const owner = await scene.visitor({ size: 'phone' });
  const own = await enterAs(owner, 'ownerA', USERS);
  await tagOf(own, PEOPLE.ownerA.email).getByText('jedynego nie da się usunąć').waitFor();
  expect(await tagOf(own, PEOPLE.ownerA.email).getByRole('button').count()).toBe(0);
  const administrator = await scene.visitor();
  const page = await enterAs(administrator, 'administratorA', USERS);
  await tagOf(page, PEOPLE.ownerA.email).waitFor();
  expect(await tagOf(page, PEOPLE.ownerA.email).getByRole('button').count()).toBe(0);
  await actOn(page, 'Zrezygnuj ze wstępu', PEOPLE.administratorA.name).waitFor();
});

test('who is there already is refused beside the field, and what was typed stays', async () => {
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', `${USERS}?nowy`);
  await page.getByLabel('Imię i nazwisko albo firma').fill('Piotr jeszcze raz');
  await page.getByLabel('Adres e-mail tej osoby').fill(PEOPLE.administratorA.email);
  await button(page, 'Sprawdź przed wysłaniem').click();
  owner.troubles.expect('422 /grants');
  await button(page, 'Wyślij zaproszenie').click();
  await page.locator('.field-error', { hasText: 'jest już w Panelu' }).waitFor();
  expect(await page.getByLabel('Imię i nazwisko albo firma').inputValue()).toBe('Piotr jeszcze raz');
  await expectGoodAtBothSizes(page, 'already there');
  await page.reload();
  expect(await page.getByLabel('Adres e-mail tej osoby').inputValue()).toBe(PEOPLE.administratorA.email);
});

test('the wish for one thing goes on to the smaller access, with the person already filled in', async () => {
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', `${USERS}?nowy`);
  await page.getByLabel('Imię i nazwisko albo firma').fill('Zofia Wójcik');
  await page.getByLabel('Adres e-mail tej osoby').fill('zofia@goscie.example');
  await radio(page, 'Tylko jeden serwer').check();
  await page.getByRole('link', { name: 'Pliki na serwerze' }).tap();
  await page.waitForURL('**/panel/nadaj/?rodzaj=ftp*');
  expect(await page.getByLabel('Imię i nazwisko albo firma').inputValue()).toBe('Zofia Wójcik');
  expect(await radio(page, 'Tylko czytanie').isChecked()).toBe(true);
});

test('the wizard weighs the whole account first, and hands its role and its reason to the form', async () => {
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', '/kreator/uzytkownik-panelu/administrator/?kto=z-firmy&do-czego=cale-konto');
  const places = await page.evaluate(() =>
    ['Inne drogi', 'Ryzyko'].map((title) => [...document.querySelectorAll('h2')].findIndex((one) => one.textContent === title)),
  );
  expect(places.every((place) => place >= 0)).toBe(true);
  await page.getByRole('link', { name: 'Nadaj ten dostęp' }).click();
  await page.waitForURL('**/panel/nadaj/?rodzaj=panel&rola=administrator*');
  expect(await radio(page, 'Administrator').isChecked()).toBe(true);
  await page.getByLabel('Imię i nazwisko albo firma').fill('Wera Kreator');
  await page.getByLabel('Adres e-mail tej osoby').fill('wera@goscie.example');
  await button(page, 'Sprawdź przed wysłaniem').click();
  await page.getByText('Panelu nie da się otworzyć po kawałku').waitFor();
  await button(page, 'Wyślij zaproszenie').click();
  await page.waitForURL('**/panel/dostep/?id=*');
  await page.getByText('Zaproszenie wysłane:').waitFor();
  await button(page, 'Zmień rolę').waitFor();
  expect(await button(page, 'Zmień zakres').count(), 'a panel user has no scope').toBe(0);
  expect(await wordsIn(page.locator('main'))).not.toContain('Dane do połączenia');
  await expectGoodAtBothSizes(page, 'access of a panel user');
});

test('no page about people scrolls sideways on a narrow phone', async () => {
  const owner = await scene.visitor({ size: 'phone', width: 320 });
  await enterAs(owner, 'ownerA', '/panel/');
  for (const path of [`${USERS}?nowy`, '/panel/nadaj/?rodzaj=panel&rola=administrator', '/panel/brak-dostepu/']) {
    await owner.page.goto(path, { waitUntil: 'networkidle' });
    await expectNoSidewaysScroll(owner.page, path);
  }
});

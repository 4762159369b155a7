import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { DEMO_PASSWORD, enterAs, PEOPLE, type PersonName } from '../kit/people.ts';
import type { Scene } from '../kit/scene.ts';
import { linkAfter, STRONG_PASSWORD } from '../kit/setting.ts';
import { button, comeBack, dialog, newTeller, radio, type Teller, type Telling, wordsIn } from './teller.ts';

export const CESSION = '/panel/cesja/';
/** An account that passes on whole: whose it is, and who takes it. */
export interface Passing {
  from: PersonName;
  account: string;
  number: string;
  to: { name: string; email: string };
}

const decisions = (page: Page) => page.locator('li.cession-item:has(input)');

/** Whole account or one domain, the other side, and the number or the name typed once more. */
export async function begin(
  { page, hands, look, visitor }: Teller,
  { kind, name, email, typed }: { kind: string; name: string; email: string; typed: string },
): Promise<void> {
  await page.getByRole('heading', { name: 'Cesja to nie dostęp' }).waitFor();
  await look('cession, before anything');
  await hands.choose(radio(page, kind));
  if (kind === 'Jedną domenę') await hands.choose(radio(page, typed));
  await hands.write(page.getByLabel('Kto przejmuje'), name);
  await hands.write(page.getByLabel('Adres e-mail tej osoby'), email);
  visitor.troubles.expect('422 /cessions');
  await hands.write(page.getByLabel(/^Przepisz/), 'nie to');
  await hands.press(button(page, 'Rozpocznij cesję'));
  await page.locator('.field-error', { hasText: 'To nie jest ta nazwa' }).waitFor();
  expect(await page.getByLabel('Kto przejmuje').inputValue(), 'what was typed stays').toBe(name);
  await look('cession, mistyped');
  await hands.write(page.getByLabel(/^Przepisz/), typed);
  await hands.press(button(page, 'Rozpocznij cesję'));
  await page.waitForURL(`**${CESSION}?id=*`);
  await page.getByText('czeka na dane nowego abonenta').waitFor();
}

/** Whoever has a sign-in already gives the data by it. */
export async function signInAs({ page, hands }: Teller, { email }: { email: string }): Promise<void> {
  await hands.write(page.getByLabel('Adres e-mail'), email);
  await hands.write(page.getByLabel('Hasło'), DEMO_PASSWORD);
  await hands.press(button(page, 'Zaloguj się'));
  await page.getByText(`Podpisujesz jako: ${email}`).waitFor();
}

/** Data that is not right is refused beside its field and outlives a reload; somebody new chooses a password with it. */
export async function giveData({ page, hands, look }: Teller, { isNew }: { isNew: boolean }): Promise<void> {
  const nip = page.getByRole('textbox', { name: 'NIP' });
  await page.getByRole('heading', { name: 'Dane nowego abonenta' }).waitFor();
  expect(page.url(), 'the token is gone from the address').not.toContain('#');
  await look('cession offered');
  await hands.write(page.getByLabel('Pełna nazwa firmy'), 'Nowa sp. z o.o.');
  await hands.write(nip, '526-025-02-75');
  await page.locator('.field-error', { hasText: 'Ten NIP się nie zgadza' }).waitFor();
  await look('cession, a number that is not right');
  await page.reload();
  await nip.waitFor();
  expect(await page.getByLabel('Pełna nazwa firmy').inputValue()).toBe('Nowa sp. z o.o.');
  await hands.write(nip, '526-025-02-74');
  await page.getByText('Numer się zgadza.').waitFor();
  await hands.write(page.getByLabel('Ulica i numer'), 'Lipowa 1');
  await hands.write(page.getByLabel('Kod pocztowy'), '70-001');
  await hands.write(page.getByLabel('Miejscowość'), 'Szczecin');
  if (isNew) await hands.write(page.getByLabel('Twoje hasło do Panelu'), STRONG_PASSWORD);
  await hands.press(button(page, 'Podaj dane i przejdź dalej'));
  await page.getByText('Obecny abonent nie zdecydował jeszcze').waitFor();
  await look('cession, data given');
}

/** Everything ends but the first thing on the list. */
async function decide({ page, hands, look }: Teller): Promise<void> {
  await decisions(page).first().waitFor();
  expect(await decisions(page).locator('input:checked').count(), 'nothing is decided by itself').toBe(0);
  await look('cession, to decide');
  await hands.press(button(page, 'Wszystko się kończy'));
  await look('cession, all end, the look before');
  await hands.press(button(dialog(page), 'Zakończ wszystkie'));
  await page.getByText('Każda pozycja ma decyzję').waitFor();
  await hands.choose(decisions(page).first().getByRole('radio', { name: 'Zostaje' }));
  await hands.press(button(page, 'Zapisz decyzje'));
  await button(page, 'Zapisz decyzje').waitFor({ state: 'detached' });
  await look('cession, decided');
}

export async function confirm({ page, hands, look }: Teller, word: 'first' | 'last'): Promise<void> {
  await hands.press(button(page, 'Potwierdź cesję'));
  await look('cession, confirming');
  await hands.press(button(dialog(page), word === 'last' ? 'Potwierdź i zakończ cesję' : 'Potwierdź teraz'));
}

/** An account passes from one browser to another, and each is told what is true now. */
export async function tellOfCession(scene: Scene, telling: Telling, { from, account, number, to }: Passing): Promise<void> {
  const giver = await newTeller(scene, telling);
  await enterAs(giver.visitor, from, CESSION);
  await giver.page.locator('.account', { hasText: account }).waitFor();
  await begin(giver, { kind: 'Całe konto', typed: number, ...to });
  const taker = await newTeller(scene, telling);
  await taker.page.goto(await linkAfter(scene.stage.edge, to.email));
  await giveData(taker, { isNew: true });
  await comeBack(giver.page);
  await giver.page.getByText('czeka na decyzje i potwierdzenia').waitFor();
  await decide(giver);
  await confirm(giver, 'first');
  await giver.page.getByText('Twoje potwierdzenie już mamy').waitFor();
  await comeBack(taker.page);
  await button(taker.page, 'Potwierdź cesję').waitFor();
  await confirm(taker, 'last');
  await taker.page.getByRole('heading', { name: 'To konto jest teraz Twoje' }).waitFor();
  await taker.look('cession, welcome');
  const receipt = await wordsIn(taker.page.locator('.cession-receipt'));
  expect(receipt).toMatch(new RegExp(`526-025-02-74.*Zostało.*Skończyło się.*${PEOPLE[from].name}`));
  await comeBack(giver.page);
  await giver.page.getByRole('heading', { name: 'To konto nie jest już Twoje' }).waitFor();
  await giver.look('cession, farewell');
  await giver.page.reload();
  await giver.page.getByRole('heading', { name: 'To konto nie jest już Twoje' }).waitFor();
  await taker.hands.press(taker.page.getByRole('link', { name: 'Zobacz, kto ma dostęp' }));
  await taker.page.locator('.account', { hasText: 'Nowa sp. z o.o. – właściciel' }).waitFor();
}

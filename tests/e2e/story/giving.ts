import { expect } from 'vitest';
import { DEMO_PASSWORD, PEOPLE } from '../kit/people.ts';
import { button, dialog, radio, state, type Teller, wordsIn } from './teller.ts';

export type Grantee = { name: string; email: string };

/** Signing in happens over the page that asked for it; what the wizard found out stays. */
export async function signInInPlace({ page, visitor, hands, look }: Teller): Promise<void> {
  visitor.troubles.expect('401 /services');
  const wanted = page.url();
  await dialog(page).getByRole('heading', { name: 'Zaloguj się' }).waitFor();
  await look('sign in, in place');
  await hands.write(dialog(page).getByLabel('Adres e-mail'), PEOPLE.ownerA.email);
  await hands.write(dialog(page).getByLabel('Hasło'), DEMO_PASSWORD);
  await hands.press(button(dialog(page), 'Zaloguj się'));
  await dialog(page).waitFor({ state: 'detached' });
  expect(page.url()).toBe(wanted);
  expect(new URL(wanted).searchParams.get('zakres')).toBe('katalog');
}

export async function fillTheForm({ page, hands, look }: Teller, grantee: Grantee, lastDay: string): Promise<void> {
  await hands.choose(radio(page, 'zielnik.example'));
  expect(await radio(page, 'Czytanie i zmiany').isChecked(), 'the wizard’s answer is chosen').toBe(true);
  await hands.press(button(page, 'Katalogi w: public_html'));
  await radio(page, 'sklep').waitFor();
  await hands.choose(radio(page, 'sklep'));
  await hands.choose(radio(page, 'Do wybranego dnia'));
  await hands.setDate(page.getByLabel('Ostatni dzień dostępu'), lastDay);
  await hands.write(page.getByLabel('Imię i nazwisko albo firma'), grantee.name);
  await hands.write(page.getByLabel('Adres e-mail tej osoby'), grantee.email);
  await look('form');
  await hands.press(button(page, 'Sprawdź przed nadaniem'));
}

/** `tells` is what the tag says beside the person and the service. */
export async function reviewAndGive(
  { page, hands, look }: Teller,
  grantee: Grantee,
  tells: readonly string[] = ['/public_html/sklep', 'czytać i zmieniać pliki'],
): Promise<void> {
  await page.getByRole('heading', { name: 'Sprawdź, zanim nadasz dostęp' }).waitFor();
  const tag = await wordsIn(page.locator('.tag'));
  for (const part of [grantee.name, grantee.email, 'zielnik.example', ...tells]) expect(tag).toContain(part);
  await look('review');
  await hands.press(button(page, 'Nadaj dostęp'));
  await page.waitForURL('**/panel/dostep/?id=*');
  await state(page).waitFor();
  expect(await wordsIn(state(page))).toBe('czeka na przyjęcie');
  await page.getByText('Zaproszenie wysłane').first().waitFor();
  await look('access, waiting');
}

import { expect } from 'vitest';
import { enterAs } from '../kit/people.ts';
import type { Scene } from '../kit/scene.ts';
import { actOn, asset, fieldError } from './assets.ts';
import { LICENCES, tagOf } from './people.ts';
import { button, dialog, newTeller, radio, type Teller, type Telling, wordsIn } from './teller.ts';

interface Holder {
  name: string;
  email: string;
}

/** The seats of one service, from the list of all services. */
export async function openSeats({ page, hands }: Teller, service: string): Promise<void> {
  await hands.press(page.getByRole('link', { name: new RegExp(`^Kto ma licencję ?: ${service}$`) }));
  await page.getByRole('heading', { name: service, exact: true }).waitFor();
}

/** Fills in the form and assigns; everything missing is named first. */
export async function assign({ page, hands, look }: Teller, { name, email }: Holder): Promise<void> {
  await hands.press(button(page, 'Przydziel licencję'));
  await hands.press(page.locator('form').getByRole('button', { name: 'Przydziel licencję', exact: true }));
  await fieldError(page, 'Wpisz imię i nazwisko');
  await look('assigning, incomplete');
  await hands.write(page.getByLabel('Imię i nazwisko'), name);
  await hands.write(page.getByLabel('Adres e-mail tej osoby'), email);
  await hands.press(page.locator('form').getByRole('button', { name: 'Przydziel licencję', exact: true }));
  await page.getByText('Licencja przydzielona').waitFor();
}

/** A licence from its first holder to the second and back into the pool. */
export async function tellOfLicence(scene: Scene, telling: Telling, first: Holder, second: Holder): Promise<void> {
  const teller = await newTeller(scene, telling);
  const { page, hands, look } = teller;
  await enterAs(teller.visitor, 'ownerA', LICENCES);
  await asset(page, 'Antywirus').waitFor();
  expect(await wordsIn(asset(page, 'Office 365'))).toMatch(/Kupione: 3.*Microsoft/);
  await look('licences');
  await openSeats(teller, 'Antywirus');
  await look('licences of one service');
  await assign(teller, first);
  const state = (email: string) => tagOf(page, email).locator('.state');
  await state(first.email).filter({ hasText: 'działa' }).waitFor();
  await look('licence assigned');

  await hands.press(actOn(page, 'Zmień rolę', first.name));
  await hands.choose(radio(dialog(page), 'Z opieką nad usługą'));
  await dialog(page).getByText('Co to otworzy').waitFor();
  await look('changing a licence');
  await hands.press(button(dialog(page), 'Zmień rolę'));
  await dialog(page).waitFor({ state: 'detached' });
  await tagOf(page, first.email).getByText('opiekować się całą tą usługą').waitFor();

  await hands.press(actOn(page, 'Przenieś na kogoś innego', first.name));
  await hands.write(dialog(page).getByLabel('Imię i nazwisko'), second.name);
  await hands.write(dialog(page).getByLabel('Adres e-mail tej osoby'), second.email);
  await look('moving a licence');
  await hands.press(button(dialog(page), 'Przenieś licencję'));
  await page.getByText('Licencja przeniesiona').waitFor();
  await state(second.email).filter({ hasText: 'działa' }).waitFor();

  await hands.press(actOn(page, 'Odbierz licencję', second.name));
  await look('withdrawing a licence');
  await hands.press(button(dialog(page), 'Odbierz teraz'));
  await page.getByText('Licencja odebrana').waitFor();
  await tagOf(page, second.email).locator('.acts, .tag-acts button').waitFor({ state: 'detached' });
  await look('licence withdrawn');
}

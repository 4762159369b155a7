import { enterAs } from '../kit/people.ts';
import type { Scene } from '../kit/scene.ts';
import { linkAfter, newestMessage } from '../kit/setting.ts';
import { link } from './cases.ts';
import { button, dialog, newTeller, type Teller, type Telling } from './teller.ts';

/** The owner asks, the IT person says what to change by the link, and the owner does it step by step. */
export async function tellOfSetting(scene: Scene, telling: Telling): Promise<void> {
  const owner = await newTeller(scene, telling);
  const helper = { name: 'Jan Informatyk', email: `jan-${telling.size}@siec.example` };
  const before = await newestMessage(scene.stage.edge, helper.email);
  await ask(owner, helper);
  const guest = await newTeller(scene, telling);
  await guest.page.goto(await linkAfter(scene.stage.edge, helper.email, before));
  await answer(guest);
  await follow(owner);
  await guest.page.reload();
  await guest.page.getByText('Ta zmiana jest już zrobiona').waitFor();
  await guest.look('the form about a setting, over');
}

async function ask(owner: Teller, helper: { name: string; email: string }): Promise<void> {
  await owner.page.goto('/ustawienia/');
  await owner.hands.press(owner.page.getByRole('link', { name: /^Wersja PHP/ }));
  await owner.page.waitForURL('**/ustawienia/php-version/');
  await owner.look('a setting');
  await enterAs(owner.visitor, 'ownerA', '/ustawienia/php-version/');
  await owner.hands.press(link(owner.page, 'Zapytaj informatyka, co dokładnie zmienić'));
  const asks = owner.page;
  await asks
    .getByLabel('Na której usłudze')
    .locator('option', { hasText: 'zielnik.example' })
    .first()
    .waitFor({ state: 'attached' });
  await owner.hands.press(button(asks, 'Wyślij pytanie'));
  await asks.locator('.field-error').first().waitFor();
  await owner.look('a question about a setting, refused');
  await asks.getByLabel('Na której usłudze').selectOption({ label: 'zielnik.example' });
  await owner.hands.write(asks.getByLabel('Imię i nazwisko albo firma'), helper.name);
  await owner.hands.write(asks.getByLabel('Adres e-mail tej osoby'), helper.email);
  await owner.hands.write(asks.getByLabel('Dopisek'), 'Sklep wolno działa, hasło: Kogut47!');
  await asks.getByText('To wygląda na hasło.').waitFor();
  await owner.look('a question about a setting, with a password in it');
  await owner.hands.press(button(asks, 'Usuń hasło z tekstu'));
  await asks.getByText('To wygląda na hasło.').waitFor({ state: 'detached' });
  await owner.hands.press(button(asks, 'Wyślij pytanie'));
  await asks.getByText('Czekamy na odpowiedź').waitFor();
  await owner.look('a question about a setting, waiting');
}

async function answer(guest: Teller): Promise<void> {
  await guest.page.getByText('Nie dostajesz dostępu do niczego').waitFor();
  await guest.page.getByText('Anna Kowalska').first().waitFor();
  if (new URL(guest.page.url()).hash !== '') throw new Error('the token stayed in the address');
  await guest.look('the form about a setting');
  await guest.hands.write(guest.page.getByLabel('Wersja PHP'), 'najnowsza');
  await guest.hands.press(button(guest.page, 'Wyślij odpowiedź'));
  await guest.page.locator('.field-error').waitFor();
  await guest.look('the form about a setting, refused');
  await guest.hands.write(guest.page.getByLabel('Wersja PHP'), '8.3');
  await guest.hands.write(guest.page.getByLabel('Komentarz'), 'Najpierw zrób kopię.');
  await guest.page.reload();
  await guest.hands.press(button(guest.page, 'Wyślij odpowiedź'));
  await guest.page.getByText('Dziękujemy, odpowiedź jest wysłana').waitFor();
  await guest.look('the form about a setting, sent');
  await guest.hands.press(button(guest.page, 'Popraw odpowiedź'));
  await guest.hands.write(guest.page.getByLabel('Wersja PHP'), '8.4');
  await guest.hands.press(button(guest.page, 'Wyślij zmienioną odpowiedź'));
  await guest.page.getByText('Dziękujemy, odpowiedź jest wysłana').waitFor();
}

async function follow(owner: Teller): Promise<void> {
  const asks = owner.page;
  await asks.reload();
  await asks.getByText('Najpierw zrób kopię.').waitFor();
  const steps = asks.getByRole('checkbox');
  const many = await steps.count();
  await owner.look('a question about a setting, answered');
  await owner.hands.press(asks.getByRole('button', { name: 'Kopiuj: Do wpisania' }));
  if ((await asks.evaluate(() => navigator.clipboard.readText())) !== '8.4') throw new Error('the value was not copied');
  for (const at of [0, 1]) {
    await owner.hands.choose(steps.nth(at));
    await asks.getByText(`Zrobione: ${at + 1} z ${many}`).waitFor();
  }
  await asks.goto('/panel/ustawienia/');
  await asks.getByText(`zrobione 2 z ${many}`).first().waitFor();
  await owner.look('questions about settings');
  await owner.hands.press(link(asks, 'Wersja PHP').first());
  await owner.hands.press(button(asks, 'Wszystko zrobione'));
  await owner.hands.press(button(dialog(asks), 'Tak, zrobione'));
  await asks.getByText('Zapisane: zmiana jest zrobiona.').waitFor();
}

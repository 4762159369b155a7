import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { waitFor } from '../../support/stage/index.ts';
import { offered } from '../kit/menu.ts';
import { enterAs } from '../kit/people.ts';
import type { Scene } from '../kit/scene.ts';
import { linkAfter, STRONG_PASSWORD } from '../kit/setting.ts';
import { actOn } from './assets.ts';
import { button, comeBack, dialog, newTeller, radio, type Teller, type Telling, wordsIn } from './teller.ts';

export const USERS = '/panel/uzytkownicy/';
export const LICENCES = '/panel/licencje/';

/** One person's tag on a list of people. */
export const tagOf = (page: Page, email: string): Locator => page.locator('.tag', { hasText: email });
const ROLE = { user: 'Użytkownik', administrator: 'Administrator' } as const;

export interface Guest {
  name: string;
  email: string;
  role: keyof typeof ROLE;
}

/** The wish for one thing is answered with a clear no; then the right role, a last look, and the invitation. */
export async function invite({ page, hands, look }: Teller, { name, email, role }: Guest): Promise<void> {
  await tagOf(page, 'anna@zielnik.example').waitFor();
  await look('panel users');
  await hands.press(button(page, 'Zaproś użytkownika'));
  await hands.choose(radio(page, 'Tylko jeden serwer'));
  await page.getByRole('heading', { name: 'Nie, Panelu nie da się ograniczyć' }).waitFor();
  await look('one thing alone');
  await hands.choose(radio(page, ROLE[role]));
  if (role === 'administrator')
    expect(await wordsIn(page.locator('.notice', { hasText: 'Administrator otworzy całe konto' }))).toMatch(
      /dane abonenta.*każdy plik.*przeczyta jej pocztę/,
    );
  await hands.press(button(page, 'Sprawdź przed wysłaniem'));
  await page.locator('.field-error').first().waitFor();
  await look('inviting, incomplete');
  await hands.write(page.getByLabel('Imię i nazwisko albo firma'), name);
  await hands.write(page.getByLabel('Adres e-mail tej osoby'), email);
  expect(await radio(page, 'Przez 30 dni').isChecked(), 'an end is suggested').toBe(true);
  await hands.press(button(page, 'Sprawdź przed wysłaniem'));
  await page.getByRole('heading', { name: 'Sprawdź, zanim nadasz dostęp' }).waitFor();
  await look('inviting, the last look');
  await hands.press(button(page, 'Wyślij zaproszenie'));
  await page.getByText('Zaproszenie w drodze').waitFor();
  await tagOf(page, email).getByText('czeka na przyjęcie').waitFor();
  await look('invited');
}

/** The invited person sets a password of their own and is on the account. */
export async function join({ page, hands, look }: Teller, link: string, account: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('heading', { name: 'Ustaw swoje hasło' }).waitFor();
  expect(await wordsIn(page.locator('main'))).toMatch(/Anna Kowalska, Zielnik.*własne logowanie/);
  await look('invitation to the Panel');
  await hands.write(page.getByLabel('Twoje hasło'), 'haslohaslo12');
  await hands.press(button(page, 'Ustaw hasło i wejdź na konto'));
  await page.locator('.field-error').waitFor();
  await hands.write(page.getByLabel('Twoje hasło'), STRONG_PASSWORD);
  await hands.press(button(page, 'Ustaw hasło i wejdź na konto'));
  await page.getByRole('heading', { name: 'Zaproszenie przyjęte' }).waitFor();
  await look('invitation to the Panel, accepted');
  await hands.press(page.getByRole('link', { name: 'Przejdź do konta' }));
  await page.locator('.account', { hasText: account }).waitFor();
}

const seesNoAccount = (page: Page) => page.getByRole('heading', { name: 'Dlaczego tak się dzieje' }).waitFor();

/** From the invitation to the removal, with the owner on one screen and the guest on another. */
export async function tellOfPanelUser(scene: Scene, telling: Telling, guest: Guest): Promise<void> {
  const { name, email, role } = guest;
  const owner = await newTeller(scene, telling);
  await enterAs(owner.visitor, 'ownerA', USERS);
  await invite(owner, guest);
  const person = await newTeller(scene, telling);
  await join(person, await linkAfter(scene.stage.edge, email), `Zielnik – ${role === 'user' ? 'użytkownik' : 'administrator'}`);
  await (role === 'user' ? staysWithLicences(person) : seesAccess(person));

  await comeBack(owner.page);
  await tagOf(owner.page, email).getByText('ma wstęp').waitFor();
  await owner.hands.press(actOn(owner.page, 'Zawieś', name));
  await owner.look('suspending');
  await owner.hands.press(button(dialog(owner.page), 'Zawieś teraz'));
  await tagOf(owner.page, email).getByText('zawieszony', { exact: true }).waitFor();
  await owner.look('suspended');
  person.visitor.troubles.expect('403 /grants', '403 /access-overview', '403 /services', '403 /licences', '403 /panel-users');
  await comeBack(person.page);
  await seesNoAccount(person.page);
  await person.look('no account');

  await owner.hands.press(actOn(owner.page, 'Wznów', name));
  await owner.hands.press(button(dialog(owner.page), 'Wznów teraz'));
  await tagOf(owner.page, email).getByText('ma wstęp').waitFor();
  await comeBack(person.page);
  await person.page.getByRole('link', { name: 'Przejdź do konta' }).waitFor();
  await person.hands.press(person.page.getByRole('link', { name: 'Przejdź do konta' }));
  await person.page.waitForURL(role === 'user' ? `**${LICENCES}` : '**/panel/');

  await changeRole(owner, guest);
  await owner.hands.press(actOn(owner.page, 'Usuń z konta', name));
  expect(await wordsIn(dialog(owner.page))).toContain('Dostępy do plików, baz i skrzynek, jeśli je ma, też zostają');
  await owner.look('removing');
  await owner.hands.press(button(dialog(owner.page), 'Usuń teraz'));
  await owner.page.getByText('Ta osoba nie ma już wstępu do konta').waitFor();
  await tagOf(owner.page, email).waitFor({ state: 'detached' });
  await comeBack(person.page);
  await seesNoAccount(person.page);
}

async function changeRole({ page, hands, look }: Teller, { name, email, role }: Guest): Promise<void> {
  const other = role === 'user' ? 'administrator' : 'user';
  await hands.press(actOn(page, 'Zmień rolę', name));
  await hands.choose(radio(dialog(page), ROLE[other]));
  if (other === 'administrator') await dialog(page).getByText('Co to otworzy').waitFor();
  await look('changing a role');
  await hands.press(button(dialog(page), 'Zmień rolę'));
  await dialog(page).waitFor({ state: 'detached' });
  await tagOf(page, email)
    .locator('dd', { hasText: other === 'user' ? 'użytkownik' : 'administrator' })
    .waitFor();
}

/** Role `user` is offered the page of licences alone, and every other one says why not (R2). */
async function staysWithLicences({ page, look, visitor }: Teller): Promise<void> {
  await page.getByRole('heading', { name: 'Nie masz teraz żadnej licencji' }).waitFor();
  await waitFor('the menu of a user', async () => (await offered(page)).join() === 'Licencje,Pomoc');
  await look('licences of a user, none');
  visitor.troubles.expect('403 /panel-users', '403 /grants', '403 /access-overview');
  for (const path of [USERS, '/panel/']) {
    await page.goto(path);
    await page.getByText('Twoja rola na tym koncie na to nie pozwala').waitFor();
  }
  // A refusal that comes before the page knows whose it is shows the way out once it does.
  await page.route('**/api/v1/session', async (route) => {
    await page.getByText('Twoja rola na tym koncie na to nie pozwala').waitFor();
    await route.continue();
  });
  await page.reload();
  await page.getByRole('link', { name: 'Przejdź do swoich licencji' }).waitFor();
  await page.unroute('**/api/v1/session');
  await look('not for a user');
  await page.getByRole('link', { name: 'Przejdź do swoich licencji' }).click();
  await page.getByRole('heading', { name: 'Nie masz teraz żadnej licencji' }).waitFor();
}

async function seesAccess({ page }: Teller): Promise<void> {
  await page.getByRole('heading', { name: 'Kto ma dostęp', exact: true }).waitFor();
  expect((await offered(page)).length).toBeGreaterThan(5);
}

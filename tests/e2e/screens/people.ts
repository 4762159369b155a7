import type { Page } from 'playwright-core';
import { DEMO_IDS } from '../../../demo/data.ts';
import { actOn } from '../story/assets.ts';
import { LICENCES, tagOf, USERS } from '../story/people.ts';
import { button, dialog, radio } from '../story/teller.ts';
import { open, type Shot, sees } from './shot.ts';

const owners = (name: string, what: string, path: string, ready: Shot['ready']): Shot => ({
  name,
  what,
  as: 'ownerA',
  at: () => path,
  ready,
});
const listed = (email: string) => (page: Page) => tagOf(page, email).first().waitFor();
const SEATS = `${LICENCES}?usluga=${DEMO_IDS.antivirusA}`;

async function inviteAdministrator(page: Page): Promise<void> {
  await radio(page, 'Administrator').check();
  await page.getByText('Administrator otworzy całe konto').waitFor();
}

async function wishForOneThing(page: Page): Promise<void> {
  await radio(page, 'Tylko jeden serwer').check();
  await page.getByText('Nie, Panelu nie da się ograniczyć').waitFor();
}

async function askToSuspend(page: Page): Promise<void> {
  await actOn(page, 'Zawieś', 'Oda Opiekunka').click();
  await dialog(page).waitFor();
}

async function assignSeat(page: Page): Promise<void> {
  await button(page, 'Przydziel licencję').click();
  await page.getByLabel('Imię i nazwisko').waitFor();
}

/** Pages of those who sign in to the account, and of its licences. */
export const PEOPLE_SHOTS: readonly Shot[] = [
  open('guide-panel-users', 'Guide: panel users', '/poradniki/uzytkownicy-panelu/'),
  open('guide-licences', 'Guide: licences', '/poradniki/licencje/'),
  open('question-panel-user', 'Wizard: somebody should sign in to the account', '/kreator/uzytkownik-panelu/'),
  open(
    'outcome-administrator',
    'Wizard: the whole account, weighed first',
    '/kreator/uzytkownik-panelu/administrator/?kto=z-firmy&do-czego=cale-konto',
  ),
  owners('panel-users', 'Who signs in to the account', USERS, listed('oda@zielnik.example')),
  owners('panel-users-invite', 'Inviting an administrator: all that it opens', `${USERS}?nowy`, inviteAdministrator),
  owners('panel-users-one-thing', 'Only one server: the clear no, and what does it', `${USERS}?nowy`, wishForOneThing),
  owners('panel-users-suspend', 'Suspending a panel user', USERS, askToSuspend),
  owners('licences', 'Licence services of the account', LICENCES, sees('Office 365')),
  owners('licences-seats', 'Who has a licence', SEATS, listed('oda@zielnik.example')),
  owners('licences-assign', 'Assigning a licence', SEATS, assignSeat),
  {
    name: 'invitation-panel',
    what: 'Invitation to the Panel: a first password',
    at: (shelf) => shelf.panel,
    ready: sees('Ustaw swoje hasło'),
  },
];

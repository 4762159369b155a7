import type { Page } from 'playwright-core';
import { actOn, asset } from '../story/assets.ts';
import { button, dialog, radio } from '../story/teller.ts';
import { open, type Shot, sees } from './shot.ts';

const owners = (name: string, what: string, path: string, ready: Shot['ready']): Shot => ({
  name,
  what,
  as: 'ownerA',
  at: () => path,
  ready,
});
const asks = (act: string, name: string) => async (page: Page) => {
  await actOn(page, act, name).click();
  await dialog(page).waitFor();
};
const lists = (name: string) => (page: Page) => asset(page, name).waitFor();

async function refuseDatabaseName(page: Page): Promise<void> {
  await button(page, 'Nowa baza').click();
  await page.getByLabel('Nazwa bazy').fill('Sklep Łódź');
  await button(page, 'Utwórz bazę').click();
}

async function refuseMailboxName(page: Page): Promise<void> {
  await button(page, 'Nowa skrzynka').click();
  await page.getByLabel('Nazwa skrzynki').fill('Zamówienia');
  await page.getByLabel('Hasło skrzynki').fill('zielnik2026');
  await button(page, 'Utwórz skrzynkę').click();
  await sees('To hasło łatwo odgadnąć')(page);
}

/** The form of a kind, filled in as far as a person sees all of it. */
const chooses = (name: string) => async (page: Page) => {
  await radio(page, 'zielnik.example').check();
  await radio(page, name).check();
};

async function seePassword(page: Page): Promise<void> {
  await button(page, 'Utwórz hasło').click();
  await sees('Zapisz hasło – widzisz je tylko raz')(page);
}

const DATABASES = '/panel/bazy/?usluga=demo-zielnik-www';
const MAILBOXES = '/panel/skrzynki/?usluga=demo-zielnik-www';
const OFFICE = 'biuro@zielnik.example';

const DATABASE_SHOTS: readonly Shot[] = [
  open('guide-database', 'Guide: access to a database', '/poradniki/dostep-do-bazy-danych/'),
  open('question-database', 'Wizard: somebody needs a database', '/kreator/baza-danych/'),
  open('outcome-database', 'Wizard: access to a database', '/kreator/baza-danych/baza-zapis/?praca=zmieniac'),
  owners('databases', 'Databases of a service', DATABASES, lists('zielnik_sklep')),
  owners('databases-new', 'A database’s name refused', DATABASES, refuseDatabaseName),
  owners('databases-delete', 'Deleting a database', DATABASES, asks('Usuń bazę', 'zielnik_sklep')),
  owners(
    'give-database',
    'Giving access to a database',
    '/panel/nadaj/?rodzaj=baza-danych&prawo=odczyt&dni=7',
    chooses('zielnik_sklep'),
  ),
  {
    name: 'access-database',
    what: 'One access: a database',
    as: 'ownerA',
    at: (shelf) => shelf.database.access,
    ready: sees('Dane do połączenia'),
  },
  {
    name: 'invitation-database',
    what: 'Invitation to a database',
    at: (shelf) => shelf.database.invitation,
    ready: sees('Przyjmij dostęp i zapisz hasło'),
  },
  {
    name: 'invitation-database-password',
    what: 'Invitation to a database: the password to keep',
    at: (shelf) => shelf.database.invitation,
    ready: seePassword,
  },
  {
    name: 'invitation-database-active',
    what: 'Invitation to a database, accepted',
    at: (shelf) => shelf.database.taken,
    ready: sees('Otwórz phpMyAdmin'),
  },
];

const MAILBOX_SHOTS: readonly Shot[] = [
  open('guide-mailbox', 'Guide: a shared mailbox', '/poradniki/wspolna-skrzynka/'),
  open('question-mailbox', 'Wizard: somebody should read a mailbox', '/kreator/skrzynka/'),
  open('outcome-mailbox', 'Wizard: access to a mailbox', '/kreator/skrzynka/skrzynka-odczyt/?czyja=wspolna&co-z-poczta=czytac'),
  owners('mailboxes', 'Mailboxes of a service, one in the bin', MAILBOXES, lists(OFFICE)),
  owners('mailboxes-new', 'A mailbox’s name and password refused', MAILBOXES, refuseMailboxName),
  owners('mailboxes-password', 'Changing a mailbox’s password', MAILBOXES, asks('Zmień hasło', OFFICE)),
  owners('mailboxes-readers', 'Who knows a mailbox’s password', MAILBOXES, asks('Kto zna hasło', OFFICE)),
  owners('mailboxes-delete', 'Putting a mailbox into the bin', MAILBOXES, asks('Usuń skrzynkę', OFFICE)),
  owners('give-mailbox', 'Giving access to a mailbox', '/panel/nadaj/?rodzaj=skrzynka&prawo=odczyt&dni=7', chooses(OFFICE)),
  {
    name: 'access-mailbox',
    what: 'One access: a mailbox',
    as: 'ownerA',
    at: (shelf) => shelf.mailbox.access,
    ready: sees('Dane do połączenia'),
  },
  {
    name: 'invitation-mailbox',
    what: 'Invitation to a mailbox',
    at: (shelf) => shelf.mailbox.invitation,
    ready: sees('Ustaw swoje hasło'),
  },
  {
    name: 'invitation-mailbox-active',
    what: 'Invitation to a mailbox, accepted',
    at: (shelf) => shelf.mailbox.taken,
    ready: sees('Port IMAP'),
  },
];

/** Everything about databases and mailboxes. */
export const BELONGINGS: readonly Shot[] = [...DATABASE_SHOTS, ...MAILBOX_SHOTS];

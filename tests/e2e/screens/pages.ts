import type { Page } from 'playwright-core';
import { button, dialog, radio } from '../story/teller.ts';
import { BELONGINGS } from './belongings.ts';
import { EVERYBODY } from './everybody.ts';
import { FILE_SHOTS } from './files.ts';
import { HELP_SHOTS } from './help.ts';
import { PASSING } from './passing.ts';
import { PEOPLE_SHOTS } from './people.ts';
import { open, type Shot, sees } from './shot.ts';

async function fillTheForm(page: Page): Promise<void> {
  await radio(page, 'zielnik.example').check();
  await button(page, 'Katalogi w: public_html').click();
  await radio(page, 'sklep').check();
  await page.getByLabel('Imię i nazwisko albo firma').fill('Ola Wiśniewska');
  await page.getByLabel('Adres e-mail tej osoby').fill('ola@pedzel.example');
}

async function review(page: Page): Promise<void> {
  await fillTheForm(page);
  await button(page, 'Sprawdź przed nadaniem').click();
  await sees('Sprawdź, zanim nadasz dostęp')(page);
}

async function askToTakeBack(page: Page): Promise<void> {
  await button(page, 'Odbierz dostęp').click();
  await dialog(page).waitFor();
}

async function findCustomer(page: Page): Promise<void> {
  await page.getByLabel('Numer klienta').fill('100100');
  await button(page, 'Znajdź klienta').click();
  await page.locator('td', { hasText: 'Ola Wiśniewska' }).first().waitFor();
}

const GIVE = '/panel/nadaj/?rodzaj=ftp&zakres=katalog&prawo=zapis&dni=7&kreator=informatyk&wynik=ftp-katalog-zapis';

export const SHOTS: readonly Shot[] = [
  open('home', 'Home: the cabinet of questions', '/'),
  open('guide', 'Guide: how to give access', '/poradniki/jak-dac-dostep/'),
  open('guide-ftp', 'Guide: FTP access', '/poradniki/dostep-ftp/'),
  open('help', 'Help and contact', '/pomoc/'),
  open('question', 'Wizard: the first question', '/kreator/informatyk/'),
  open('question-later', 'Wizard: a later question, with the answers so far', '/kreator/informatyk/zakres/?zadanie=pliki'),
  open(
    'outcome',
    'Wizard: an end that is an act',
    '/kreator/informatyk/ftp-katalog-zapis/?zadanie=pliki&zakres=katalog&prawo=zapis',
  ),
  open(
    'outcome-guidance',
    'Wizard: an end that is advice',
    '/kreator/informatyk/administrator/?zadanie=panel&cel-w-panelu=cale-konto',
  ),
  { name: 'sign-in', what: 'Signing in', at: () => '/logowanie/', ready: sees('Hasło') },
  { name: 'give', what: 'Giving access: the form', as: 'ownerA', at: () => GIVE, ready: fillTheForm },
  { name: 'review', what: 'Giving access: the last look before the act', as: 'ownerA', at: () => GIVE, ready: review },
  { name: 'list', what: 'Who has access', as: 'ownerA', at: () => '/panel/', ready: sees('Drukarnia Akapit') },
  {
    name: 'list-empty',
    what: 'Who has access, in an empty account',
    as: 'ownerC',
    at: () => '/panel/',
    ready: sees('Dobierz dostęp'),
  },
  {
    name: 'access-requested',
    what: 'One access: waiting to be accepted',
    as: 'ownerA',
    at: (shelf) => shelf.requested,
    ready: sees('Zaproszenie wysłane'),
  },
  {
    name: 'access-active',
    what: 'One access: in force',
    as: 'ownerA',
    at: (shelf) => shelf.active,
    ready: sees('Dostęp działa'),
  },
  {
    name: 'access-take-back',
    what: 'One access: the second touch',
    as: 'ownerA',
    at: (shelf) => shelf.active,
    ready: askToTakeBack,
  },
  {
    name: 'access-ended',
    what: 'One access: ended, with its proof',
    as: 'ownerA',
    at: (shelf) => shelf.ended,
    ready: sees('Dowód'),
  },
  { name: 'history', what: 'History of the account', as: 'ownerA', at: () => '/panel/historia/', ready: sees('Pokaż dostęp') },
  {
    name: 'invitation',
    what: 'Invitation: who, what, until when',
    at: (shelf) => shelf.invitation,
    ready: sees('Sposób logowania'),
  },
  {
    name: 'invitation-active',
    what: 'Invitation accepted: everything to connect',
    at: (shelf) => shelf.taken,
    ready: sees('Gotowe. Dostęp działa'),
  },
  { name: 'support', what: 'Support: a customer, read-only', as: 'support', at: () => '/bok/', ready: findCustomer },
  { name: 'servers', what: 'Operator: servers', as: 'operator', at: () => '/bok/serwery/', ready: sees('serwer-demo.example') },
  ...EVERYBODY,
  ...BELONGINGS,
  ...PEOPLE_SHOTS,
  ...PASSING,
  ...HELP_SHOTS,
  ...FILE_SHOTS,
];

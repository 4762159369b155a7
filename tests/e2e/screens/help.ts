import type { Page } from 'playwright-core';
import { DEMO_IDS } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import { type Edge, signIn } from '../../support/stage/index.ts';
import { linkAfter } from '../kit/setting.ts';
import { HELP, PICTURE, QUEUE, said } from '../story/cases.ts';
import { button, radio } from '../story/teller.ts';
import { open, type Shot, sees } from './shot.ts';

/** The link to a form that the owner of Zielnik had sent to an IT person. */
export async function aFormLink(edge: Edge): Promise<string> {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const helper = { name: 'Jan Wójcik', email: 'jan@wojcik.example' };
  const note = 'Kopia bazy ma się robić sama, w nocy.';
  const body = { setting: 'cron', serviceId: DEMO_IDS.serviceA, helper, note };
  const answer = await owner.call('createSettingRequest', { body });
  if (answer.status !== 201) throw new Error(`not asked: ${answer.status} ${await answer.text()}`);
  return linkAfter(edge, helper.email);
}

const by = (as: Shot['as'], name: string, what: string, path: string, ready: Shot['ready']): Shot => ({
  name,
  what,
  ...(as ? { as } : {}),
  at: () => path,
  ready,
});
const WIZARD = 'strona=/kreator/informatyk/zapytaj/&kreator=informatyk&odp=zadanie.nie-wiem';

async function writeSecret(page: Page): Promise<void> {
  await page.getByLabel('W czym pomóc').fill('Nie mogę wejść na serwer.\nLogin: zielnik, hasło: Kogut47!');
  await sees('To wygląda na hasło')(page);
}

async function fillOrder(page: Page): Promise<void> {
  await radio(page, 'Naprawa strony').check();
  await page.getByLabel('Opis zadania').fill('Sklep pokazuje błąd 500 po aktualizacji wtyczki.');
  await page.getByLabel('Załączniki').setInputFiles(PICTURE);
  await page.locator('.files', { hasText: PICTURE.name }).waitFor();
}

async function refuseAnswer(page: Page): Promise<void> {
  await radio(page, 'Dodać nowe zadanie').check();
  await radio(page, 'raz dziennie').check();
  await button(page, 'Wyślij odpowiedź').click();
  await page.locator('.field-error').first().waitFor();
}

const conversation = (page: Page) => said(page, 'brakuje rekordu SPF').first().waitFor();

async function handOn(page: Page): Promise<void> {
  await conversation(page);
  await page.getByText('Weź sprawę').or(page.getByText('Przekaż dalej')).last().waitFor();
  await page.locator('.hand-on > summary').click();
}

/** Pages where people help: settings, cases, orders, and the staff's side. */
export const HELP_SHOTS: readonly Shot[] = [
  open('settings', 'Settings that people ask for', '/ustawienia/'),
  open('setting', 'A setting: what it is, and three ways to have it changed', '/ustawienia/php-version/'),
  by(undefined, 'write', 'Writing to support, signed out', `/napisz/?${WIZARD}`, sees('Zaloguj się i napisz')),
  by('ownerA', 'questions', 'Questions about settings', '/panel/ustawienia/', sees('zrobione 2 z')),
  by('ownerA', 'question-new', 'Asking an IT person about a setting', '/panel/ustawienia/nowa/?co=php-version', sees('Zapytamy')),
  by(
    'ownerA',
    'question-steps',
    'The answer as steps to tick off',
    '/panel/ustawienia/prosba/?id=demo-prosba-php',
    sees('Zrobione:'),
  ),
  { name: 'setting-form', what: 'The IT person’s form', at: (shelf) => shelf.form, ready: refuseAnswer },
  by('ownerA', 'cases', 'Cases of an account', HELP, sees('trafiają do spamu')),
  by('ownerA', 'case', 'One case', '/panel/pomoc/sprawa/?id=demo-sprawa-poczta', conversation),
  by('ownerA', 'case-new', 'A message to support, with a password in it', `/panel/pomoc/nowa/?${WIZARD}`, writeSecret),
  by('ownerA', 'order', 'An order of IT services', '/panel/pomoc/zlecenie/', fillOrder),
  by('support', 'queue', 'Support: the queue', QUEUE, sees('Sklep zwalnia')),
  by('support', 'queue-case', 'Support: one case', '/bok/sprawy/sprawa/?id=demo-sprawa-poczta', handOn),
];

import { expect, test } from 'vitest';
import { DEMO_PASSWORD, PEOPLE } from '../../demo/people.ts';
import { signIn } from '../support/stage/index.ts';
import { expectGoodAtBothSizes, expectNoSidewaysScroll } from './kit/look.ts';
import { aPanelUser } from './kit/members.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { STRONG_PASSWORD } from './kit/setting.ts';
import { HELP, link, QUEUE, said, tellOfOrder } from './story/cases.ts';
import { tellOfSetting } from './story/settings.ts';
import { button, byKeyboard, byPointer, comeBack, wordsIn } from './story/teller.ts';

const scene = useScene({ hosting: false });
const OUTCOME = '/kreator/informatyk/ftp-katalog-odczyt/?zadanie=pliki&zakres=katalog&prawo=odczyt';

/** A case of Zielnik's, made as its page would make it. */
async function aCase(subject: string, text = 'Strona nie działa'): Promise<string> {
  const owner = await signIn(scene.stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const body = { subject, text, serviceId: null, order: null, context: null };
  const answer = await owner.call('openCase', { body });
  if (answer.status !== 201) throw new Error(`no case: ${answer.status} ${await answer.text()}`);
  return ((await answer.json()) as { id: string }).id;
}

test('a question about a setting on a phone, by touch: asked, answered by a link, done step by step', () =>
  tellOfSetting(scene, { size: 'phone', hands: byPointer, axe: true }));

test('a question about a setting at a desk, with the keyboard only', () =>
  tellOfSetting(scene, { size: 'desk', hands: byKeyboard, axe: true }));

test('an order with a file on a phone, to its closing', () => tellOfOrder(scene, { size: 'phone', hands: byPointer, axe: true }));

test('an order with a file at a desk, with the keyboard only', () =>
  tellOfOrder(scene, { size: 'desk', hands: byKeyboard, axe: true }));

test('a message from a wizard carries its answers through signing in, and they can be left out', async () => {
  const { page } = await scene.visitor({ size: 'phone' });
  await page.goto(OUTCOME);
  await link(page.locator('.support'), 'Napisz do BOK').tap();
  await page.getByText('Zadanie: ').waitFor();
  await page.getByRole('link', { name: 'bok@hosting.example' }).first().waitFor();
  await expectGoodAtBothSizes(page, 'writing to support, signed out');
  await page.getByRole('link', { name: 'Zaloguj się i napisz' }).tap();
  await page.getByLabel('Adres e-mail').fill(PEOPLE.ownerA.email);
  await page.getByLabel('Hasło').fill(DEMO_PASSWORD);
  await button(page, 'Zaloguj się').tap();
  await page.waitForURL('**/panel/pomoc/nowa/*');
  await page.getByText('/kreator/informatyk/ftp-katalog-odczyt/').waitFor();
  expect(await page.getByLabel('Temat').inputValue()).toContain('informatyk');
  await expectGoodAtBothSizes(page, 'a message with answers');
  await page.getByLabel('W czym pomóc').fill('Który katalog wybrać?');
  await button(page, 'Wyślij wiadomość').tap();
  await page.getByText('Wysłane. Numer sprawy').waitFor();
  await page.getByText('Co zostało dołączone').tap();
  await page.getByText('Zadanie: ').waitFor();

  await page.goto('/poradniki/dostep-ftp/');
  await page.locator('footer').getByRole('link', { name: 'Napisz do BOK' }).tap();
  await page.waitForURL('**/panel/pomoc/nowa/?strona=*');
  await page.getByRole('checkbox').uncheck();
  await page.getByLabel('Temat').fill('Bez dodatków');
  await page.getByLabel('W czym pomóc').fill('Samo pytanie');
  await button(page, 'Wyślij wiadomość').tap();
  await page.getByText('Wysłane. Numer sprawy').waitFor();
  expect(await page.getByText('Co zostało dołączone').count()).toBe(0);
});

test('staff hand a case on with a note that the customer never sees, and a change meanwhile keeps what was typed', async () => {
  const subject = 'Przekazywana sprawa';
  const id = await aCase(subject);
  const support = await scene.visitor();
  const desk = await enterAs(support, 'support', QUEUE);
  await desk.getByRole('link', { name: subject }).click();
  await button(desk, 'Weź sprawę').click();
  await desk.getByText('Sprawa jest Twoja.').waitFor();

  await desk.getByLabel('Odpowiedź dla klienta').fill('Długo pisana odpowiedź');
  const owner = await signIn(scene.stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  await owner.call('writeInCase', { params: { caseId: id }, body: { text: 'Jeszcze jedno' } });
  support.troubles.expect('409 /staff/cases/:id/messages');
  await button(desk, 'Odpowiedz').click();
  await desk.getByText('coś się w międzyczasie zmieniło').waitFor();
  await said(desk, 'Jeszcze jedno').waitFor();
  expect(await desk.getByLabel('Odpowiedź dla klienta').inputValue()).toBe('Długo pisana odpowiedź');
  await expectGoodAtBothSizes(desk, 'a case that changed meanwhile');
  await button(desk, 'Odpowiedz').click();
  await said(desk, 'Długo pisana odpowiedź').waitFor();

  await desk.getByText('Przekaż dalej').click();
  await desk.getByLabel('Komu').selectOption({ label: PEOPLE.operator.name });
  await desk.getByLabel('Notatka dla kolegi').fill('Tajna notatka');
  await expectGoodAtBothSizes(desk, 'handing a case on');
  await button(desk, 'Przekaż sprawę').click();
  await desk.getByText('Sprawa jest przekazana.').waitFor();
  await desk.getByText(`Tę sprawę prowadzi: ${PEOPLE.operator.name}`).waitFor();

  const operator = await enterAs(await scene.visitor({ size: 'phone' }), 'operator', `${QUEUE}?pokaz=moje`);
  await operator.getByRole('link', { name: subject }).tap();
  await said(operator, 'Tajna notatka').waitFor();
  await expectGoodAtBothSizes(operator, 'a case with a note');
  await operator.getByLabel('Odpowiedź dla klienta').fill('Gotowe');
  await button(operator, 'Odpowiedz').tap();
  await said(operator, 'Gotowe').waitFor();

  const customer = await enterAs(await scene.visitor({ size: 'phone' }), 'ownerA', HELP);
  await customer.getByText('Nowa odpowiedź').first().waitFor();
  await expectGoodAtBothSizes(customer, 'cases with an answer');
  await customer.getByRole('link', { name: subject }).tap();
  await said(customer, 'Gotowe').waitFor();
  expect(await wordsIn(customer.locator('main'))).not.toContain('Tajna notatka');
});

test('what is typed stays without a connection and through a reload, and arrives once', async () => {
  const id = await aCase('Bez sieci');
  const page = await enterAs(await scene.visitor({ size: 'phone' }), 'ownerA', `/panel/pomoc/sprawa/?id=${id}`);
  await page.getByLabel('Twoja wiadomość').fill('Pisane w pociągu');
  await page.route('**/messages', (route) => route.abort('aborted'));
  await button(page, 'Wyślij wiadomość').tap();
  await page.getByText('Nie ma połączenia').waitFor();
  await expectGoodAtBothSizes(page, 'a message without a connection');
  await page.unroute('**/messages');
  await page.reload();
  expect(await page.getByLabel('Twoja wiadomość').inputValue()).toBe('Pisane w pociągu');
  await button(page, 'Wyślij wiadomość').tap();
  await said(page, 'Pisane w pociągu').waitFor();
  await button(page, 'Zamknij sprawę').tap();
  await expectGoodAtBothSizes(page, 'closing a case');
  await page.locator('dialog[open]').getByRole('button', { name: 'Zamknij sprawę' }).tap();
  await page.getByText('Sprawa jest zamknięta.').waitFor();
  await comeBack(page);
  await page.getByLabel('Napisz, żeby otworzyć sprawę na nowo').fill('A jednak');
  await button(page, 'Wyślij wiadomość').tap();
  await said(page, 'A jednak').waitFor();
  expect(await said(page, 'Pisane w pociągu').count()).toBe(1);
});

test('a user of the account writes to support, and nothing more', async () => {
  const member = { name: 'Ula Użytkowniczka', email: 'ula-pomoc@zielnik.example', role: 'user' as const };
  await aPanelUser(scene.stage.edge, member);
  await aCase('Sprawa właścicielki');
  const { page } = await scene.visitor({ size: 'phone' });
  await page.goto(`/logowanie/?dalej=${encodeURIComponent(HELP)}`);
  await page.getByLabel('Adres e-mail').fill(member.email);
  await page.getByLabel('Hasło').fill(STRONG_PASSWORD);
  await button(page, 'Zaloguj się').tap();
  await page.getByText('Nie ma otwartych spraw').waitFor();
  expect(await page.getByRole('link', { name: 'Zleć pracę administratorom' }).count()).toBe(0);
  await expectGoodAtBothSizes(page, 'help for a user of the account');
  await page.goto('/panel/pomoc/zlecenie/');
  await page.getByText('Zlecenia składa właściciel').waitFor();
  await page.goto('/panel/ustawienia/');
  await page.getByText('Ustawienia zmienia właściciel').waitFor();
  await page.goto('/panel/pomoc/nowa/');
  await page.getByLabel('Temat').fill('Nie otwiera się Word');
  await page.getByLabel('W czym pomóc').fill('Pokazuje błąd licencji');
  await button(page, 'Wyślij wiadomość').tap();
  await page.getByText('Wysłane. Numer sprawy').waitFor();
});

test('a link that leads nowhere says so, and no page of help scrolls sideways', async () => {
  const id = await aCase(`${'Bardzodlugitematbezspacji'.repeat(4)}`, `https://sklep.example/${'a'.repeat(300)}`);
  const guest = await scene.visitor({ size: 'phone', width: 320 });
  guest.troubles.expect('404 /setting-forms/lookup');
  await guest.page.goto(`/zmiana/#${'x'.repeat(43)}`);
  await guest.page.getByText('Ten link nie prowadzi do żadnego formularza').waitFor();
  await expectGoodAtBothSizes(guest.page, 'a dead link to a form');
  for (const path of ['/ustawienia/', '/ustawienia/cron/', '/napisz/']) {
    await guest.page.goto(path);
    await expectNoSidewaysScroll(guest.page, path);
  }
  await enterAs(guest, 'ownerA', HELP);
  for (const path of [
    HELP,
    `/panel/pomoc/sprawa/?id=${id}`,
    '/panel/pomoc/nowa/?strona=/kreator/informatyk/zakres/&kreator=informatyk&odp=zadanie.pliki',
    '/panel/pomoc/zlecenie/?co=cron',
    '/panel/ustawienia/',
    '/panel/ustawienia/nowa/?co=cron',
  ]) {
    await guest.page.goto(path, { waitUntil: 'networkidle' });
    await expectNoSidewaysScroll(guest.page, path);
  }
  const support = await scene.visitor({ size: 'phone', width: 320 });
  await enterAs(support, 'support', QUEUE);
  for (const path of [QUEUE, `/bok/sprawy/sprawa/?id=${id}`]) {
    await support.page.goto(path, { waitUntil: 'networkidle' });
    await expectNoSidewaysScroll(support.page, path);
  }
});

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { DEMO_IDS } from '../../demo/data.ts';
import { expectGoodAtBothSizes, expectNoSidewaysScroll } from './kit/look.ts';
import { aPanelInvitation, aSeat } from './kit/members.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { anInvitation, stateOf } from './kit/setting.ts';
import { actOn } from './story/assets.ts';
import { button, dialog, radio, wordsIn } from './story/teller.ts';

const scene = useScene({ hosting: false });
const DAY = 86_400_000;
const LIST = '/panel/';

const group = (page: Page, name: string) =>
  page.locator('.rail section').filter({ has: page.getByRole('heading', { name, exact: false }) });
const names = async (page: Page) => (await page.locator('.person-head h2 a').allInnerTexts()).map((name) => name.trim());
/** What the list says of itself, to those who see it and those who do not. */
const says = (page: Page, many: number) =>
  page.locator('.list-head [role=status]', { hasText: new RegExp(`^Razem: ${many}\\s`) }).waitFor();

test('whoever is looked for is found while they are typed, without diacritics, and never stands in the address', async () => {
  const { edge } = scene.stage;
  await anInvitation(edge, { name: 'Żaneta Łącka', email: 'zaneta@szukana.example' });
  await anInvitation(edge, { name: 'Ktoś Inny', email: 'inny@obok.example', directory: '/kopie' });
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', LIST);
  const field = page.getByLabel('Szukaj');
  await field.click();
  await page.keyboard.type('zaneta lac');
  await says(page, 1);
  expect(await names(page)).toEqual(['Żaneta Łącka']);
  expect(await field.evaluate((input) => input === document.activeElement), 'the focus stays').toBe(true);
  expect(page.url()).not.toContain('zaneta');
  await expectGoodAtBothSizes(page, 'list, searched');
  await page.keyboard.press('Control+A');
  await page.keyboard.type('nikogo takiego');
  await page.getByRole('heading', { name: 'Nic nie pasuje' }).waitFor();
  await expectGoodAtBothSizes(page, 'list, nothing found');
  await button(page, 'Pokaż wszystkie').tap();
  await group(page, 'Ktoś Inny').waitFor();
});

test('filters narrow the list, stand in the address and open again from it', async () => {
  const { edge } = scene.stage;
  await aSeat(edge, DEMO_IDS.officeA, { name: 'Lidia Licencja', email: 'lidia@filtr.example', role: 'user' });
  await anInvitation(edge, { name: 'Filip Plik', email: 'filip@filtr.example' });
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', LIST);
  await page.getByLabel('Rodzaj').selectOption({ label: 'Licencja' });
  await group(page, 'Lidia Licencja').waitFor();
  await group(page, 'Filip Plik').waitFor({ state: 'detached' });
  await page.waitForURL('**/panel/?rodzaj=seat');
  await page.reload();
  await group(page, 'Lidia Licencja').waitFor();
  expect(await page.getByLabel('Rodzaj').inputValue()).toBe('seat');
  await page.getByLabel('Rodzaj').selectOption({ label: 'Każdy rodzaj' });
  await page.getByLabel('Usługa').selectOption({ label: 'zielnik.example' });
  await page.getByLabel('Stan').selectOption({ label: 'czeka na przyjęcie' });
  await group(page, 'Filip Plik').waitFor();
  await group(page, 'Lidia Licencja').waitFor({ state: 'detached' });
  await button(page, 'Według usług').click();
  await page.getByRole('heading', { name: 'Usługa: zielnik.example', exact: true }).waitFor();
  await expectGoodAtBothSizes(page, 'list, filtered');
});

test('everybody who has access comes as a table that other programs read', async () => {
  await anInvitation(scene.stage.edge, { name: '=1+1', email: 'wzor@tabela.example' });
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', LIST);
  const coming = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Pobierz CSV' }).click();
  const file = await coming;
  expect(file.suggestedFilename()).toBe('kto-ma-dostep.csv');
  const line = readFileSync(await file.path(), 'utf8')
    .split('\n')
    .find((one) => one.includes('wzor@tabela.example'));
  expect(line).not.toMatch(/(^|[;,"])=1/);
});

test('what needs a look stands on top with the act that settles it', async () => {
  const { edge } = scene.stage;
  const email = 'czeka@uwaga.example';
  await aPanelInvitation(edge, { name: 'Czesława Uwaga', email, role: 'user' });
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', LIST);
  const needs = page.getByRole('region', { name: 'Wymaga uwagi' });
  await needs.waitFor();
  const more = needs.getByRole('button', { name: /^Pokaż pozostałe/ });
  if ((await more.count()) > 0) await more.tap();
  await actOn(page, 'Wyślij zaproszenie ponownie', 'Czesława Uwaga, Panel klienta').tap();
  await dialog(page).getByText(email).waitFor();
  await button(dialog(page), 'Wyślij zaproszenie').tap();
  await needs.getByText(`Wysłano na adres: ${email}`).waitFor();
  await expectGoodAtBothSizes(page, 'list, what needs a look');
});

test('several get one end date at once, and whoever was faster elsewhere is named and stays picked', async () => {
  const { edge } = scene.stage;
  const people = ['Pierwsza Razem', 'Druga Razem', 'Trzecia Razem'];
  const given = [];
  for (const [at, name] of people.entries())
    given.push(await anInvitation(edge, { name, email: `razem-${at}@razem.example`, notAfter: Date.now() + 3 * DAY }));
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', LIST);
  await page.getByLabel('Szukaj').fill('razem.example');
  await says(page, 3);
  for (const name of people) await page.getByLabel(new RegExp(`^Zaznacz ?: ${name}`)).check();
  await page.getByText('Zaznaczone: 3 dostępy').first().waitFor();
  await expectGoodAtBothSizes(page, 'list, several picked');
  await edge.db.prepare('UPDATE grants SET version = version + 1 WHERE id = ?').bind(given[1]?.grantId).run();
  await button(page, 'Przedłuż zaznaczone').tap();
  await radio(dialog(page), 'Przez 30 dni').check();
  await expectGoodAtBothSizes(page, 'extending several');
  await button(dialog(page), 'Ustaw tę datę').tap();
  await page.getByText('Nowa data końca: 2 dostępy').waitFor();
  const news = page.locator('.notice', { hasText: 'Nowa data końca' });
  expect(await wordsIn(news.locator('li', { hasText: 'Druga Razem' }))).toContain('zmienił się w międzyczasie');
  await expectGoodAtBothSizes(page, 'several extended');
  const left = await edge.db
    .prepare('SELECT grantee_name AS name FROM grants WHERE grantee_email LIKE ? AND not_after > ? ORDER BY name')
    .bind('%@razem.example', Date.now() + 20 * DAY)
    .all<{ name: string }>();
  expect(left.results.map(({ name }) => name)).toEqual(['Pierwsza Razem', 'Trzecia Razem']);
  expect(await page.getByRole('checkbox', { checked: true }).count(), 'what was refused stays picked').toBe(1);
});

test('one person holds two ways to the same files: ending one leaves the other', async () => {
  const { edge } = scene.stage;
  const who = { name: 'Olek Podwójny', email: 'olek@dwa.example' };
  const wide = await anInvitation(edge, { ...who, directory: '/public_html', access: 'read' });
  const narrow = await anInvitation(edge, { ...who, directory: '/public_html/sklep', access: 'write' });
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', LIST);
  await page.getByLabel('Szukaj').fill('olek');
  await says(page, 2);
  // What needs a look may name him too.
  await page.locator('.rail').getByRole('link', { name: 'Olek Podwójny', exact: true }).tap();
  await page.getByRole('heading', { level: 1, name: 'Olek Podwójny' }).waitFor();
  expect(await page.title()).toBe('Dostępy: Olek Podwójny – Klucznik');
  expect(await page.locator('.overlap').count()).toBe(2);
  await expectGoodAtBothSizes(page, 'one person, two ways to the same');
  await actOn(page, 'Wycofaj zaproszenie', 'katalog /public_html/sklep, zielnik.example').tap();
  await button(dialog(page), 'Wycofaj teraz').tap();
  await page.locator('.overlap').first().waitFor({ state: 'detached' });
  expect([await stateOf(edge, wide.grantId), await stateOf(edge, narrow.grantId)]).toEqual(['requested', 'ended']);
});

test('twenty are looked through with twenty letters, back and forth, and what was taken back is seen', async () => {
  const { edge } = scene.stage;
  await edge.db.prepare("UPDATE grants SET state = 'ended', ended_at = 1 WHERE state <> 'ended'").run();
  for (let at = 1; at <= 20; at += 1)
    await anInvitation(edge, { name: `Przegląd ${String(at).padStart(2, '0')}`, email: `p${at}@przeglad.example` });
  const owner = await scene.visitor();
  const page = await enterAs(owner, 'ownerA', '/panel/przeglad/');
  await expectGoodAtBothSizes(page, 'look-through, before');
  const begun = Date.now();
  let strokes = 0;
  const press = async (key: string) => {
    strokes += 1;
    await page.keyboard.press(key);
  };
  await button(page, 'Zacznij przegląd').click();
  const progress = page.locator('.review-progress');
  const standsAt = (at: number) => progress.filter({ hasText: new RegExp(`^${at}\\sz\\s20$`) }).waitFor();
  await standsAt(1);
  for (let at = 1; at <= 19; at += 1) {
    await press(at === 5 ? 'o' : 'z');
    await standsAt(at + 1);
  }
  expect(strokes).toBe(19);
  await page.keyboard.press('w');
  await standsAt(19);
  await page.getByText('Już wybrane: zostaje.').waitFor();
  await expectGoodAtBothSizes(page, 'look-through, gone back');
  await page.keyboard.press('z');
  await standsAt(20);
  await press('z');
  await page.getByRole('heading', { name: 'Przegląd skończony' }).waitFor();
  expect(Date.now() - begun).toBeLessThan(60_000);
  expect(strokes, 'one letter for each').toBe(20);
  expect(await wordsIn(page.locator('.notice', { hasText: 'Zostaje:' }))).toContain('Zostaje: 19 dostępów. Odebrane: 1 dostęp.');
  await page.locator('.row', { hasText: 'zakończony' }).waitFor();
  await expectGoodAtBothSizes(page, 'look-through, finished');
  const live = await edge.db.prepare('SELECT count(*) AS many FROM grants WHERE live = 1').first<{ many: number }>();
  expect(live?.many).toBe(19);
});

test('letters are letters again once they are switched off', async () => {
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', '/panel/przeglad/');
  await button(page, 'Zacznij przegląd').tap();
  await page.locator('.review-progress').waitFor();
  await page.getByLabel('Skróty klawiszowe').uncheck();
  const before = await page.locator('.review .tag-who').textContent();
  await page.keyboard.press('o');
  await page.keyboard.press('z');
  expect(await page.locator('.review .tag-who').textContent()).toBe(before);
  await button(page, 'Zostaje').tap();
  await page
    .locator('.review .tag-who')
    .filter({ hasNotText: before ?? '' })
    .waitFor();
});

test('no page of everybody’s access scrolls sideways on a narrow phone', async () => {
  const long = {
    name: 'Przedsiębiorstwo-Wielobranżowe-Źdźbło-i-Synowie-Spółka',
    email: `${'bardzo-dlugi.adres-'.repeat(3)}x@poczta.example.com`,
  };
  const directory = `/${'dlugi_katalog_'.repeat(8)}/w/srodku`;
  await anInvitation(scene.stage.edge, { ...long, directory });
  const owner = await scene.visitor({ size: 'phone', width: 320 });
  const page = await enterAs(owner, 'ownerA', LIST);
  await page.getByLabel('Szukaj').fill('wielobranzowe');
  await says(page, 1);
  await page.getByLabel(/^Zaznacz/).check();
  await expectNoSidewaysScroll(page, 'list');
  await button(page, 'Przedłuż zaznaczone').tap();
  await dialog(page).waitFor();
  await expectNoSidewaysScroll(page, 'extending');
  await button(dialog(page), 'Zostaw bez zmian').tap();
  await page.getByRole('link', { name: /^Odbierz wszystko/ }).tap();
  await dialog(page).getByText('Co się nie skończy').waitFor();
  await expectNoSidewaysScroll(page, 'taking everything back');
  await page.goto('/panel/przeglad/');
  await page.getByRole('button', { name: /przegląd/ }).tap();
  await page.locator('.review-progress').waitFor();
  await expectNoSidewaysScroll(page, 'look-through');
});

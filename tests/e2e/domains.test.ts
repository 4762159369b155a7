import { expect, test } from 'vitest';
import { DEMO_IDS } from '../../demo/data.ts';
import { expectGoodAtBothSizes, expectNoSidewaysScroll } from './kit/look.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { actOn } from './story/assets.ts';
import { changeRecords, DOMAINS, row, settled, tellOfDomain, zonePage } from './story/domains.ts';
import { button, byKeyboard, byPointer, wordsIn } from './story/teller.ts';

const scene = useScene({ serves: { dns: true } });
const MAIN = { id: DEMO_IDS.domainA, name: 'zielnik.example' };
const SHOP = { id: DEMO_IDS.domainA2, name: 'sklep-zielnik.example' };

test('a domain on a phone, by touch: passed on, taken on, changed, undone, imported and taken back', async () => {
  await tellOfDomain(scene, { size: 'phone', hands: byPointer, axe: true }, SHOP);
});

test('a domain at a desk, with the keyboard only', async () => {
  await tellOfDomain(scene, { size: 'desk', hands: byKeyboard, axe: true }, MAIN);
});

test('very long records scroll nowhere sideways on a narrow phone, and a search finds one of many', async () => {
  const many = Array.from({ length: 120 }, (_, at) => ({ name: `h${at}`, type: 'A', ttl: 300, data: `192.0.2.${at}` }));
  const long = { name: `${'bardzo-dluga-nazwa-'.repeat(3)}x._domainkey`, type: 'TXT', ttl: 300, data: 'k'.repeat(400) };
  await changeRecords(scene.stage.edge, SHOP, { add: [...many, long] });
  const owner = await scene.visitor({ size: 'phone', width: 320 });
  const page = await enterAs(owner, 'ownerA', zonePage(SHOP));
  await settled(page);
  expect(await page.locator('.menu [aria-current]').allTextContents(), 'where in the Panel this is').toEqual(['Domeny']);
  await page.getByLabel('Znajdź rekord').fill('_domainkey');
  await page.getByText('Znalezione: 1 rekord').waitFor();
  await row(page, 'kkkk').waitFor();
  await expectNoSidewaysScroll(page, 'a very long record');
  await expectGoodAtBothSizes(page, 'a search');
  await page.getByLabel('Znajdź rekord').fill('nic-takiego');
  await page.getByText('Żaden rekord nie pasuje').waitFor();
  await page.getByLabel('Znajdź rekord').fill('');
  await row(page, 'h10.').waitFor();
  const rows = await page.getByRole('row').count();
  await page.getByRole('button', { name: 'Pokaż następne' }).tap();
  await expect.poll(() => page.getByRole('row').count()).toBe(rows + 50);
});

test('what somebody else has taken away meanwhile is not taken away again, and the rest of the change stays', async () => {
  const { edge } = scene.stage;
  const one = { name: 'jeden', type: 'A', ttl: 300, data: '192.0.2.1' };
  const other = { ...one, name: 'drugi' };
  const whole = (record: typeof one) => ({ ...record, name: `${record.name}.${SHOP.name}` });
  await changeRecords(edge, SHOP, { add: [one, other] });
  const owner = await scene.visitor({ size: 'phone' });
  const page = await enterAs(owner, 'ownerA', zonePage(SHOP));
  owner.troubles.expect(`409 /domains/${SHOP.id}/zone`);
  await page.getByLabel('Znajdź rekord').fill('192.0.2.1');
  for (const { name } of [one, other]) await actOn(page, 'Usuń', `${name}.${SHOP.name}, A, 192.0.2.1`).tap();
  await button(page, 'Sprawdź zmianę').tap();
  await button(page, 'Zapisz zmianę').waitFor();
  await changeRecords(edge, SHOP, { remove: [whole(one)] });
  await button(page, 'Zapisz zmianę').tap();
  await page.getByText('tego rekordu już nie ma, więc nic z nim nie zrobimy').waitFor();
  await expectGoodAtBothSizes(page, 'one of two is gone');
  await button(page, 'Sprawdź zmianę').tap();
  await button(page, 'Zapisz zmianę').waitFor();
  await changeRecords(edge, SHOP, { remove: [whole(other)] });
  await button(page, 'Zapisz zmianę').tap();
  await page.getByText('Ktoś zrobił to wcześniej').waitFor();
  expect(await button(page, 'Sprawdź zmianę').count()).toBe(0);
});

test('a user of the account is told why there are no domains for them', async () => {
  const user = await scene.visitor();
  user.troubles.expect('403 /grants', '403 /access-overview', '403 /domains', '403 /delegations');
  await enterAs(user, 'inBoth', DOMAINS);
  const account = user.page.locator('.account-switch select');
  const warsztat = await account.locator('option', { hasText: 'Warsztat Maj' }).getAttribute('value');
  if ((await account.inputValue()) !== warsztat)
    await Promise.all([user.page.waitForEvent('load'), account.selectOption(warsztat)]);
  await user.page.goto(DOMAINS);
  await user.page.getByText('Twoja rola na tym koncie na to nie pozwala').waitFor();
  expect(await user.page.locator('.asset').count()).toBe(0);
});

test('nobody else sees a domain', async () => {
  const stranger = await scene.visitor({ size: 'phone' });
  stranger.troubles.expect(`404 /domains/${MAIN.id}/zone`);
  await enterAs(stranger, 'ownerC', DOMAINS);
  await stranger.page.getByRole('heading', { name: 'Na tym koncie nie ma jeszcze domeny' }).waitFor();
  await expectGoodAtBothSizes(stranger.page, 'no domains');
  await stranger.page.goto(zonePage(MAIN));
  await stranger.page.getByText('Nie ma tu takiej pozycji').waitFor();
  expect(await wordsIn(stranger.page.locator('main'))).not.toContain(MAIN.name);
});

test('without JavaScript both pages say what to do', async () => {
  const { page } = await scene.visitor({ javaScript: false });
  for (const path of [DOMAINS, zonePage(MAIN)]) {
    await page.goto(path);
    expect(await wordsIn(page.locator('main noscript .notice'))).toContain('Włącz go w przeglądarce i odśwież stronę');
  }
});

import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { type RecordType, ROUTES } from '../../../contract/index.ts';
import { DEMO_PASSWORD, PEOPLE, type PersonName } from '../../../demo/people.ts';
import { mustRun } from '../../support/hosting/index.ts';
import { type Edge, signIn } from '../../support/stage/index.ts';
import { reach } from '../kit/keyboard.ts';
import { enterAs } from '../kit/people.ts';
import type { Scene } from '../kit/scene.ts';
import { actOn, asset, fieldError } from './assets.ts';
import { button, byKeyboard, comeBack, dialog, newTeller, type Teller, type Telling, wordsIn } from './teller.ts';

export const DOMAINS = '/panel/domeny/';
export interface Domain {
  id: string;
  name: string;
}
const APPLIED = 'serwer nazw ma te rekordy';
/** The other client of the demo, who is asked to manage. */
const OTHER = { number: '100200', owner: 'ownerB' } as const;

export const zonePage = ({ id }: Domain, view?: string) => `${DOMAINS}dns/?id=${id}${view ? `&widok=${view}` : ''}`;
export const settled = (page: Page): Promise<void> =>
  page.locator('.zone-state', { hasText: APPLIED }).waitFor({ timeout: 25_000 });
/** One record in the list, by what stands in its row. */
export const row = (page: Page, ...words: string[]): Locator =>
  words.reduce((rows, hasText) => rows.filter({ hasText }), page.getByRole('row'));
const lines = (page: Page): Locator => page.locator('.line');

/** What the name server itself answers. */
export async function dig({ stage }: Scene, name: string, type: RecordType): Promise<string> {
  const port = String(stage.hosting?.powerdns?.port);
  return (await mustRun('dig', ['@127.0.0.1', '-p', port, '+tries=1', '+short', name, type])).trim();
}

/** Changes records past the page, as somebody else at another screen would. */
export async function changeRecords(
  edge: Edge,
  { id: serviceId }: Domain,
  { remove = [], add = [] }: { remove?: object[]; add?: object[] },
  by: PersonName = 'ownerA',
): Promise<void> {
  const owner = await signIn(edge, PEOPLE[by].email, DEMO_PASSWORD);
  const params = { serviceId };
  const { version } = ROUTES.readZone.responses[200].content['application/json'].schema.parse(
    await (await owner.call('readZone', { params })).json(),
  );
  const answer = await owner.call('changeZone', { params, body: { version, remove, add } });
  if (answer.status !== 200) throw new Error(`not changed: ${answer.status} ${await answer.text()}`);
}

/** The owner is told apart from giving away, mistypes, and offers the domain. */
async function passOn({ page, hands, look, visitor }: Teller, { id, name }: Domain): Promise<void> {
  await asset(page, name).waitFor();
  await look('domains');
  await hands.press(actOn(page, 'Przekaż zarządzanie', name));
  const number = page.getByLabel('Numer klienta');
  await number.waitFor();
  expect(await wordsIn(asset(page, name))).toContain('Domena zostaje Twoja');
  expect(await page.getByRole('link', { name: /To cesja domeny/ }).getAttribute('href')).toBe('/panel/cesja/');
  await hands.write(number, 'marek@warsztat.pl');
  await hands.press(button(page, 'Sprawdź przed przekazaniem'));
  await fieldError(page, 'Adresu e-mail tu nie wpisuj');
  await look('passing a domain on, mistyped');
  visitor.troubles.expect(`422 /domains/${id}/delegation`);
  await hands.write(number, '999 999');
  await hands.press(button(page, 'Sprawdź przed przekazaniem'));
  await hands.press(button(page, 'Przekaż zarządzanie'));
  await fieldError(page, 'Nie ma klienta o takim numerze');
  expect(await number.inputValue()).toBe('999 999');
  await hands.write(number, OTHER.number);
  await hands.press(button(page, 'Sprawdź przed przekazaniem'));
  await page.getByRole('heading', { name: 'Sprawdź, zanim przekażesz zarządzanie' }).waitFor();
  await look('passing a domain on, the last look');
  await hands.press(button(page, 'Przekaż zarządzanie'));
  await page.getByText('Propozycja wysłana').waitFor();
  await asset(page, name).locator('.state', { hasText: 'czeka na zgodę' }).waitFor();
  await look('domain offered');
}

/** The other client reads what it means and says yes. */
async function takeOn({ page, hands, look }: Teller, { name }: Domain): Promise<void> {
  const offer = page.locator('.tag', { hasText: name });
  await offer.waitFor();
  expect(await wordsIn(offer)).toContain('Proponuje: Anna Kowalska');
  await look('offered to me');
  await hands.press(actOn(page, 'Przyjmij zarządzanie', name));
  expect(await wordsIn(dialog(page))).toContain('Nie przepiszesz domeny na siebie');
  await look('accepting a domain');
  await hands.press(button(dialog(page), 'Przyjmij teraz'));
  await page.getByText('Od teraz zarządzasz domeną').waitFor();
  await asset(page, name).waitFor();
  await look('managed for others');
}

/** A select, which hands of all kinds choose from in their own way. */
async function chooseType({ page }: Teller, telling: Telling, line: Locator, type: RecordType): Promise<void> {
  const select = line.getByLabel('Typ');
  if (telling.hands !== byKeyboard) await select.selectOption(type);
  else {
    await reach(page, select);
    await page.keyboard.type(`${type} `);
  }
  expect(await select.inputValue()).toBe(type);
}

async function addLine(
  teller: Teller,
  telling: Telling,
  record: { name: string; type: RecordType; data: string },
): Promise<Locator> {
  const { page, hands } = teller;
  const before = await lines(page).count();
  await hands.press(button(page, 'Dodaj rekord'));
  const line = lines(page).nth(before);
  await line.waitFor();
  await chooseType(teller, telling, line, record.type);
  await hands.write(line.getByLabel('Nazwa', { exact: true }), record.name);
  await hands.write(line.locator('[name^="data-"]'), record.data);
  return line;
}

async function save({ page, hands, look }: Teller, state: string): Promise<void> {
  await hands.press(button(page, 'Sprawdź zmianę'));
  await page.getByRole('heading', { name: 'Sprawdź zmianę, zanim ją zapiszesz' }).waitFor();
  await look(state);
  await hands.press(button(page, 'Zapisz zmianę'));
  await page.getByText('Zmiana zapisana').waitFor();
  await settled(page);
}

/** Two records in one change: the first refused beside its field, then both saved and answered by the name server. */
async function addRecordsByHand(teller: Teller, telling: Telling, { name }: Domain): Promise<void> {
  const { page, hands, look, scene } = teller;
  await page.getByRole('heading', { name: 'Ta domena nie ma jeszcze żadnego rekordu' }).waitFor();
  await look('a zone without records');
  const first = await addLine(teller, telling, { name: 'żółw', type: 'A', data: 'nie-adres' });
  expect(await wordsIn(first)).toContain(`Rekord będzie dla: żółw.${name}`);
  await addLine(teller, telling, { name: '@', type: 'MX', data: '10 żółw' });
  await hands.press(button(page, 'Sprawdź zmianę'));
  await fieldError(page, 'Rekord A mieści adres IP, a nie nazwę');
  await look('a record refused beside its field');
  await page.reload();
  expect(await first.locator('[name^="data-"]').inputValue(), 'kept through a reload').toBe('nie-adres');
  await hands.write(first.locator('[name^="data-"]'), '192.0.2.7');
  await save(teller, 'before and after');
  await row(page, `żółw.${name}`, '192.0.2.7').waitFor();
  expect(await dig(scene, `xn--w-uga1v8h.${name}`, 'A')).toBe('192.0.2.7');
  expect(await dig(scene, name, 'MX')).toBe(`10 xn--w-uga1v8h.${name}.`);
  await look('records');
}

/** Somebody else is faster: nothing typed is lost, and the second look is at what is true now. */
async function meetOthers(teller: Teller, domain: Domain): Promise<void> {
  const { page, hands, look, scene, visitor } = teller;
  const about = `żółw.${domain.name}, A, 192.0.2.7`;
  await hands.press(actOn(page, 'Zmień', about));
  const line = lines(page).first();
  await hands.write(line.locator('[name^="data-"]'), '192.0.2.8');
  await hands.press(actOn(page, 'Usuń', `${domain.name}, MX, 10 żółw.${domain.name}`));
  await row(page, 'MX', 'do usunięcia').waitFor();
  await hands.press(button(page, 'Sprawdź zmianę'));
  await page.getByText('To ostatni rekord MX').waitFor();
  await changeRecords(scene.stage.edge, domain, { add: [{ name: 'obok', type: 'A', ttl: 300, data: '192.0.2.99' }] });
  visitor.troubles.expect(`409 /domains/${domain.id}/zone`);
  await hands.press(button(page, 'Zapisz zmianę'));
  await page.getByText('Ktoś zmienił w międzyczasie rekordy').waitFor();
  await row(page, `obok.${domain.name}`).waitFor();
  expect(await line.locator('[name^="data-"]').inputValue(), 'what was typed').toBe('192.0.2.8');
  await look('somebody else was faster');
  await save(teller, 'before and after, with a warning');
  expect(await dig(scene, `xn--w-uga1v8h.${domain.name}`, 'A')).toBe('192.0.2.8');
  expect(await dig(scene, domain.name, 'MX')).toBe('');
}

/** The owner sees who did what, and makes it unmade. */
async function undoAsOwner(teller: Teller, domain: Domain): Promise<void> {
  const { page, hands, look, scene } = teller;
  await page.goto(zonePage(domain, 'historia'));
  const newest = page.locator('.change').first();
  await newest.waitFor();
  expect(await wordsIn(newest)).toContain(`Osoba: ${PEOPLE.ownerB.name}, w imieniu klienta, który zarządza domeną`);
  await hands.press(newest.locator('summary'));
  await row(page, `żółw.${domain.name} A`, 'Zmiana').waitFor();
  await look('history');
  await hands.press(newest.getByRole('button', { name: /^Cofnij tę zmianę/ }));
  await look('undoing');
  await hands.press(button(dialog(page), 'Cofnij teraz'));
  await page.getByText('Zmiana cofnięta').waitFor();
  await page.locator('.change').filter({ hasText: 'Ta zmiana jest już cofnięta' }).first().waitFor();
  await settled(page);
  expect(await dig(scene, `xn--w-uga1v8h.${domain.name}`, 'A')).toBe('192.0.2.7');
}

/** A file of another program: what is left out is named, the rest comes; and the whole goes out again as a file. */
async function importAndExport({ page, hands, look, scene }: Teller, domain: Domain): Promise<void> {
  await page.goto(zonePage(domain, 'plik'));
  await hands.press(button(page, 'Sprawdź, co się zmieni'));
  await fieldError(page, 'Wybierz plik albo wklej jego treść');
  const file = `@ 3600 IN SOA ns.stary.example. root.stary.example. 1 2 3 4 5\nsklep 300 IN A 192.0.2.40\n`;
  await page.getByLabel('Treść pliku').fill(file);
  await hands.press(button(page, 'Sprawdź, co się zmieni'));
  await page.getByRole('heading', { name: 'Tego z pliku nie weźmiemy' }).waitFor();
  await look('importing');
  await hands.press(button(page, 'Zapisz zmianę'));
  await page.getByText('Zmiana zapisana').waitFor();
  await settled(page);
  expect(await dig(scene, `sklep.${domain.name}`, 'A')).toBe('192.0.2.40');
  const arrives = page.waitForEvent('download');
  await hands.press(actOn(page, 'Pobierz plik strefy', domain.name));
  const saved = await arrives;
  expect(saved.suggestedFilename()).toBe(`${domain.name}.zone`);
  await look('files');
  await page.goto(zonePage(domain, 'serwery'));
  await page.getByText('DS 1, w całości').waitFor();
  await look('name servers and DNSSEC');
}

/** From the offer to taking back, with the owner on one screen and the other client on another. */
export async function tellOfDomain(scene: Scene, telling: Telling, domain: Domain): Promise<void> {
  const owner = await newTeller(scene, telling);
  await enterAs(owner.visitor, 'ownerA', DOMAINS);
  await passOn(owner, domain);
  const other = await newTeller(scene, telling);
  await enterAs(other.visitor, OTHER.owner, DOMAINS);
  await takeOn(other, domain);
  await other.hands.press(asset(other.page, domain.name).getByRole('link', { name: /Rekordy DNS/ }));
  await other.page.getByText('To domena innego klienta, a Ty nią zarządzasz').waitFor();
  await addRecordsByHand(other, telling, domain);
  await meetOthers(other, domain);
  await undoAsOwner(owner, domain);
  await importAndExport(owner, domain);

  other.visitor.troubles.expect(`404 /domains/${domain.id}/zone`);
  await owner.page.goto(DOMAINS);
  await owner.hands.press(actOn(owner.page, 'Odbierz zarządzanie', domain.name));
  await owner.look('taking a domain back');
  await owner.hands.press(button(dialog(owner.page), 'Odbierz teraz'));
  await owner.page.getByText('Zarządzanie odebrane').waitFor();
  await comeBack(other.page);
  await other.page.getByText('Nie masz już dostępu do tej domeny').waitFor();
  await other.look('a domain that is no longer theirs');
  await other.page.reload();
  await other.page.getByText('Nie ma tu takiej pozycji').waitFor();
}

import { expect, test } from 'vitest';
import { DEMO_IDS } from '../../demo/data.ts';
import { expectGoodAtBothSizes } from './kit/look.ts';
import { enterAs } from './kit/people.ts';
import { useScene } from './kit/scene.ts';
import { anAcceptedGrant, stateOf } from './kit/setting.ts';
import { openTheInvitation } from './story/accepting.ts';
import { asset, deleteByName, giveFromList } from './story/assets.ts';
import { databasesLike, fillDatabase, makeDatabase, rowsIn, takeGeneratedPassword } from './story/databases.ts';
import { inState, takeBack } from './story/keeping.ts';
import { changePassword, expectLetter, makeMailbox, readMail, restore, setOwnPassword } from './story/mailboxes.ts';
import {
  addRow,
  databasesSeen,
  expectSignedOut,
  openPhpMyAdmin,
  refusesDatabase,
  signInToPhpMyAdmin,
} from './story/phpmyadmin.ts';
import { byKeyboard, byPointer, comeBack, newTeller, type Teller, type Telling, wordsIn } from './story/teller.ts';

const scene = useScene();
const DATABASES = `/panel/bazy/?usluga=${DEMO_IDS.serviceA}`;
const MAILBOXES = `/panel/skrzynki/?usluga=${DEMO_IDS.serviceA}`;
const aGrantee = (name: string) => ({ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` });
const hosting = () => {
  if (!scene.stage.hosting) throw new Error('These tests need a hosting server');
  return scene.stage.hosting;
};

/** A database from its first day to its last, with somebody let in and put out in between. */
async function tellOfDatabase(telling: Telling, local: string, person: string): Promise<void> {
  const name = `zielnik_${local}`;
  const grantee = aGrantee(person);
  const owner = await newTeller(scene, telling);
  await enterAs(owner.visitor, 'ownerA', DATABASES);
  await makeDatabase(owner, local);
  const sibling = await fillDatabase(hosting(), name);
  await giveFromList(owner, name, { level: 'Czytanie i zmiana danych', grantee, tells: ['czytać i zmieniać dane'] });

  const friend = await newTeller(scene, telling);
  await openTheInvitation(friend, grantee.email, {
    heading: 'Odbierz hasło i dostęp',
    tells: [`baza danych ${name}`, 'czytać i zmieniać dane'],
  });
  const password = await takeGeneratedPassword(friend);
  const user = await wordsIn(friend.page.locator('.copy', { hasText: 'Nazwa użytkownika' }).locator('.copy-value'));
  const tab = await openPhpMyAdmin(friend, name);
  await signInToPhpMyAdmin(tab, user, password);
  await addRow(tab, { database: name, table: 'towary', value: 'tymianek' });
  expect(await rowsIn(hosting(), name)).toBe('szałwia\ntymianek\n');
  const seen = await databasesSeen(tab);
  expect(seen).toContain(name);
  expect(seen).not.toContain(sibling);
  expect(await refusesDatabase(tab, sibling)).toBe(true);

  await comeBack(owner.page);
  await inState(owner.page, 'działa');
  await owner.look('access to a database, in force');
  await takeBack(owner);
  await expectSignedOut(tab, name);
  await deleteWithSomebodyInside(owner, name, sibling);
}

async function deleteWithSomebodyInside(owner: Teller, name: string, sibling: string): Promise<void> {
  const spec = { kind: 'database', database: name, access: 'read' } as const;
  const inside = await anAcceptedGrant(scene.stage.edge, { name: 'Jeszcze Jedna', spec });
  await owner.page.goto(DATABASES);
  await deleteByName(owner, name, { act: 'Usuń bazę', last: 'Usuń bazę na zawsze', person: 'Jeszcze Jedna' });
  await owner.page.getByText('Baza jest usuwana').waitFor();
  await asset(owner.page, name).waitFor({ state: 'detached', timeout: 25_000 });
  await owner.look('a database deleted');
  expect(await databasesLike(hosting(), name), 'it is gone, and its neighbour is not').toBe(`${sibling}\n`);
  await owner.page.goto(`/panel/dostep/?id=${inside.grantId}`);
  await inState(owner.page, 'zakończony: usunięto bazę');
  expect(await stateOf(scene.stage.edge, inside.grantId)).toBe('ended');
}

/** A mailbox from its first day, through the bin and back. */
async function tellOfMailbox(telling: Telling, local: string, person: string): Promise<void> {
  const grantee = aGrantee(person);
  const owner = await newTeller(scene, telling);
  await enterAs(owner.visitor, 'ownerA', MAILBOXES);
  const address = await makeMailbox(owner, local);
  await changePassword(owner, address);
  await giveFromList(owner, address, { level: 'Tylko czytanie', grantee, tells: ['tylko czytać wiadomości'] });

  const friend = await newTeller(scene, telling);
  await openTheInvitation(friend, grantee.email, {
    heading: 'Ustaw swoje hasło',
    tells: [`skrzynka ${address}`, 'tylko czytać wiadomości'],
  });
  const credentials = await readMail(friend, address, await setOwnPassword(friend));
  await expectLetter(friend, address, person);

  await comeBack(owner.page);
  await inState(owner.page, 'działa');
  await owner.look('access to a mailbox, in force');
  await owner.page.goto(MAILBOXES);
  await deleteByName(owner, address, { act: 'Usuń skrzynkę', last: 'Przenieś do kosza', person });
  await restore(owner, address, credentials);
}

test('a database on a phone, by touch', async () => {
  await tellOfDatabase({ size: 'phone', hands: byPointer, axe: true }, 'sezon', 'Ola Dotyk');
});

test('a database at a desk, with the keyboard only', async () => {
  await tellOfDatabase({ size: 'desk', hands: byKeyboard, axe: true }, 'rozsada', 'Iga Tab');
});

test('a mailbox on a phone, by touch', async () => {
  await tellOfMailbox({ size: 'phone', hands: byPointer, axe: true }, 'sezon', 'Ula Palec');
});

test('a mailbox at a desk, by mouse', async () => {
  await tellOfMailbox({ size: 'desk', hands: byPointer, axe: true }, 'rozsada', 'Jan Mysz');
});

test('a user of the account, and everybody of another one, see nothing of it', async () => {
  const user = await scene.visitor();
  user.troubles.expect('403 /services');
  await enterAs(user, 'inBoth', '/panel/');
  const account = user.page.locator('.account-switch select');
  const warsztat = await account.locator('option', { hasText: 'Warsztat Maj' }).getAttribute('value');
  user.troubles.expect('403 /grants');
  if ((await account.inputValue()) !== warsztat)
    await Promise.all([user.page.waitForEvent('load'), account.selectOption(warsztat)]);
  for (const path of ['/panel/bazy/', '/panel/skrzynki/']) {
    await user.page.goto(path);
    await user.page.getByText('Twoja rola na tym koncie na to nie pozwala').waitFor();
    expect(await user.page.locator('.asset').count()).toBe(0);
  }
  const stranger = await scene.visitor();
  for (const path of [DATABASES, MAILBOXES]) {
    await enterAs(stranger, 'ownerB', path);
    await stranger.page.getByText('Usługi z tego adresu nie ma na wybranym koncie').waitFor();
    expect(await wordsIn(stranger.page.locator('main'))).not.toContain('zielnik');
    await expectGoodAtBothSizes(stranger.page, `${path}, another account`);
  }
});

test('without JavaScript each page says what to do', async () => {
  const { page } = await scene.visitor({ javaScript: false });
  for (const path of [
    '/panel/bazy/',
    '/panel/skrzynki/',
    '/panel/nadaj/?rodzaj=baza-danych&prawo=odczyt&dni=7',
    '/zaproszenie/',
  ]) {
    await page.goto(path);
    const advice = page.locator('main noscript .notice');
    await advice.waitFor();
    expect(await wordsIn(advice)).toContain('Włącz go w przeglądarce i odśwież stronę');
  }
});

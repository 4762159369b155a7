import { expect } from 'vitest';
import { DEMO_IDS } from '../../../demo/data.ts';
import type { Hosting } from '../../support/hosting/index.ts';
import { enterAs } from '../kit/people.ts';
import type { Scene } from '../kit/scene.ts';
import { anAcceptedGrant, stateOf } from '../kit/setting.ts';
import { openTheInvitation } from './accepting.ts';
import { asset, deleteByName, giveFromList } from './assets.ts';
import { databasesLike, fillDatabase, makeDatabase, rowsIn, takeGeneratedPassword } from './databases.ts';
import { inState, takeBack } from './keeping.ts';
import { changePassword, expectLetter, makeMailbox, readMail, restore, setOwnPassword } from './mailboxes.ts';
import { addRow, databasesSeen, expectSignedOut, openPhpMyAdmin, refusesDatabase, signInToPhpMyAdmin } from './phpmyadmin.ts';
import { comeBack, newTeller, type Teller, type Telling, wordsIn } from './teller.ts';

export const DATABASES = `/panel/bazy/?usluga=${DEMO_IDS.serviceA}`;
export const MAILBOXES = `/panel/skrzynki/?usluga=${DEMO_IDS.serviceA}`;

const aGrantee = (name: string) => ({ name, email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com` });
function hostingOf({ stage }: Scene): Hosting {
  if (!stage.hosting) throw new Error('This story needs a hosting server');
  return stage.hosting;
}

/** A database from its first day to its last, with somebody let in and put out in between. */
export async function tellOfDatabase(scene: Scene, telling: Telling, local: string, person: string): Promise<void> {
  const name = `zielnik_${local}`;
  const grantee = aGrantee(person);
  const owner = await newTeller(scene, telling);
  await enterAs(owner.visitor, 'ownerA', DATABASES);
  await makeDatabase(owner, local);
  const sibling = await fillDatabase(hostingOf(scene), name);
  await giveFromList(owner, name, { level: 'Czytanie i zmiana danych', grantee, tells: ['czytać i zmieniać dane'] });

  const friend = await newTeller(scene, telling);
  await openTheInvitation(friend, grantee.email, {
    heading: 'Przyjmij dostęp i zapisz hasło',
    tells: [`baza danych ${name}`, 'czytać i zmieniać dane'],
  });
  const password = await takeGeneratedPassword(friend);
  const user = await wordsIn(friend.page.locator('.copy', { hasText: 'Nazwa użytkownika' }).locator('.copy-value'));
  const tab = await openPhpMyAdmin(friend, name);
  await signInToPhpMyAdmin(tab, user, password);
  await addRow(tab, { database: name, table: 'towary', value: 'tymianek' });
  expect(await rowsIn(hostingOf(scene), name)).toBe('szałwia\ntymianek\n');
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
  const inside = await anAcceptedGrant(owner.scene.stage.edge, { name: 'Jeszcze Jedna', spec });
  await owner.page.goto(DATABASES);
  await deleteByName(owner, name, { act: 'Usuń bazę', last: 'Usuń bazę na zawsze', person: 'Jeszcze Jedna' });
  await owner.page.getByText('Baza jest usuwana').waitFor();
  await asset(owner.page, name).waitFor({ state: 'detached', timeout: 25_000 });
  await owner.look('a database deleted');
  expect(await databasesLike(hostingOf(owner.scene), name), 'it is gone, and its neighbour is not').toBe(`${sibling}\n`);
  await owner.page.goto(`/panel/dostep/?id=${inside.grantId}`);
  await inState(owner.page, 'zakończony: usunięto bazę');
  expect(await stateOf(owner.scene.stage.edge, inside.grantId)).toBe('ended');
}

/** A mailbox from its first day, through the bin and back. */
export async function tellOfMailbox(scene: Scene, telling: Telling, local: string, person: string): Promise<void> {
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

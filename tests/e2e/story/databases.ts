import { expect } from 'vitest';
import type { Hosting } from '../../support/hosting/index.ts';
import { mariadbAsRoot } from '../../support/programs/index.ts';
import { textOf } from '../kit/ftp.ts';
import { asset, becomes, fieldError, tryNames } from './assets.ts';
import { button, type Teller, wordsIn } from './teller.ts';

const PREFIX = 'zielnik_';

/** Sizes of what is there, names that will not do, and then a database that is there a moment later. */
export async function makeDatabase(teller: Teller, name: string): Promise<void> {
  const { page, hands, look, visitor } = teller;
  await asset(page, `${PREFIX}sklep`).waitFor();
  expect(await wordsIn(asset(page, `${PREFIX}sklep`))).toMatch(/Rozmiar\s*\d+(,\d+)? (kB|MB)/);
  await look('databases');
  await hands.press(button(page, 'Nowa baza'));
  visitor.troubles.expect('422 /services/demo-zielnik-www/databases');
  await tryNames(teller, {
    label: 'Nazwa bazy',
    act: 'Utwórz bazę',
    names: [
      ['Łąka', 'Użyj tylko małych liter'],
      ['d'.repeat(65 - PREFIX.length), 'może mieć najwyżej 64 znaki'],
      ['sklep', 'Baza o tej nazwie już jest'],
    ],
  });
  await hands.write(page.getByLabel('Nazwa bazy'), name);
  await hands.press(button(page, 'Utwórz bazę'));
  await page.getByText('Baza powstaje').waitFor();
  await becomes(page, PREFIX + name, 'gotowa');
  await look('a new database');
}

/** What the shop's own program would put there, and a database that differs by the one character which LIKE takes for any. */
export async function fillDatabase({ mariadb }: Hosting, name: string): Promise<string> {
  if (!mariadb) throw new Error('This story needs MariaDB');
  const sibling = name.replace('_', 'X');
  await mariadbAsRoot(
    mariadb.paths.socket,
    `CREATE TABLE \`${name}\`.towary (nazwa VARCHAR(50) NOT NULL PRIMARY KEY);
     INSERT INTO \`${name}\`.towary VALUES ('szałwia');
     CREATE DATABASE \`${sibling}\`; CREATE TABLE \`${sibling}\`.obce (nazwa VARCHAR(50));`,
  );
  return sibling;
}

export const rowsIn = ({ mariadb }: Hosting, name: string): Promise<string> =>
  mariadbAsRoot(mariadb?.paths.socket ?? '', `SELECT nazwa FROM \`${name}\`.towary ORDER BY nazwa`);
/** All whose names differ from this one by what `_` stands for. */
export const databasesLike = ({ mariadb }: Hosting, name: string): Promise<string> =>
  mariadbAsRoot(mariadb?.paths.socket ?? '', `SHOW DATABASES LIKE '${name}'`);

/** A password made on the page; it must be kept before the access is taken. */
export async function takeGeneratedPassword({ page, hands, look }: Teller): Promise<string> {
  await hands.press(button(page, 'Utwórz hasło'));
  await page.getByRole('heading', { name: 'Zapisz hasło – widzisz je tylko raz' }).waitFor();
  const password = (await page.locator('.copy', { hasText: 'Hasło' }).locator('.copy-value').textContent()) ?? '';
  expect(password.replaceAll('-', '').length, 'at least 128 bits in letters and digits').toBeGreaterThanOrEqual(22);
  await hands.press(button(page, 'Przyjmij dostęp z tym hasłem'));
  await fieldError(page, 'Zapisz hasło i zaznacz to tutaj');
  await look('a password to keep');
  const [file] = await Promise.all([page.waitForEvent('download'), hands.press(button(page, 'Zapisz w pliku'))]);
  expect(await textOf(file)).toContain(password);
  await hands.choose(page.getByLabel('Hasło mam zapisane'));
  await hands.press(button(page, 'Przyjmij dostęp z tym hasłem'));
  await page.getByText('Gotowe. Dostęp działa').waitFor({ timeout: 25_000 });
  await look('invitation, in force');
  return password;
}

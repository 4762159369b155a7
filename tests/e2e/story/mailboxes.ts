import { expect } from 'vitest';
import { rawMessage } from '../../../demo/mail.ts';
import { curlImap, signsInToMailbox } from '../../support/programs/index.ts';
import { waitFor } from '../../support/stage/index.ts';
import { textOf } from '../kit/ftp.ts';
import { mailServer, STRONG_PASSWORD } from '../kit/setting.ts';
import { actOn, asset, becomes, fieldError, tryNames } from './assets.ts';
import { button, dialog, type Teller, wordsIn } from './teller.ts';

export type Credentials = { user: string; password: string };
export const NEW_PASSWORD = 'zielony-parapet-dzwon-19';

/** Names that will not do, a password that is easy to guess, and then a mailbox with a message in it. */
export async function makeMailbox(teller: Teller, local: string): Promise<string> {
  const { page, hands, look, visitor } = teller;
  await asset(page, 'biuro@zielnik.example').waitFor();
  expect(await wordsIn(asset(page, 'biuro@zielnik.example'))).toMatch(/Rozmiar\s*\d+(,\d+)? (bajt\p{L}*|B|kB|MB)/u);
  await look('mailboxes');
  await hands.press(button(page, 'Nowa skrzynka'));
  await hands.write(page.getByLabel('Hasło skrzynki'), 'haslohaslo12');
  await tryNames(teller, {
    label: 'Nazwa skrzynki',
    act: 'Utwórz skrzynkę',
    names: [
      ['łąka', 'małych liter od a do z'],
      ['m'.repeat(65), 'najwyżej 64 znaki'],
    ],
  });
  await fieldError(page, 'To hasło łatwo odgadnąć');
  await hands.write(page.getByLabel('Hasło skrzynki'), STRONG_PASSWORD);
  visitor.troubles.expect('422 /services/demo-zielnik-www/mailboxes');
  await tryNames(teller, { label: 'Nazwa skrzynki', act: 'Utwórz skrzynkę', names: [['biuro', 'Taka skrzynka już jest']] });
  await hands.write(page.getByLabel('Nazwa skrzynki'), local);
  await hands.press(button(page, 'Utwórz skrzynkę'));
  const address = `${local}@zielnik.example`;
  await page.getByText('Skrzynka powstaje').waitFor();
  await becomes(page, address, 'gotowa');
  await look('a new mailbox');
  await putMessage(teller, address);
  return address;
}

const SUBJECT = 'Pytanie o lubczyk';

async function putMessage({ scene }: Teller, address: string): Promise<void> {
  const message = {
    from: 'Zofia Wójcik <zofia@poczta.example>',
    subject: SUBJECT,
    daysAgo: 1,
    text: 'Czy jest jeszcze lubczyk?\n',
  };
  const delivered = await scene.stage.hosting?.dovecot?.deliver(address, rawMessage(address, message, Date.now()));
  expect(delivered?.code, delivered?.stderr).toBe(0);
}

/** Who was told the password is noted, and named when it changes; the old one opens nothing any more. */
export async function changePassword({ page, hands, look, scene }: Teller, address: string): Promise<void> {
  await hands.press(actOn(page, 'Kto zna hasło', address));
  await hands.write(dialog(page).getByLabel('Osoby, którym podano hasło'), 'Bartek z magazynu');
  await look('who knows the password');
  await hands.press(button(dialog(page), 'Zapisz listę'));
  await dialog(page).waitFor({ state: 'detached' });
  await hands.press(actOn(page, 'Zmień hasło', address));
  await dialog(page).getByText('Dotychczasowe hasło znają').waitFor();
  expect(await wordsIn(dialog(page))).toContain('Bartek z magazynu');
  await hands.write(dialog(page).getByLabel('Nowe hasło skrzynki'), NEW_PASSWORD);
  await look('changing the password');
  await hands.press(button(dialog(page), 'Zmień hasło'));
  await dialog(page).waitFor({ state: 'detached' });
  await page.locator('.notice', { hasText: 'Powiedz o tym osobom' }).getByText('Bartek z magazynu').waitFor();
  await becomes(page, address, 'gotowa');
  const server = mailServer(scene.stage);
  expect(await signsInToMailbox(server, address, STRONG_PASSWORD)).toBe('refused');
  expect(await signsInToMailbox(server, address, NEW_PASSWORD)).toBe('in');
}

export async function setOwnPassword({ page, hands, look }: Teller): Promise<string> {
  await hands.write(page.getByLabel('Twoje hasło'), 'haslohaslo12');
  await hands.press(button(page, 'Ustaw hasło i przyjmij dostęp'));
  await fieldError(page, 'To hasło łatwo odgadnąć');
  await hands.write(page.getByLabel('Twoje hasło'), STRONG_PASSWORD);
  await look('invitation, strong password');
  await hands.press(button(page, 'Ustaw hasło i przyjmij dostęp'));
  await page.getByText('Gotowe. Dostęp działa').waitFor({ timeout: 25_000 });
  await look('invitation, in force');
  return STRONG_PASSWORD;
}

/** The values on the page and those in the profile for mail programs are the same, and they work in curl. */
export async function readMail({ page, hands, scene }: Teller, address: string, password: string): Promise<Credentials> {
  const server = mailServer(scene.stage);
  const value = async (name: string) =>
    (await page
      .locator('.copy')
      .filter({ has: page.getByText(name, { exact: true }) })
      .locator('.copy-value')
      .textContent()) ?? '';
  const user = await value('Nazwa użytkownika');
  expect(await value('Adres skrzynki')).toBe(address);
  const [host, port] = [await value('Serwer poczty przychodzącej (IMAP)'), await value('Port IMAP')];
  expect(port).toBe(String(server.imapsPort));
  const [file] = await Promise.all([page.waitForEvent('download'), hands.press(button(page, 'Pobierz profil autoconfig'))]);
  expect(file.suggestedFilename()).toBe('zielnik.example.xml');
  const incoming = await page.evaluate(
    (text) => {
      const server = new DOMParser().parseFromString(text, 'application/xml').querySelector('incomingServer[type=imap]');
      return ['hostname', 'port', 'username', 'socketType'].map((name) => server?.querySelector(name)?.textContent);
    },
    await textOf(file),
  );
  expect(incoming).toEqual([host, port, user, 'SSL']);
  const message = await curlImap(server, user, password, { folder: 'INBOX;MAILINDEX=1' });
  expect(message.stdout, message.stderr).toContain('Czy jest jeszcze lubczyk?');
  const change = await curlImap(server, user, password, { folder: 'INBOX', request: 'STORE 1 +FLAGS (\\Deleted)' });
  expect(change.stdout, 'reading changes nothing').not.toContain('\\Deleted');
  return { user, password };
}

/** Whoever reads the mailbox is told who else can, within the minute. A development edge keeps its messages on a page instead of sending them. */
export async function expectLetter({ page, scene, look }: Teller, address: string, person: string): Promise<void> {
  const letter = page.locator('article', { hasText: `Do: ${address}` }).first();
  await scene.stage.edge.runCron();
  await waitFor('the letter to the mailbox', async () => {
    await page.goto('/dev/poczta/');
    return (await letter.count()) === 1;
  });
  const words = await wordsIn(letter);
  for (const part of [`Dostęp do skrzynki ${address}: ${person}`, 'tylko czytanie', 'Anna Kowalska'])
    expect(words).toContain(part);
  await look('letter to the mailbox');
  const inside = await curlImap(mailServer(scene.stage), address, NEW_PASSWORD, { folder: 'INBOX', request: 'FETCH 1:* (UID)' });
  expect(inside.stdout.match(/FETCH/g), 'only what was delivered').toHaveLength(1);
}

/** In the bin nobody gets in, neither with the mailbox's password nor with one's own; back from it only its own works. */
export async function restore(teller: Teller, address: string, grantee: Credentials): Promise<void> {
  const { page, hands, look, scene } = teller;
  const server = mailServer(scene.stage);
  await page.getByRole('heading', { name: 'W koszu' }).waitFor();
  await becomes(page, address, 'w koszu');
  await look('mailbox in the bin');
  expect(await signsInToMailbox(server, address, NEW_PASSWORD)).toBe('refused');
  expect(await signsInToMailbox(server, grantee.user, grantee.password)).toBe('refused');
  await hands.press(actOn(page, 'Przywróć skrzynkę', address));
  await page.getByText('Skrzynka wraca z kosza').waitFor();
  await becomes(page, address, 'gotowa');
  await look('mailbox restored');
  const message = await curlImap(server, address, NEW_PASSWORD, { folder: 'INBOX;MAILINDEX=1' });
  expect(message.stdout, message.stderr).toContain('Czy jest jeszcze lubczyk?');
  expect(await signsInToMailbox(server, grantee.user, grantee.password)).toBe('refused');
}

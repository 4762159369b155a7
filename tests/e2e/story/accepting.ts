import { expect } from 'vitest';
import { waitFor } from '../../support/stage/index.ts';
import { readShown, type Shown, signInOverFtps, textOf } from '../kit/ftp.ts';
import { STRONG_PASSWORD } from '../kit/setting.ts';
import { button, type Teller, wordsIn } from './teller.ts';

/** The invited person reads the message on their own phone, opens its link and finds out who gives what until when. */
export async function openTheInvitation(
  { page, hands, look }: Teller,
  email: string,
  { heading, tells }: { heading: string; tells: readonly string[] },
): Promise<void> {
  const message = page.locator('article', { hasText: `Do: ${email}` }).first();
  await waitFor('the message', async () => {
    await page.goto('/dev/poczta/');
    return (await message.count()) === 1;
  });
  await look('messages');
  await hands.press(message.getByRole('link', { name: 'Otwórz link z tej wiadomości' }));
  await page.getByRole('heading', { name: heading }).waitFor();
  expect(page.url(), 'the token does not stay in the address').not.toContain('#');
  const offer = await wordsIn(page.locator('main'));
  for (const part of ['Anna Kowalska', 'Zielnik', 'Do kiedy', ...tells]) expect(offer).toContain(part);
  await look('invitation');
}

/** A password that is easy to guess is refused where it stands; a good one of one's own, or a generated one, is taken. */
export async function setPassword({ page, hands, look }: Teller, generate: boolean): Promise<string> {
  const field = page.getByLabel('Twoje hasło');
  await hands.write(field, 'haslohaslo12');
  await page.getByText('Hasło: ').first().waitFor();
  await hands.press(button(page, 'Ustaw hasło i przyjmij dostęp'));
  await page.locator('.field-error').filter({ hasText: 'To hasło łatwo odgadnąć' }).waitFor();
  await look('invitation, weak password');
  if (generate) await hands.press(button(page, 'Wygeneruj hasło'));
  else await hands.write(field, STRONG_PASSWORD);
  const password = await field.inputValue();
  await look('invitation, strong password');
  await hands.press(button(page, 'Ustaw hasło i przyjmij dostęp'));
  await page.getByText('Gotowe. Dostęp działa').waitFor();
  await look('invitation, in force');
  return password;
}

/** What the page shows works as it stands: typed into a program, or as a file for one. */
export async function connect(teller: Teller, password: string): Promise<Shown> {
  const { hosting } = teller.scene.stage;
  if (!hosting) throw new Error('This story needs a hosting server');
  const shown = await readShown(teller.page);
  expect(shown.certificatePrint).toBe(hosting.prints.certificatePrint);
  const list = await signInOverFtps(hosting, shown, password);
  expect(list.stdout.split(/\r?\n/), list.stderr).toContain('index.php');
  await checkFileZilla(teller, shown);
  await checkWinScp(teller, shown);
  return shown;
}

const download = async ({ page, hands }: Teller, name: string): Promise<string> => {
  const [file] = await Promise.all([page.waitForEvent('download'), hands.press(button(page, name))]);
  return textOf(file);
};

async function checkFileZilla(teller: Teller, shown: Shown): Promise<void> {
  const xml = await download(teller, 'Pobierz dla FileZilla');
  const servers = await teller.page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'application/xml');
    return [...parsed.querySelectorAll('FileZilla3 > Servers > Server')].map((server) =>
      ['Host', 'Port', 'Protocol', 'User', 'Pass'].map((name) => server.querySelector(name)?.textContent ?? null),
    );
  }, xml);
  expect(servers).toContainEqual([shown.host, shown.ftpsPort, '4', shown.user, null]);
  expect(servers).toHaveLength(2);
}

async function checkWinScp(teller: Teller, shown: Shown): Promise<void> {
  const ini = await download(teller, 'Pobierz dla WinSCP');
  const sessions = ini.split(/^\[Sessions\\.+\]\r$/m).slice(1);
  expect(sessions).toHaveLength(2);
  const ftps = sessions.find((session) => session.includes('FSProtocol=5')) ?? '';
  for (const line of [`HostName=${shown.host}`, `PortNumber=${shown.ftpsPort}`, 'Ftps=3']) expect(ftps).toContain(line);
  expect(ini).not.toContain('Password');
}

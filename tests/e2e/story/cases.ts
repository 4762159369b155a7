import type { Locator, Page } from 'playwright-core';
import { type Edge, waitFor } from '../../support/stage/index.ts';
import { enterAs } from '../kit/people.ts';
import type { Scene } from '../kit/scene.ts';
import { button, newTeller, radio, type Telling, wordsIn } from './teller.ts';

export const HELP = '/panel/pomoc/';
export const QUEUE = '/bok/sprawy/';
/** The smallest picture there is. */
export const PICTURE = {
  name: 'zrzut.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

export const link = (within: Page | Locator, name: string): Locator => within.getByRole('link', { name, exact: true });
/** What a person says in a conversation, as it stands there. */
export const said = (page: Page, text: string): Locator => page.locator('.talk-text', { hasText: text });
export const caseState = (page: Page): Locator => page.locator('.case-marks .state').first();

/** What the last letter to an address says. */
export async function lastLetter(edge: Edge, email: string): Promise<string> {
  const row = await edge.db
    .prepare('SELECT text FROM sent_message WHERE recipient = ? ORDER BY id DESC LIMIT 1')
    .bind(email)
    .first<{ text: string }>();
  return row?.text ?? '';
}

/** The owner orders work with a picture; staff take it, answer and close; the owner has the answer here and by e-mail. */
export async function tellOfOrder(scene: Scene, telling: Telling): Promise<void> {
  const owner = await newTeller(scene, telling);
  const reply = `zlecenia-${telling.size}@zielnik.example`;
  const task = `Sklep pokazuje błąd 500 (${telling.size})`;
  const page = await enterAs(owner.visitor, 'ownerA', HELP);
  await owner.hands.press(link(page, 'Zleć pracę administratorom'));
  await page.getByText('poznasz ją przed zleceniem').waitFor();
  await owner.hands.press(button(page, 'Wyślij opis i zapytaj o cenę'));
  await page.locator('.field-error').first().waitFor();
  await owner.look('an order, refused');
  await owner.hands.choose(radio(page, 'Naprawa strony'));
  await owner.hands.write(page.getByLabel('Opis zadania'), task);
  await owner.hands.write(page.getByLabel('Adres e-mail do odpowiedzi'), reply);
  await page.getByLabel('Załączniki').setInputFiles({ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('x') });
  await page.getByText('film.mp4: ').waitFor();
  await page.getByLabel('Załączniki').setInputFiles(PICTURE);
  await page.locator('.files', { hasText: PICTURE.name }).waitFor();
  await owner.look('an order with a file');
  await owner.hands.press(button(page, 'Wyślij opis i zapytaj o cenę'));
  await page.getByText('Wysłane. Numer sprawy').waitFor();
  await said(page, task).waitFor();
  await owner.look('an order, sent');

  const staff = await newTeller(scene, telling);
  const desk = await enterAs(staff.visitor, 'support', QUEUE);
  const row = desk.locator('tr', { hasText: 'Zlecenie: Naprawa strony' });
  await row.first().waitFor();
  await staff.look('the queue');
  await staff.hands.press(row.last().getByRole('link'));
  await said(desk, task).waitFor();
  await staff.hands.press(button(desk, 'Weź sprawę'));
  await desk.getByText('Sprawa jest Twoja.').waitFor();
  await staff.look('a case of staff');
  const download = desk.waitForEvent('download');
  await staff.hands.press(link(desk, PICTURE.name));
  if ((await download).suggestedFilename() !== PICTURE.name) throw new Error('another file came');
  await staff.hands.write(desk.getByLabel('Odpowiedź dla klienta'), 'Naprawione: wtyczka była za stara.');
  await staff.hands.press(button(desk, 'Odpowiedz i zamknij'));
  await desk.getByText('Wysłane, sprawa jest zamknięta.').waitFor();
  await staff.look('a case of staff, closed');

  await waitFor('the answer by e-mail', async () =>
    (await lastLetter(scene.stage.edge, reply)).includes('wtyczka była za stara'),
  );
  await page.reload();
  await said(page, 'Naprawione').waitFor();
  if ((await wordsIn(caseState(page))) !== 'zamknięta') throw new Error('the customer is not told that it is closed');
  await owner.look('an order, closed');
  await page.goto(`${HELP}?pokaz=zamkniete`);
  await page.getByRole('link', { name: 'Zlecenie: Naprawa strony' }).first().waitFor();
  await owner.look('closed cases');
}

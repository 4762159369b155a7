import { expect } from 'vitest';
import { radio, type Teller, wordsIn } from './teller.ts';

/** From the home page through a guide and the wizard's questions to the end that fits. */
export async function findTheAccess({ page, hands, look }: Teller): Promise<void> {
  await page.goto('/');
  await look('home');
  await hands.press(page.getByRole('link', { name: 'Jak dać komuś dostęp do swoich usług' }));
  await page.getByRole('heading', { level: 1, name: 'Jak dać komuś dostęp' }).waitFor();
  await look('guide');
  await hands.press(page.getByRole('link', { name: 'Dobierz dostęp' }).first());
  await page.getByRole('heading', { level: 1, name: 'Mój informatyk potrzebuje dostępu do serwera' }).waitFor();
  await look('wizard, first question');
}

const ANSWERS = [
  ['Co informatyk ma zrobić?', 'Pracować na plikach'],
  ['Których plików potrzebuje?', 'Jednego katalogu'],
  ['Ma tylko czytać pliki czy też je zmieniać?', 'Czytać i zmieniać'],
] as const;

export async function answerTheQuestions({ page, hands, look }: Teller): Promise<void> {
  for (const [question, answer] of ANSWERS) {
    await page.getByRole('heading', { name: question }).waitFor();
    await hands.choose(radio(page, answer));
    await hands.press(page.getByRole('button', { name: 'Dalej' }));
  }
  await page.getByRole('heading', { level: 1, name: 'Wystarczy jeden katalog' }).waitFor();
  await look('outcome');
}

/** The end says what, what not, why not less and what is risky, and has one main button. */
export async function readTheOutcome({ page, hands }: Teller): Promise<void> {
  const told = await wordsIn(page.locator('main'));
  for (const part of ['Propozycja', 'Co będzie można', 'Czego nie', 'Dlaczego nie mniej', 'Ryzyko', 'Pracować na plikach'])
    expect(told).toContain(part);
  await hands.press(page.getByRole('link', { name: 'Nadaj ten dostęp' }));
  await page.getByRole('heading', { level: 1, name: 'Nadaj dostęp' }).waitFor();
}

import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { type Answered, type Flow, flowAddress, pageAddress, resolve, toAnswers } from '../../content/wizard-engine/index.ts';
import { FLOWS } from '../../content/wizards/index.ts';
import { useScene } from './kit/scene.ts';

const scene = useScene({ hosting: false });
/** Every question once, with the answers on one way to it; that every way ends well is a matter of the pure engine, and tested there. */
const QUESTIONS = FLOWS.flatMap((flow) => {
  const ways = [...asked(flow)].map((before) => [resolve(flow, toAnswers(before)).end.id, before] as const);
  return [...new Map(ways).values()].map((before) => ({ flow, before }));
});

function* asked(flow: Flow, before: readonly Answered[] = []): Generator<readonly Answered[]> {
  const { end } = resolve(flow, toAnswers(before));
  if (end.type === 'outcome') return;
  yield before;
  for (const option of Object.keys(flow.routing.questions[end.id] ?? {}))
    yield* asked(flow, [...before, { question: end.id, option }]);
}

const addressAfter = (flow: Flow, answered: readonly Answered[]) =>
  pageAddress(flow.id, resolve(flow, toAnswers(answered)).end.id, answered);

/** From one question, gives each of its answers, and says at which page each arrives. */
async function tryAnswers(page: Page, flow: Flow, before: readonly Answered[]): Promise<string[]> {
  const from = before.length === 0 ? flowAddress(flow.id) : addressAfter(flow, before);
  const question = resolve(flow, toAnswers(before)).end.id;
  const headings: string[] = [];
  for (const option of Object.keys(flow.routing.questions[question] ?? {})) {
    await page.goto(from);
    await page.locator(`input[name="${question}"][value="${option}"][type=radio]`).check();
    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.waitForURL(`${scene.url}${addressAfter(flow, [...before, { question, option }])}`);
    headings.push((await page.locator('.question h1').textContent()) ?? '');
  }
  return headings;
}

test('without JavaScript every answer of every question leads to its address, and so it does with JavaScript', async () => {
  const plain = await scene.visitor({ javaScript: false });
  const scripted = await scene.visitor();
  expect(QUESTIONS.length).toBeGreaterThan(10);
  for (const { flow, before } of QUESTIONS) {
    const [without, within] = await Promise.all([plain, scripted].map(({ page }) => tryAnswers(page, flow, before)));
    expect(within).toEqual(without);
  }
}, 300_000);

for (const javaScript of [true, false])
  test(`an answer can be changed from the end, ${javaScript ? 'with' : 'without'} JavaScript, and the others stay`, async () => {
    const { page } = await scene.visitor({ javaScript, size: 'phone', motion: true });
    await page.goto('/kreator/informatyk/ftp-katalog-zapis/?zadanie=pliki&zakres=katalog&prawo=zapis');
    await page.getByRole('link', { name: /^Zmień ?: Pliki$/ }).click();
    await page.waitForURL('**/zakres/?*');
    expect(await page.locator('input[value=katalog]').isChecked()).toBe(true);
    await page.locator('input[value=caly-serwer]').check();
    await page.getByRole('button', { name: 'Dalej' }).click();
    await page.waitForURL('**/ftp-serwer-zapis/?zadanie=pliki&zakres=caly-serwer&prawo=zapis');
  });

test('the browser’s own way back leads to the question before, with its answer', async () => {
  const { page } = await scene.visitor({ motion: true });
  await page.goto('/kreator/informatyk/');
  await page.getByRole('radio', { name: 'Pracować na plikach' }).check();
  await page.getByRole('button', { name: 'Dalej' }).click();
  await page.waitForURL('**/zakres/?zadanie=pliki');
  await page.goBack();
  await page.getByRole('heading', { name: 'Co informatyk ma zrobić?' }).waitFor();
  expect(await page.getByRole('radio', { name: 'Pracować na plikach' }).isChecked()).toBe(true);
});

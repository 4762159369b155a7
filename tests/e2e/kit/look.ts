import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { SIZES, type Size } from './browser.ts';

/** What every page and state owes everyone: no violation that axe knows, in both colour schemes, and no scrolling sideways. */
export async function expectGood(page: Page, state: string): Promise<void> {
  expect(await violations(page), `${state}, light`).toEqual([]);
  // Only colours differ in the dark, so only the rule about colours is asked again.
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, ['color-contrast']), `${state}, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoSidewaysScroll(page, state);
}

/** The same at both sizes, for a state that only one visitor comes to. */
export async function expectGoodAtBothSizes(page: Page, state: string): Promise<void> {
  const own = page.viewportSize();
  for (const size of Object.keys(SIZES) as Size[]) {
    await page.setViewportSize(SIZES[size].viewport);
    await expectGood(page, `${state}, ${size}`);
  }
  if (own) await page.setViewportSize(own);
}

/** The same for one of very many pages made alike: all rules on a phone in the light, colours at a desk in the dark, and no scrolling sideways at either. */
export async function expectGoodAcross(page: Page, state: string): Promise<void> {
  await page.setViewportSize(SIZES.phone.viewport);
  expect(await violations(page), `${state}, phone, light`).toEqual([]);
  await expectNoSidewaysScroll(page, `${state}, phone`);
  await page.setViewportSize(SIZES.desk.viewport);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await violations(page, ['color-contrast']), `${state}, desk, dark`).toEqual([]);
  await page.emulateMedia({ colorScheme: 'light' });
  await expectNoSidewaysScroll(page, `${state}, desk`);
}

/** Reads as a sentence in a failure: the rule, and each place with what is wrong there. */
async function violations(page: Page, only: string[] = []): Promise<string[]> {
  // Reading axe takes a page longer than running it, so a document that has it gets it no second time.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  // Every rule is tried all the same: this only leaves out the list of all places that are well.
  const options: RunOptions = {
    resultTypes: ['violations'],
    ...(only.length > 0 ? { runOnly: { type: 'rule', values: only } } : {}),
  };
  return page.evaluate(async (options) => {
    const { violations } = await (window as unknown as { axe: typeof axe }).axe.run(document, options);
    return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} – ${node.failureSummary}`));
  }, options);
}

export async function expectNoSidewaysScroll(page: Page, state: string): Promise<void> {
  const wide = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth <= clientWidth) return null;
    const sticking = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > clientWidth + 1 && !element.closest('.table, pre'),
    );
    return `${scrollWidth} > ${clientWidth}: ${sticking.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))}`;
  });
  expect(wide, `${state}: wider than the screen`).toBeNull();
}

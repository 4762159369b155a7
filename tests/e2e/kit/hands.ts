import type { Locator, Page } from 'playwright-core';
import { reach } from './keyboard.ts';

/** How a person acts on a page. A story told with hands can be told again with others. */
export type Hands = {
  /** A button or a link. */
  press(target: Locator): Promise<void>;
  /** A radio button or a box to tick. */
  choose(target: Locator): Promise<void>;
  write(target: Locator, text: string): Promise<void>;
  /** A date field, as `YYYY-MM-DD`. */
  setDate(target: Locator, day: string): Promise<void>;
};

/** A finger on a phone, a mouse on a desk. */
export const pointer = (touch: boolean): Hands => ({
  press: (target) => (touch ? target.tap() : target.click()),
  choose: (target) => target.check(),
  write: (target, text) => target.fill(text),
  setDate: (target, day) => target.fill(day),
});

/** Nothing but Tab, Enter, Space, arrows and letters; every stop on the way must be seen. */
export const keyboard = (page: Page): Hands => ({
  async press(target) {
    await reach(page, target);
    await page.keyboard.press('Enter');
  },
  async choose(target) {
    if (await target.isChecked()) return;
    const radio = (await target.getAttribute('type')) === 'radio';
    if (radio) await chooseRadio(page, target);
    else {
      await reach(page, target);
      await page.keyboard.press('Space');
    }
  },
  async write(target, text) {
    await reach(page, target);
    await page.keyboard.press('Control+A');
    await page.keyboard.type(text);
  },
  setDate: (target, day) => typeDate(page, target, day),
});

/** The order of day and month in a date field is the browser's own affair; a person sees it, this tries both. */
async function typeDate(page: Page, target: Locator, date: string): Promise<void> {
  const [year = '', month = '', day = ''] = date.split('-');
  await reach(page, target);
  for (const digits of [day + month + year, month + day + year]) {
    for (const _ of ['year', 'middle']) await page.keyboard.press('ArrowLeft');
    await page.keyboard.type(digits);
    if ((await target.inputValue()) === date) return;
  }
  throw new Error(`${date} cannot be typed`);
}

/** A group of radio buttons is one stop for Tab; arrows move in it and choose. */
async function chooseRadio(page: Page, target: Locator): Promise<void> {
  const group = page.locator(`input[type=radio][name="${await target.getAttribute('name')}"]:enabled`);
  await reach(page, group);
  const many = await group.count();
  for (let step = 0; step <= many; step += 1) {
    if (await target.evaluate((radio) => radio === document.activeElement)) break;
    await page.keyboard.press('ArrowDown');
  }
  if (!(await target.isChecked())) await page.keyboard.press('Space');
}

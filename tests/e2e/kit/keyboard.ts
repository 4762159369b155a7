import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

const STOPS = 150;

/** Tabs on until one of `target` has the focus; throws after going round the whole page. */
export async function reach(page: Page, target: Locator): Promise<void> {
  await target.first().waitFor();
  for (let stop = 0; stop < STOPS; stop += 1) {
    if (await hasFocus(target)) return expectSeenFocus(page);
    await page.keyboard.press('Tab');
    await expectSeenFocus(page);
  }
  throw new Error(`Tab never comes to ${target}`);
}

const hasFocus = (target: Locator): Promise<boolean> =>
  target.evaluateAll((elements) => elements.includes(document.activeElement as HTMLElement));

/** Where the focus is must show: on the screen, with a ring, and nothing on top of it. */
async function expectSeenFocus(page: Page): Promise<void> {
  const look = await page.evaluate(lookAtFocus);
  if (look !== null) expect(look, `focus on ${look.what}`).toMatchObject({ inView: true, ring: true, onTop: true });
}

/** Runs in the page. Null where nothing is focused that a person came to: the page itself, a heading that was scrolled to. */
function lookAtFocus() {
  const FIRST_LINE = 24;
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || focused === document.body || focused.tabIndex < 0) return null;
  const box = focused.getBoundingClientRect();
  // A browser shows the first line of a high field, where one writes, and may leave the rest below the window.
  const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height / 2, FIRST_LINE)];
  const top = document.elementFromPoint(x, y);
  // A choice is framed as a whole, with its words.
  const framed = [focused, focused.closest('.choice')].filter((element) => element !== null);
  const hasRing = (element: Element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    // „auto” is the browser’s own ring, as wide as the browser likes.
    return outlineStyle === 'auto' || (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2);
  };
  return {
    what: `${focused.tagName} ${focused.getAttribute('name') ?? focused.id} „${(focused.getAttribute('aria-label') ?? focused.textContent ?? '').trim().slice(0, 60)}”`,
    inView: box.width > 0 && box.height > 0 && x >= 0 && x <= innerWidth && y >= 0 && y <= innerHeight,
    ring: framed.some(hasRing),
    onTop: top !== null && (focused.contains(top) || top.contains(focused)),
  };
}

import type { Locator, Page } from 'playwright-core';
import type { Size, Visitor } from '../kit/browser.ts';
import { type Hands, keyboard, pointer } from '../kit/hands.ts';
import { expectGood } from '../kit/look.ts';
import type { Scene } from '../kit/scene.ts';

/** Who acts, how, and how closely every state they meet is looked at. */
export type Teller = { scene: Scene; visitor: Visitor; page: Page; hands: Hands; look: (state: string) => Promise<void> };

/** How a story is told: on which screen, with which hands, and whether every state is looked at with axe. */
export type Telling = { size: Size; hands: (visitor: Visitor) => Hands; axe: boolean };
export const byPointer = (visitor: Visitor): Hands => pointer(visitor.size === 'phone');
export const byKeyboard = ({ page }: Visitor): Hands => keyboard(page);

/** One more person in the story, with a browser of their own. */
export async function newTeller(scene: Scene, { size, hands, axe }: Telling): Promise<Teller> {
  const visitor = await scene.visitor({ size });
  const look = (state: string) => (axe ? expectGood(visitor.page, `${state} (${size})`) : Promise.resolve());
  return { scene, visitor, page: visitor.page, hands: hands(visitor), look };
}

export const button = (within: Page | Locator, name: string): Locator => within.getByRole('button', { name, exact: true });
export const radio = (within: Page | Locator, name: string): Locator => within.getByRole('radio', { name }).first();
/** The one dialog that is open. */
export const dialog = (page: Page): Locator => page.locator('dialog[open]');
/** The state of the tag on a page about one access. */
export const state = (page: Page): Locator => page.locator('.tag .state').first();

/** What a person reads there; typography’s unbreakable spaces are spaces to them. */
export const wordsIn = async (place: Locator): Promise<string> => ((await place.textContent()) ?? '').replaceAll('\u00a0', ' ');

/** Marks the page, so that a reload behind a test's back would show. */
export const markPage = (page: Page) => page.evaluate(() => void document.body.setAttribute('data-not-reloaded', ''));
export const wasReloaded = async (page: Page): Promise<boolean> => (await page.locator('[data-not-reloaded]').count()) === 0;

/** Looks away to another tab and back, which is when a page looks at its data again. */
export const comeBack = (page: Page) => page.evaluate(() => void window.dispatchEvent(new Event('focus')));

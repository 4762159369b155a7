import type { Locator, Page } from 'playwright-core';
import type { Hands } from './hands.ts';

export const menuButton = (page: Page): Locator => page.getByRole('button', { name: 'Menu', exact: true });

/** Opens the Panel's menu where a button keeps it, on a phone; at a desk it stands open. */
export async function openMenu(page: Page, hands: Hands): Promise<void> {
  if (await menuButton(page).isVisible()) await hands.press(menuButton(page));
}

/** What the menu offers whoever is signed in, also while it is closed. */
export const offered = (page: Page): Promise<string[]> =>
  page
    .locator('.menu a')
    .evaluateAll((links) =>
      links.filter((link) => getComputedStyle(link).display !== 'none').map((link) => link.textContent ?? ''),
    );

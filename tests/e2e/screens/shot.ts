import type { Page } from 'playwright-core';
import type { PersonName } from '../../../demo/people.ts';
import type { Shelf } from './setting.ts';

/** One page to be shown: who looks at it, where it is, and what has to be there (or done) before the picture. */
export type Shot = {
  name: string;
  what: string;
  as?: PersonName;
  at: (shelf: Shelf) => string;
  ready: (page: Page) => Promise<void>;
};

export const sees = (words: string) => (page: Page) => page.getByText(words).first().waitFor();
const heading = (page: Page) => page.locator('h1').waitFor();
/** A page that anybody may open. */
export const open = (name: string, what: string, path: string): Shot => ({ name, what, at: () => path, ready: heading });

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { CHROMIUM } from '../../support/stage/debian.ts';
import { ROOT } from '../../support/stage/process.ts';
import { type Troubles, watchTroubles } from './troubles.ts';

/** The two sizes that everything is looked at in: a phone held in a hand, and a desk. */
export const SIZES = {
  phone: { viewport: { width: 390, height: 844 }, hasTouch: true },
  desk: { viewport: { width: 1280, height: 900 }, hasTouch: false },
} as const;
export type Size = keyof typeof SIZES;

export type VisitorOptions = { size?: Size; width?: number; javaScript?: boolean; motion?: boolean };

/** One person's browser: its own cookies and storage, one page to begin with, and everything that goes wrong in it. */
export type Visitor = { context: BrowserContext; page: Page; troubles: Troubles; size: Size };

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const launchBrowser = (): Promise<Browser> => chromium.launch({ executablePath: CHROMIUM, args: FLAGS });

export async function newVisitor(browser: Browser, origin: string, options: VisitorOptions = {}): Promise<Visitor> {
  const { size = 'desk', width, javaScript = true, motion = false } = options;
  const { viewport, hasTouch } = SIZES[size];
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { ...viewport, width: width ?? viewport.width },
    hasTouch,
    javaScriptEnabled: javaScript,
    locale: 'pl-PL',
    timezoneId: 'Europe/Warsaw',
    colorScheme: 'light',
    // Colours that are still fading into one another have no contrast to measure.
    reducedMotion: motion ? 'no-preference' : 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(15_000);
  const troubles = watchTroubles(context, origin, { javaScript });
  return { context, page: await context.newPage(), troubles, size };
}

/** Keeps what a page of a failed test looked like, and says where. */
export async function keepPicture(page: Page, test: string): Promise<string> {
  const dir = join(ROOT, '.tmp/e2e');
  mkdirSync(dir, { recursive: true });
  const path = join(dir, `${test.replace(/[^\p{L}\d]+/gu, '-').slice(0, 80)}-${Date.now()}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import sharp from 'sharp';
import { ensureBuilt } from '../../support/stage/built.ts';
import { type Edge, startStage } from '../../support/stage/index.ts';
import { ROOT } from '../../support/stage/process.ts';
import { launchBrowser, newVisitor, SIZES, type Size } from '../kit/browser.ts';
import { enterAs } from '../kit/people.ts';
import { SHOTS } from './pages.ts';
import { aLivedInAccount, type Shelf } from './setting.ts';
import type { Shot } from './shot.ts';

const DIR = join(ROOT, 'docs/screens');
const SCHEMES = ['light', 'dark'] as const;
/** A page as tall as this tells all about its look. */
const TALLEST = { phone: 2000, desk: 1450 } as const;
const WIDEST = 880;

const fileOf = ({ name }: Shot, size: Size, scheme: string) => `${name}-${SIZES[size].viewport.width}-${scheme}.png`;

/** On a screen as tall as the page, so that dialogs and bars that stick to its edges are where they belong. */
async function stretch(page: Page, size: Size): Promise<void> {
  const { width } = SIZES[size].viewport;
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.min(height, TALLEST[size]) });
  await page.evaluate(() => scrollTo(0, 0));
}

/** Few colours and a smaller desk: these are to be looked at, not measured. */
const small = (shot: Buffer, size: Size): Promise<Buffer> =>
  sharp(shot)
    .resize({ width: Math.min(SIZES[size].viewport.width, WIDEST) })
    .png({ palette: true, colours: 16, effort: 10, dither: 0 })
    .toBuffer();

async function take(browser: Browser, edge: Edge, shelf: Shelf, shot: Shot, size: Size): Promise<void> {
  const visitor = await newVisitor(browser, edge.url, { size });
  const { page, context } = visitor;
  if (shot.as) await enterAs(visitor, shot.as, shot.at(shelf));
  else await page.goto(shot.at(shelf));
  await shot.ready(page);
  await page.waitForLoadState('networkidle');
  await stretch(page, size);
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme });
    writeFileSync(join(DIR, fileOf(shot, size, colorScheme)), await small(await page.screenshot(), size));
  }
  await context.close();
}

function contactSheet(): string {
  const sizes = Object.keys(SIZES) as Size[];
  const cell = (shot: Shot, size: Size, scheme: string) =>
    `<img src="screens/${fileOf(shot, size, scheme)}" width="${size === 'phone' ? 150 : 300}" alt="${shot.what}, ${size}, ${scheme}">`;
  const rows = SHOTS.map(
    (shot) => `## ${shot.what}\n\n${sizes.flatMap((size) => SCHEMES.map((scheme) => cell(shot, size, scheme))).join('\n')}\n`,
  );
  return `# Screens\n\nEvery page at 390 and 1280 px, light and dark, as \`npm run screens\` last saw them. Very tall pages are cut.\n\n${rows.join('\n')}`;
}

/** With names after the command only those pictures are taken anew. */
const named = process.argv.slice(2);
const wanted = SHOTS.filter(({ name }) => named.length === 0 || named.includes(name));
const dir = mkdtempSync(join(tmpdir(), 'klucznik-screens-'));
await ensureBuilt('site');
const [stage, browser] = await Promise.all([startStage({ dir }), launchBrowser()]);
try {
  const shelf = await aLivedInAccount(stage.edge);
  if (named.length === 0) rmSync(DIR, { recursive: true, force: true });
  mkdirSync(DIR, { recursive: true });
  for (const shot of wanted) for (const size of Object.keys(SIZES) as Size[]) await take(browser, stage.edge, shelf, shot, size);
  writeFileSync(join(ROOT, 'docs/SCREENS.md'), contactSheet());
} finally {
  await browser.close();
  await stage.stop();
  rmSync(dir, { recursive: true, force: true });
}

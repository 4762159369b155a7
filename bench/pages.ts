import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import { intentToQuery } from '../contract/index.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { CHROMIUM } from '../tests/support/stage/debian.ts';
import type { Edge } from '../tests/support/stage/index.ts';
import { loadPage, type PageLoad } from './page-load.ts';
import { type Aim, atMost, type Cell, type Section } from './report.ts';
import { median, rounded } from './stats.ts';

/** `plain` pages are what the aims are about: guides and wizard pages, which carry no framework. */
type Page = { name: string; path: string; plain: boolean; signedIn?: true };

const PAGES: readonly Page[] = [
  { name: 'guide: giving access', path: '/poradniki/jak-dac-dostep/', plain: true },
  { name: 'guide: FTP access', path: '/poradniki/dostep-ftp/', plain: true },
  { name: 'wizard: first question', path: '/kreator/informatyk/zadanie/', plain: true },
  { name: 'wizard: question, answered before', path: '/kreator/informatyk/zakres/?zadanie=pliki', plain: true },
  {
    name: 'wizard: outcome',
    path: '/kreator/informatyk/ftp-katalog-zapis/?zadanie=pliki&zakres=katalog&prawo=zapis',
    plain: true,
  },
  { name: 'home', path: '/', plain: false },
  { name: 'sign-in', path: '/logowanie/', plain: false },
  { name: 'who has access (20 grants)', path: '/panel/', plain: false, signedIn: true },
  {
    name: 'confirm',
    path: `/panel/nadaj/?${intentToQuery({ kind: 'ftp', area: 'tree', access: 'read', days: 7 })}`,
    plain: false,
    signedIn: true,
  },
];

const MAX_KB = 10;
const MAX_LCP_S = 1.1;
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

type Measured = { page: Page; loads: PageLoad[] };

/** What pages weigh and how fast they show themselves on a slow phone. */
export async function measurePages(edge: Edge, owner: ApiClient, loads: number): Promise<Section | null> {
  if (!existsSync(CHROMIUM)) return null;
  const browser = await chromium.launch({ executablePath: CHROMIUM, headless: true, args: ARGUMENTS });
  try {
    const measured: Measured[] = PAGES.map((page) => ({ page, loads: [] }));
    for (let round = 0; round < loads; round += 1)
      for (const { page, loads: done } of measured)
        done.push(await loadPage(browser, edge.url, page.path, page.signedIn ? owner.cookie : ''));
    return sectionOf(measured, loads);
  } finally {
    await browser.close();
  }
}

const middle = ({ loads }: Measured, of: (load: PageLoad) => number, digits: number) => rounded(median(loads.map(of)), digits);
const kb = (one: Measured) => middle(one, (load) => load.bytes / 1000, 1);
const lcp = (one: Measured) => middle(one, (load) => load.lcpMs / 1000, 2);
const frameworks = ({ loads }: Measured) => (loads.some((load) => load.islands > 0) ? 'Preact' : 'none');

const rowOf = (one: Measured): Cell[] => [
  one.page.name,
  kb(one),
  middle(one, (load) => load.requests, 0),
  middle(one, (load) => load.scriptBytes / 1000, 1),
  middle(one, (load) => load.inlineScriptBytes / 1000, 1),
  frameworks(one),
  lcp(one),
  middle(one, (load) => load.cls, 3),
];

function aimsOf(one: Measured): Aim[] {
  const framework = frameworks(one);
  return [
    atMost(`${one.page.name}, wire`, MAX_KB, kb(one), ' KB'),
    { what: `${one.page.name}, framework`, aim: 'none', got: framework, met: framework === 'none' },
    atMost(`${one.page.name}, LCP`, MAX_LCP_S, lcp(one), ' s'),
  ];
}

function sectionOf(measured: readonly Measured[], loads: number): Section {
  const encodings = [...new Set(measured.flatMap((one) => one.loads.flatMap((load) => load.encoding)))].join(', ');
  return {
    title: 'Pages on a slow phone',
    how:
      `Chromium with an empty cache, processor slowed 4×, Lighthouse’s slow 4G (562.5 ms a request, 1.44 Mbit/s down, 0.66 up), medians of ${loads} loads. ` +
      `Bytes as they came from workerd, headers included (documents encoded: ${encodings}; KB = 1000 bytes). Scripts within the page are counted unpacked.`,
    columns: ['page', 'KB', 'requests', 'JS files KB', 'JS inline KB', 'framework', 'LCP s', 'CLS'],
    rows: measured.map(rowOf),
    aims: measured.filter(({ page }) => page.plain).flatMap(aimsOf),
  };
}

import type { Browser, CDPSession, Page } from 'playwright-core';

/** One load of one page with an empty cache. */
export type PageLoad = {
  /** Everything that came over the wire, headers included. */
  bytes: number;
  requests: number;
  /** Files of JavaScript over the wire, and what stands in the page itself. */
  scriptBytes: number;
  inlineScriptBytes: number;
  /** Places where a framework takes over. */
  islands: number;
  lcpMs: number;
  cls: number;
  /** How the document itself was compressed. */
  encoding: string;
};

const KBIT = 1024 / 8;
/** Lighthouse's `mobileSlow4G` as DevTools applies it: 150 ms × 3.75 and 1.6 Mbit/s × 0.9. */
const SLOW_4G = {
  offline: false,
  latency: 562.5,
  downloadThroughput: 1.6 * 1024 * 0.9 * KBIT,
  uploadThroughput: 750 * 0.9 * KBIT,
};
const PROCESSOR_SLOWER = 4;
const QUIET_MS = 15_000;

/** Loads a page as a slow phone would, until the network is quiet; `cookie` is `name=value` or empty. */
export async function loadPage(browser: Browser, origin: string, path: string, cookie: string): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'pl-PL' });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    if (cookie !== '') await session.send('Network.setCookie', cookieOf(cookie, origin));
    const network = await watchNetwork(session);
    await slowDown(session);
    await page.goto(`${origin}${path}`, { waitUntil: 'load' });
    await page.waitForLoadState('networkidle', { timeout: QUIET_MS });
    return { ...network.sums(), ...(await paintOf(page)) };
  } finally {
    await context.close();
  }
}

function cookieOf(text: string, origin: string) {
  const at = text.indexOf('=');
  // Playwright's own way cannot say `path` without `domain`, which a `__Host-` cookie must not have.
  return { name: text.slice(0, at), value: text.slice(at + 1), url: origin, path: '/', secure: true, httpOnly: true };
}

async function slowDown(session: CDPSession): Promise<void> {
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.emulateNetworkConditions', SLOW_4G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: PROCESSOR_SLOWER });
}

/** Adds up what comes over the wire from now on. */
async function watchNetwork(session: CDPSession) {
  const kinds = new Map<string, string>();
  const sums = { bytes: 0, requests: 0, scriptBytes: 0, encoding: 'not at all' };
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    kinds.set(requestId, type);
    if (type !== 'Document') return;
    const header = Object.entries(response.headers).find(([name]) => name.toLowerCase() === 'content-encoding');
    sums.encoding = header?.[1] ?? 'not at all';
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const kind = kinds.get(requestId);
    if (kind === undefined || encodedDataLength === 0) return; // Images that stand in the page itself are no requests.
    sums.requests += 1;
    sums.bytes += encodedDataLength;
    if (kind === 'Script') sums.scriptBytes += encodedDataLength;
  });
  await session.send('Network.enable');
  return { sums: () => ({ ...sums }) };
}

/** What the browser says of painting, and what the page carries in itself. */
function paintOf(page: Page): Promise<Pick<PageLoad, 'lcpMs' | 'cls' | 'islands' | 'inlineScriptBytes'>> {
  return page.evaluate(async () => {
    type Shift = PerformanceEntry & { value: number; hadRecentInput: boolean };
    const entries = (type: string) =>
      new Promise<PerformanceEntry[]>((resolve) => {
        const watch = new PerformanceObserver((list) => resolve(list.getEntries()));
        watch.observe({ type, buffered: true });
        setTimeout(() => resolve([]), 500); // No such entry ever came.
      });
    const [paints, shifts] = [await entries('largest-contentful-paint'), (await entries('layout-shift')) as Shift[]];
    const inline = [...document.scripts].filter(({ src, type }) => src === '' && !type.includes('json'));
    return {
      lcpMs: paints.at(-1)?.startTime ?? Number.NaN,
      cls: shifts.filter((shift) => !shift.hadRecentInput).reduce((sum, shift) => sum + shift.value, 0),
      islands: document.querySelectorAll('astro-island').length,
      inlineScriptBytes: inline.reduce((sum, script) => sum + new TextEncoder().encode(script.text).length, 0),
    };
  });
}

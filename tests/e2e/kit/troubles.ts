import type { BrowserContext, Request, Response } from 'playwright-core';

/** What went wrong in a browser that no test expected. */
export type Troubles = {
  readonly seen: readonly string[];
  /** Answers of the API that belong to the story: `['401 /session', '403 /grants']`. Paths count from `/api/v1`. */
  expect(...refusals: readonly string[]): void;
};

const API = '/api/v1';

/** Listens to every page of ours in a browser: errors of scripts, messages on the console, requests that fail. */
export function watchTroubles(context: BrowserContext, origin: string, { javaScript }: { javaScript: boolean }): Troubles {
  const seen: string[] = [];
  // phpMyAdmin opens from our pages, and what it says on its own ones is its own affair.
  const isOurs = (url: string | undefined) => url === undefined || url === '' || url.startsWith(origin);
  // Asking who is signed in is how a page finds out that nobody is.
  const expected = new Set(['401 /session']);
  context.on('weberror', (fault) => {
    if (isOurs(fault.page()?.url())) seen.push(`script: ${fault.error().message}`);
  });
  context.on('console', (message) => {
    // Chromium repeats every refused request here without saying which; the answers themselves are watched below.
    if (message.type() !== 'error' || !isOurs(message.page()?.url())) return;
    if (message.text().startsWith('Failed to load resource')) return;
    seen.push(`console: ${message.text()}`);
  });
  context.on('response', (response) => {
    if (isOurs(response.url()) && response.status() >= 400 && !expected.has(shortly(response)))
      seen.push(`answer: ${shortly(response)}`);
  });
  context.on('requestfailed', (request) => {
    if (isOurs(request.url()) && !wasLeft(request) && !(isRefusedScript(request) && !javaScript))
      seen.push(`request: ${request.url()} ${request.failure()?.errorText}`);
  });
  return {
    seen,
    expect: (...refusals) => {
      for (const refusal of refusals) expected.add(refusal);
    },
  };
}

/** A page that is left takes its requests with it. */
const wasLeft = (request: Request) => request.failure()?.errorText === 'net::ERR_ABORTED';

/** Where scripts are switched off, the browser refuses those that a page asks for beforehand. */
const isRefusedScript = (request: Request) => request.failure()?.errorText === 'csp' && request.resourceType() === 'script';

/** `404 /grants/:id`: ids differ from run to run. */
const shortly = (response: Response): string => {
  const path = new URL(response.url()).pathname;
  const short = path.startsWith(API) ? path.slice(API.length).replace(/\/[\w-]{20,}/g, '/:id') : path;
  return `${response.status()} ${short}`;
};

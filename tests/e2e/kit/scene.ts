import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { ensureBuilt } from '../../support/stage/built.ts';
import { type Stage, startStage } from '../../support/stage/index.ts';
import { keepPicture, launchBrowser, newVisitor, type Visitor, type VisitorOptions } from './browser.ts';

export type Scene = {
  readonly stage: Stage;
  readonly url: string;
  /** Another person with a browser of their own; closed after the test. */
  visitor(options?: VisitorOptions): Promise<Visitor>;
};

/** One stage and one Chromium for a file of tests. After each test: nothing unexpected happened in any page. */
export function useScene({
  hosting = true,
  ...serving
}: Pick<Parameters<typeof startStage>[0], 'hosting' | 'serves' | 'clouds'> = {}): Scene {
  const dir = mkdtempSync(join(tmpdir(), 'klucznik-e2e-'));
  const visitors: Visitor[] = [];
  let stage: Stage | undefined;
  let browser: Browser | undefined;
  beforeAll(async () => {
    await ensureBuilt('site');
    [stage, browser] = await Promise.all([startStage({ dir, hosting, ...serving }), launchBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
    rmSync(dir, { recursive: true, force: true });
  });
  afterEach(async ({ task }) => {
    const here = visitors.splice(0);
    if (task.result?.state === 'fail') await keepPictures(here, task.name);
    for (const { context } of here) await context.close();
    expect(
      here.flatMap(({ troubles }) => troubles.seen),
      'nothing unexpected in the browser',
    ).toEqual([]);
  });
  const ready = <T>(part: T | undefined): T => {
    if (part === undefined) throw new Error('The scene is there only inside tests');
    return part;
  };
  return {
    get stage() {
      return ready(stage);
    },
    get url() {
      return ready(stage).edge.url;
    },
    async visitor(options) {
      const visitor = await newVisitor(ready(browser), ready(stage).edge.url, options);
      visitors.push(visitor);
      return visitor;
    },
  };
}

async function keepPictures(visitors: readonly Visitor[], test: string): Promise<void> {
  for (const page of visitors.flatMap(({ context }) => context.pages()))
    process.stderr.write(`${page.url()} looked like this: ${await keepPicture(page, test)}\n`);
}

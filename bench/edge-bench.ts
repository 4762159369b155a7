import { DEMO_PASSWORD, PEOPLE } from '../demo/people.ts';
import { ensureBuilt } from '../tests/support/stage/built.ts';
import { signIn, startStage } from '../tests/support/stage/index.ts';
import { measureRatio } from './bare-ratio.ts';
import { measurePages } from './pages.ts';
import type { Section } from './report.ts';
import { measureRows } from './rows-read.ts';
import { growAccount } from './seed.ts';

/** What needs no hosting server: one edge, with the product and its bare twins, and an account that grows. */
export async function measureEdge(dir: string, quick: boolean): Promise<Section[]> {
  await ensureBuilt('site');
  const { edge, stop } = await startStage({ dir, hosting: false, edge: { entry: 'bench/edge/worker.ts' } });
  try {
    const sizes = quick ? [100, 10_000] : [100, 10_000, 100_000];
    await growAccount(edge.db, 0, 100);
    const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
    const ratio = await measureRatio(edge, owner, quick ? 60 : 200);
    const pages = await measurePages(edge, owner, quick ? 1 : 5);
    return [ratio, ...(pages ? [pages] : []), await measureRows(edge, sizes)];
  } finally {
    await stop();
  }
}

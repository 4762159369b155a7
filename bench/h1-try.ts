import { mkdtempSync } from 'node:fs';
import { DEMO_PASSWORD, PEOPLE } from '../demo/people.ts';
import { signIn, startStage } from '../tests/support/stage/index.ts';
import { getHelp, growHelp } from './help-costs.ts';
import { Meter } from './meter.ts';
const dir = mkdtempSync('/tmp/h1-bench-');
const { edge, stop } = await startStage({ dir, hosting: false, edge: { entry: 'bench/edge/worker.ts' } });
try {
  const owner = await signIn(edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  const support = await signIn(edge, PEOPLE.support.email, DEMO_PASSWORD);
  const all = [];
  for (const [from, to] of [[0, 100], [100, 10000]]) {
    await growHelp(edge.db, from!, to!);
    const meter = new Meter(edge);
    await getHelp(meter, owner, support);
    all.push(meter.costs);
  }
  for (const [i, c] of all[0]!.entries()) console.log(c.what.padEnd(45), c.rowsRead, all[1]![i]!.rowsRead, c.rowsWritten);
} finally { await stop(); }

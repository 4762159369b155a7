import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT } from '../tests/support/stage/process.ts';
import { measureAccess } from './access-latency.ts';
import { measureBundle } from './bundle.ts';
import { measureEdge } from './edge-bench.ts';
import { measureFiles } from './files.ts';
import { describeMachine } from './machine.ts';
import { measureOffboarding } from './offboarding.ts';
import { type Section, sectionText, verdict } from './report.ts';
import { measureResync } from './resync.ts';

/*
 * `npm run bench` measures what README says about speed and keeps it in bench/latest.json. `-- --quick` is short and rough,
 * `-- --only access` (or offboarding, files, resync, edge, bundle) does one part; neither is kept. A missed aim is shown and fails nothing: timings depend on the machine.
 */
const { values } = parseArgs({ options: { quick: { type: 'boolean', default: false }, only: { type: 'string' } } });
const quick = values.quick;
const PARTS: Record<string, (dir: string) => Promise<Section[]>> = {
  access: (dir) => measureAccess(dir, quick ? 5 : 40),
  offboarding: async (dir) => [await measureOffboarding(dir, quick ? 3 : 20)],
  files: (dir) => measureFiles(dir, quick),
  resync: async (dir) => [await measureResync(dir, quick ? 999 : 10_000)],
  edge: (dir) => measureEdge(dir, quick),
  bundle: async () => [await measureBundle()],
};

const machine = describeMachine();
console.log(
  `# Klucznik bench\n${Object.entries(machine)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')}`,
);
const began = performance.now();
const sections: Section[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (values.only !== undefined && values.only !== name) continue;
  const dir = mkdtempSync(join(tmpdir(), `klucznik-bench-${name}-`));
  chmodSync(dir, 0o755); // Dovecot's own users walk through it.
  try {
    for (const section of await measure(dir)) {
      sections.push(section);
      console.log(sectionText(section));
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}
console.log(verdict(sections));
console.log(`${Math.round((performance.now() - began) / 1000)} s`);
if (!quick && values.only === undefined)
  writeFileSync(
    join(ROOT, 'bench/latest.json'),
    `${JSON.stringify({ at: new Date().toISOString(), machine, sections }, null, 2)}\n`,
  );

import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Flow } from '../wizard-engine/index.ts';
import { parseFlow } from './parse.ts';

/*
 * Turns the YAML files of this folder into one TypeScript module, because the worker, the site, the tests and
 * plain Node can all import that, and none of them then needs a YAML reader. `npm run wizards` writes it;
 * a test fails when it is older than the YAML.
 */

const HERE = new URL('./', import.meta.url);
export const COMPILED = new URL('compiled.ts', HERE);

/** Reads and checks every wizard; throws with all problems of all files at once. */
export function readFlows(): Flow[] {
  const files = readdirSync(HERE)
    .filter((name) => name.endsWith('.yaml'))
    .sort();
  const parsed = files.map((file) => parseFlow(readFileSync(new URL(file, HERE), 'utf8'), file));
  const problems = parsed.flatMap((result) => (result.ok ? [] : result.problems));
  if (problems.length > 0) throw new Error(`The wizards cannot be published:\n${problems.join('\n')}`);
  return parsed.flatMap((result) => (result.ok ? [result.flow] : []));
}

/** The module's text. */
export const compile = (flows: readonly Flow[]) =>
  [
    '// Written by `npm run wizards` from the YAML files beside it. Change those.',
    "import type { Flow } from '../wizard-engine/index.ts';",
    '',
    `export const FLOWS: readonly Flow[] = ${JSON.stringify(flows, null, 1)};`,
    '',
  ].join('\n');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) writeFileSync(COMPILED, compile(readFlows()));

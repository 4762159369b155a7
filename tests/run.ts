import { globSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Outcome, performAll, type Step } from './runner/outcome.ts';
import { stepLine, summary } from './runner/report.ts';
import { build, CHECKS, DEBIAN_PACKAGES, suite, suiteInParts } from './runner/steps.ts';
import { ROOT } from './support/stage/process.ts';

/*
 * `npm test` runs everything, `npm run check` what takes less than a minute,
 * `npm test -- e2e faults` only the named suites. Ends with one line `N passed, N failed`.
 */
const BUILDS: readonly Step[] = [build('site'), build('worker', 'build: worker (wrangler deploy --dry-run)'), build('agent')];
const journeys = (...names: string[]) => names.map((name) => `tests/e2e/${name}.test.ts`);
/** Each about a fifth of the journeys' time; the rest takes the last fifth. */
const LONG_JOURNEYS = {
  files: journeys('files', 'file-transfers', 'help'),
  people: journeys('story', 'people', 'licences', 'cession'),
  belongings: journeys('belongings', 'domains', 'roles'),
  everybody: journeys('offboarding', 'who-has-access', 'session'),
};
/** A bit less than half of the faults' time. */
const LONG_FAULTS = {
  killed: ['tests/faults/agent-killed.test.ts', 'tests/faults/worker-killed.test.ts', 'tests/faults/taking-back.test.ts'],
};
/** Those of the file door, about a third of the hosting server's. */
const FILE_HOSTS = { files: globSync('tests/hosts/{file-*,webftp}.test.ts', { cwd: ROOT }) };
const PARTS: Record<string, Readonly<Record<string, readonly string[]>>> = {
  e2e: LONG_JOURNEYS,
  faults: LONG_FAULTS,
  hosts: FILE_HOSTS,
};
const stepsOf = (name: string): Step[] => (PARTS[name] ? suiteInParts(name, PARTS[name]) : [suite(name)]);
/** Journeys, which keep a core busy, by turns with suites that mostly wait for the daemons that they started. */
const [JOURNEYS, OTHERS] = [stepsOf('e2e'), ['faults', 'worker', 'hosts', 'vendors'].flatMap(stepsOf)];
const SUITES: readonly Step[] = [
  ...OTHERS.flatMap((step, at) => [...JOURNEYS.slice(at, at + 1), step]),
  ...JOURNEYS.slice(OTHERS.length),
];

/** Groups run one after another, the steps of a group side by side as far as it says. */
type Group = { steps: readonly Step[]; width: number };
const alone = (...steps: readonly Step[]): Group => ({ steps, width: 1 });
const cores = availableParallelism();
const sideBySide = (...steps: readonly Step[]): Group => ({ steps, width: Math.min(2, cores) });
/** One more than there are cores: tests that wait for a daemon leave theirs to another. A fourth was no faster. */
const crowded = (...steps: readonly Step[]): Group => ({ steps, width: Math.min(3, cores + 1) });
/** The model tells fewer stories where somebody waits for the answer. */
const STORIES_IN_A_CHECK = '300';
const CHECKING = [suite('unit'), ...CHECKS];

function plan(asked: readonly string[]): Group[] {
  // Nothing that is checked needs the packages yet, and installing them mostly waits.
  if (asked.length === 0) return [crowded(DEBIAN_PACKAGES, ...CHECKING), alone(...BUILDS), crowded(...SUITES)];
  if (asked.includes('check')) process.env.RUNS ??= STORIES_IN_A_CHECK;
  return asked.map((name) => (name === 'check' ? sideBySide(...CHECKING) : alone(...stepsOf(name))));
}

const outcomes: Outcome[] = [];
for (const { steps, width } of plan(process.argv.slice(2))) {
  outcomes.push(...(await performAll(steps, width, (outcome) => console.log(stepLine(outcome)))));
}
console.log(`\n${summary(outcomes)}`);
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;

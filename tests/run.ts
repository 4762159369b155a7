import { availableParallelism } from 'node:os';
import { type Outcome, performAll, type Step } from './runner/outcome.ts';
import { stepLine, summary } from './runner/report.ts';
import { build, CHECKS, DEBIAN_PACKAGES, suite } from './runner/steps.ts';

/*
 * `npm test` runs everything, `npm run check` what takes less than a minute,
 * `npm test -- e2e faults` only the named suites. Ends with one line `N passed, N failed`.
 */
const BUILDS: readonly Step[] = [build('site'), build('worker', 'build: worker (wrangler deploy --dry-run)'), build('agent')];
/** The longest first: side by side they take little more than it alone, because each waits a lot for the others it started. */
const SUITES = ['e2e', 'faults', 'hosts', 'worker', 'vendors'];

/** Groups run one after another, the steps of a group side by side as far as it says. */
type Group = { steps: readonly Step[]; width: number };
const alone = (...steps: readonly Step[]): Group => ({ steps, width: 1 });
const sideBySide = (...steps: readonly Step[]): Group => ({ steps, width: Math.min(2, availableParallelism()) });
/** The model tells fewer stories where somebody waits for the answer. */
const STORIES_IN_A_CHECK = '300';
const checks: Group[] = [sideBySide(suite('unit'), ...CHECKS)];

function plan(asked: readonly string[]): Group[] {
  if (asked.length === 0) return [alone(DEBIAN_PACKAGES), ...checks, alone(...BUILDS), sideBySide(...SUITES.map(suite))];
  if (asked.includes('check')) process.env.RUNS ??= STORIES_IN_A_CHECK;
  return asked.flatMap((name) => (name === 'check' ? checks : [alone(suite(name))]));
}

const outcomes: Outcome[] = [];
for (const { steps, width } of plan(process.argv.slice(2))) {
  outcomes.push(...(await performAll(steps, width, (outcome) => console.log(stepLine(outcome)))));
}
console.log(`\n${summary(outcomes)}`);
process.exitCode = outcomes.some(({ failed }) => failed > 0) ? 1 : 0;

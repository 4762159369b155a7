import type { Outcome } from './outcome.ts';

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
const sum = (outcomes: readonly Outcome[], of: (outcome: Outcome) => number): number =>
  outcomes.reduce((total, outcome) => total + of(outcome), 0);

/** One line as a step ends, and its output when it failed. */
export function stepLine(outcome: Outcome): string {
  const line = `${outcome.failed > 0 ? '✗' : '✓'} ${outcome.name} (${seconds(outcome.ms)})`;
  return outcome.failed > 0 ? `${line}\n${outcome.output.trimEnd().replace(/^/gm, '    ')}` : line;
}

/** The table of all steps, the names of tests skipped or passed only when tried again, and the one line that CI reads. */
export function summary(outcomes: readonly Outcome[]): string {
  const width = Math.max(...outcomes.map(({ name }) => name.length));
  const rows = outcomes.map(({ name, passed, failed, skipped, ms }) =>
    [name.padEnd(width), count(passed), count(failed), count(skipped.length), seconds(ms).padStart(9)].join('  '),
  );
  const skipped = outcomes.flatMap(({ skipped }) => skipped);
  const unsteady = outcomes.flatMap(({ unsteady = [] }) => unsteady);
  return [
    ['step'.padEnd(width), ' passed', ' failed', 'skipped', '     time'].join('  '),
    ...rows,
    ...(skipped.length > 0 ? ['', 'Skipped:', ...skipped.map((name) => `  ${name}`)] : []),
    ...(unsteady.length > 0 ? ['', 'Passed only when tried again, look into it:', ...unsteady.map((name) => `  ${name}`)] : []),
    '',
    lastLine(outcomes),
  ].join('\n');
}

const count = (number: number): string => String(number).padStart(7);

export function lastLine(outcomes: readonly Outcome[]): string {
  const skipped = sum(outcomes, (outcome) => outcome.skipped.length);
  const counts = `${sum(outcomes, ({ passed }) => passed)} passed, ${sum(outcomes, ({ failed }) => failed)} failed`;
  const unsteady = sum(outcomes, (outcome) => outcome.unsteady?.length ?? 0);
  return [counts, ...(skipped > 0 ? [`${skipped} skipped`] : []), ...(unsteady > 0 ? [`${unsteady} unsteady`] : [])].join(', ');
}

import { describe, expect, test } from 'vitest';
import { lastLine, stepLine, summary } from './report.ts';
import { countTests, type VitestReport } from './vitest-result.ts';

const file = (name: string, status: string, tests: Record<string, string> = {}) => ({
  name,
  status,
  assertionResults: Object.entries(tests).map(([fullName, status]) => ({ fullName, status })),
});
const report = (success: boolean, ...testResults: VitestReport['testResults']): VitestReport => ({ success, testResults });

describe('a suite', () => {
  test('counts what passed', () => {
    expect(countTests('e2e', report(true, file('a', 'passed', { one: 'passed', two: 'passed' })), true)).toEqual({
      passed: 2,
      failed: 0,
      skipped: [],
      unsteady: [],
      faults: [],
    });
  });
  test('that ran no test has failed', () => {
    expect(countTests('e2e', report(true), true)).toMatchObject({ passed: 0, failed: 1, faults: ['no test ran'] });
  });
  test('of skipped tests only has failed, and names them', () => {
    expect(countTests('e2e', report(true, file('a', 'passed', { one: 'skipped', two: 'todo' })), true)).toMatchObject({
      failed: 1,
      skipped: ['e2e: one', 'e2e: two'],
    });
  });
  test('that made no report has failed', () => {
    expect(countTests('e2e', null, false)).toMatchObject({ failed: 1, faults: ['the suite made no report'] });
  });
  test('with a file that does not load has failed, though its other tests passed', () => {
    const loaded = countTests('e2e', report(false, file('a', 'passed', { one: 'passed' }), file('b', 'failed')), false);
    expect(loaded).toMatchObject({ passed: 1, failed: 1, faults: ['b: could not be run'] });
  });
  test('with an error outside its tests has failed', () => {
    expect(countTests('e2e', report(true, file('a', 'passed', { one: 'passed' })), false)).toMatchObject({
      passed: 1,
      failed: 1,
    });
  });
  test('names what passed only when it was tried again', () => {
    const again = { fullName: 'one', status: 'passed', failureMessages: ['Error: too late\n    at somewhere'] };
    const counted = countTests('e2e', report(true, { name: 'a', status: 'passed', assertionResults: [again] }), true);
    expect(counted).toMatchObject({ passed: 1, failed: 0, unsteady: ['e2e: one: Error: too late'] });
    expect(lastLine([{ name: 'e2e', ms: 1, output: '', ...counted }])).toBe('1 passed, 0 failed, 1 unsteady');
  });
  test('counts a failed test once', () => {
    expect(countTests('e2e', report(false, file('a', 'failed', { one: 'failed', two: 'passed' })), false)).toMatchObject({
      passed: 1,
      failed: 1,
      faults: ['one'],
    });
  });
});

describe('the report', () => {
  const well = { name: 'types', passed: 1, failed: 0, skipped: [], ms: 1234, output: 'noise' };
  const badly = { name: 'e2e', passed: 3, failed: 2, skipped: ['e2e: one'], ms: 20, output: 'why\nit failed\n' };

  test('ends with one line of counts', () => {
    expect(
      summary([well, { ...badly, skipped: [] }])
        .split('\n')
        .at(-1),
    ).toBe('4 passed, 2 failed');
    expect(lastLine([well])).toBe('1 passed, 0 failed');
  });
  test('names what was skipped and counts it', () => {
    expect(summary([well, badly])).toContain('Skipped:\n  e2e: one\n');
    expect(lastLine([well, badly])).toBe('4 passed, 2 failed, 1 skipped');
  });
  test('shows the output of a step only when it failed', () => {
    expect(stepLine(well)).toBe('✓ types (1.2 s)');
    expect(stepLine(badly)).toBe('✗ e2e (0.0 s)\n    why\n    it failed');
  });
});

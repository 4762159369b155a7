/** One that failed first and passed when tried again has passed, with what it failed with. */
type VitestTest = { fullName: string; status: string; failureMessages?: readonly string[] | null };

/** The part of Vitest's JSON report that is read here. */
export type VitestReport = {
  success: boolean;
  testResults: { name: string; status: string; message?: string; assertionResults: VitestTest[] }[];
};

export type Counts = { passed: number; failed: number; skipped: string[]; unsteady: string[]; faults: string[] };

/** Counts a suite's tests so that nothing that went wrong can be missing from the number of failures. */
export function countTests(suite: string, report: VitestReport | null, exitedWell: boolean): Counts {
  const files = report?.testResults ?? [];
  const tests = files.flatMap((file) => file.assertionResults);
  const passed = tests.filter(({ status }) => status === 'passed').length;
  const skipped = tests
    .filter(({ status }) => !['passed', 'failed'].includes(status))
    .map(({ fullName }) => `${suite}: ${fullName}`);
  const unsteady = tests
    .filter(({ status, failureMessages }) => status === 'passed' && (failureMessages?.length ?? 0) > 0)
    .map(({ fullName, failureMessages }) => `${suite}: ${fullName}: ${failureMessages?.[0]?.split('\n')[0]}`);
  const faults = tests.filter(({ status }) => status === 'failed').map(({ fullName }) => fullName);
  for (const file of files) {
    // A file that does not load, or whose hooks fail, has no failed test of its own.
    const silent = file.status === 'failed' && !file.assertionResults.some(({ status }) => status === 'failed');
    if (silent) faults.push(`${file.name}: ${file.message || 'could not be run'}`);
  }
  if (passed + faults.length === 0) faults.push(report ? 'no test ran' : 'the suite made no report');
  if (faults.length === 0 && !(exitedWell && report?.success)) faults.push('the suite ended with an error outside its tests');
  return { passed, failed: faults.length, skipped, unsteady, faults };
}

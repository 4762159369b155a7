import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, type PartName } from '../support/stage/built.ts';
import { aptLine, installPackages, missingPackages } from '../support/stage/debian.ts';
import { ROOT, runCommand } from '../support/stage/process.ts';
import type { Step } from './outcome.ts';
import { countTests, type VitestReport } from './vitest-result.ts';

const show = (text: string) => process.stdout.write(text);
const MINUTE = 60_000;
const one = (ok: boolean, output: string) => ({ passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: [], output });

/** A step that passes when one command does. */
const command = (name: string, tool: string, ...args: string[]): Step => ({
  name,
  async run() {
    const { ok, output } = await runCommand(tool, args, { signal: AbortSignal.timeout(5 * MINUTE) });
    return one(ok, output);
  },
});

/**
 * Three programs cover all rooms, because most of a check's time goes to reading the same libraries again:
 * what runs in workerd, what runs in Node, and (by Astro's own check) what runs in browsers.
 */
const PROGRAMS = { 'types: workerd': 'worker/tsconfig.json', 'types: node': 'tests/tsconfig.json' };

/** TypeScript 7, five times as fast; Astro's check and drizzle-kit still need 6, whose `tsc` has the same name. */
const NATIVE_TSC = join(ROOT, 'node_modules/typescript-native/bin/tsc');

/** What `npm run check` looks at, before the unit tests. */
export const CHECKS: readonly Step[] = [
  command('types: site', 'astro', 'check', '--tsconfig', './site/tsconfig.json', '--minimumFailingSeverity', 'warning'),
  ...Object.entries(PROGRAMS).map(([name, config]) => command(name, 'node', NATIVE_TSC, '-p', config)),
  command('format and lint', 'biome', 'ci', '--colors=off', '--error-on-warnings', '.'),
  command('unused code and dependencies', 'knip', '--no-progress'),
  command('dependency directions', 'depcruise', '--config', '.dependency-cruiser.mjs', ...directionRooms()),
];

function directionRooms(): string[] {
  return globSync('{contract,content,worker,site,agent,tests,bench,demo}/', { cwd: ROOT }).filter(
    (room) => globSync(`${room}/**/*.{ts,tsx}`, { cwd: ROOT }).length > 0,
  );
}

/** A build from nothing, whatever lies in `dist/`. The worker's is `wrangler deploy --dry-run`. */
export const build = (part: PartName, name = `build: ${part}`): Step => ({
  name,
  async run() {
    await ensureBuilt(part, { anew: true });
    return one(true, '');
  },
});

export const DEBIAN_PACKAGES: Step = {
  name: 'Debian packages',
  async run() {
    const packages = missingPackages({ forTests: true });
    if (packages.length === 0) return one(true, '');
    const installing = await installPackages(packages);
    if (installing.ok) return one(true, '');
    return one(false, `These tests need packages that are missing. Run as root:\n  ${aptLine(packages)}\n${installing.output}`);
  },
};

/** A suite in steps: one for each group of named files, and one for whatever else there is, so that a file that is new is in one of them. */
export const suiteInParts = (project: string, groups: Readonly<Record<string, readonly string[]>>): Step[] => [
  suite(
    project,
    `tests: ${project} (other files)`,
    Object.values(groups)
      .flat()
      .map((file) => `--exclude=${file}`),
  ),
  ...Object.entries(groups).map(([name, files]) => suite(project, `tests: ${project} (${name})`, files)),
];

/** A project of vitest.config.ts, or the files of it that `which` leaves, shown as it runs and counted from its JSON report. */
export const suite = (project: string, name = `tests: ${project}`, which: readonly string[] = []): Step => ({
  name,
  async run() {
    const dir = mkdtempSync(join(tmpdir(), 'klucznik-report-'));
    const file = join(dir, 'report.json');
    try {
      const { ok } = await runCommand(
        'vitest',
        ['run', '--project', project, ...which, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
        {
          onOutput: show,
          signal: AbortSignal.timeout(30 * MINUTE),
        },
      );
      const counts = countTests(project, readReport(file), ok);
      return { ...counts, output: counts.faults.join('\n') };
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  },
});

function readReport(file: string): VitestReport | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as VitestReport;
  } catch {
    return null; // Counted as a failure.
  }
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { ROOT, runCommand } from './process.ts';

/** A part of the product that is built: what it is made from, where it goes, and the tool that makes it in `out`. */
type Part = { from: readonly string[]; to: string; command: (out: string) => readonly [string, ...string[]] };

/** Changing any of these may change every part. */
const SHARED = ['contract', 'package-lock.json', 'tsconfig.json'];

const PARTS = {
  site: { from: ['site', 'content', 'astro.config.mjs'], to: 'dist/site', command: (out) => ['astro', 'build', '--outDir', out] },
  worker: workerFrom('worker/index.ts', 'dist/worker'),
  agent: {
    from: ['agent'],
    to: 'dist/agent',
    command: (out) => bundleForNode('agent/cli.ts', `${out}/klucznik-agent.mjs`),
  },
} as const satisfies Record<string, Part>;

/** The command that puts a program and all that it imports into one file, which starts in a quarter of the time. */
export function bundleForNode(entry: string, outfile: string): readonly [string, ...string[]] {
  return [
    'esbuild',
    entry,
    '--bundle',
    '--platform=node',
    '--format=esm',
    '--target=node22',
    // The database client's packages are CommonJS and ask for Node's own modules with `require`.
    "--banner:js=import{createRequire}from'node:module';const require=createRequire(import.meta.url);",
    `--outfile=${outfile}`,
  ];
}

/** Wrangler makes the very bundle that would be deployed; `entry` may be another worker that uses the same bindings. */
function workerFrom(entry: string, to: string): Part {
  const own = entry === 'worker/index.ts' ? [] : [dirname(entry), 'tests/support'];
  return {
    from: ['worker', 'content', 'wrangler.toml', ...own],
    to,
    command: (out) => ['wrangler', 'deploy', entry, '--config', 'wrangler.toml', '--dry-run', '--outdir', out],
  };
}

export type PartName = keyof typeof PARTS;
export type BuildOptions = {
  /** Build though nothing changed. */
  anew?: boolean;
  /** Called when it has to be built, which takes seconds. */
  before?: () => void;
};

/** Builds a part unless what it is made from is unchanged; returns its folder and whether it had to be built. */
export function ensureBuilt(name: PartName, options: BuildOptions = {}): Promise<{ dir: string; built: boolean }> {
  return ensurePart(PARTS[name], options);
}

/** Bundles a worker other than the product's own, for a bench or a fault test. */
export function ensureWorkerBuilt(entry: string): Promise<{ dir: string; built: boolean }> {
  if (entry === 'worker/index.ts') return ensureBuilt('worker');
  return ensurePart(workerFrom(entry, `dist/${entry.replace(/\.ts$/, '').replaceAll('/', '-')}`));
}

async function ensurePart(part: Part, { anew = false, before }: BuildOptions = {}): Promise<{ dir: string; built: boolean }> {
  const dir = join(ROOT, part.to);
  const stamp = join(ROOT, 'dist', `.${basename(part.to)}.sha256`);
  const now = hashOf([...SHARED, ...part.from]);
  if (!anew && existsSync(dir) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return { dir, built: false };
  before?.();
  // Beside the old one and then swapped: whoever serves from the old folder never sees half a build.
  const fresh = join(ROOT, 'dist', `.fresh-${basename(part.to)}-${process.pid}`);
  mkdirSync(join(ROOT, 'dist/site'), { recursive: true }); // Wrangler wants the folder of the assets, full or not.
  const [command, ...args] = part.command(fresh);
  const result = await runCommand(command, args);
  if (!result.ok) {
    rmSync(fresh, { recursive: true, force: true });
    throw new Error(`${command} ${args.join(' ')} failed:\n${result.output}`);
  }
  // Deleting takes long, and somebody may be starting to serve from here.
  const old = join(ROOT, 'dist', `.old-${basename(part.to)}-${process.pid}`);
  if (existsSync(dir)) renameSync(dir, old);
  renameSync(fresh, dir);
  rmSync(old, { recursive: true, force: true });
  writeFileSync(stamp, now);
  return { dir, built: true };
}

/** One digest over names and contents of all source files; contents, because a fresh clone gives all files the same age. */
function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256').update(ROOT);
  for (const path of paths.flatMap((path) => filesBelow(path)).sort())
    hash.update(`\0${path}\0`).update(readFileSync(join(ROOT, path)));
  return hash.digest('hex');
}

function filesBelow(path: string): string[] {
  const full = join(ROOT, path);
  if (!existsSync(full)) return [];
  if (statSync(full).isFile()) return path.endsWith('.test.ts') ? [] : [path];
  return readdirSync(full).flatMap((name) => filesBelow(`${path}/${name}`));
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Unstable_MiniflareWorkerOptions } from 'wrangler';
import { ensureWorkerBuilt } from './built.ts';
import { ROOT, runCommand } from './process.ts';

type WorkerOptions = Omit<Unstable_MiniflareWorkerOptions['workerOptions'], 'bindings'> & { bindings: Record<string, string> };
export type Bundle = { options: WorkerOptions; modulesRoot: string; modules: { type: 'ESModule' | 'Text'; path: string }[] };

/** The worker as deployed: Wrangler's own bundle, and wrangler.toml as Wrangler reads it. */
export async function deployedBundle(entry = 'worker/index.ts'): Promise<Bundle> {
  const { dir } = await ensureWorkerBuilt(entry);
  const main = entry.replace(/^.*\//, '').replace(/\.ts$/, '.js');
  // Wrangler writes imported texts beside the bundle, under hashed names.
  const texts = readdirSync(dir).filter((name) => !/\.(js|map|md|json)$/.test(name));
  const modules = [
    { type: 'ESModule' as const, path: join(dir, main) },
    ...texts.map((name) => ({ type: 'Text' as const, path: join(dir, name) })),
  ];
  return { options: await readOptions(dir), modulesRoot: dir, modules };
}

/** Loading Wrangler takes longer than starting workerd, so what it makes of wrangler.toml is kept with the bundle made from it. */
async function readOptions(dir: string): Promise<WorkerOptions> {
  const file = join(dir, 'miniflare-options.json');
  if (!existsSync(file)) {
    const result = await runCommand(process.execPath, [join(ROOT, 'tests/support/stage/worker-options.ts'), file]);
    if (!result.ok) throw new Error(`wrangler.toml could not be read:\n${result.output}`);
  }
  return JSON.parse(readFileSync(file, 'utf8')) as WorkerOptions;
}

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unstable_getMiniflareWorkerOptions } from 'wrangler';
import { ROOT } from './process.ts';

// Run as a program of its own: loading Wrangler takes two seconds and leaves an esbuild service behind.
const [file = ''] = process.argv.slice(2);
const { modulesRules: _, ...options } = unstable_getMiniflareWorkerOptions(join(ROOT, 'wrangler.toml')).workerOptions;
writeFileSync(file, JSON.stringify(options));

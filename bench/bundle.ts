import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { ensureBuilt } from '../tests/support/stage/built.ts';
import type { Section } from './report.ts';
import { rounded } from './stats.ts';

/** What `wrangler deploy --dry-run` would upload. */
export async function measureBundle(): Promise<Section> {
  const { dir } = await ensureBuilt('worker');
  const parts = readdirSync(dir).filter((name) => !/\.(map|md|json)$/.test(name));
  const sizes = parts.map((name) => {
    const bytes = readFileSync(join(dir, name));
    return { raw: bytes.length, gzip: gzipSync(bytes).length };
  });
  const kib = (of: 'raw' | 'gzip') => rounded(sizes.reduce((sum, size) => sum + size[of], 0) / 1024, 1);
  return {
    title: 'The worker as uploaded',
    how: 'All modules that `wrangler deploy --dry-run` writes, without source maps; gzip as Wrangler computes it.',
    columns: ['modules', 'KiB', 'gzip KiB'],
    rows: [[parts.length, kib('raw'), kib('gzip')]],
    aims: [],
  };
}

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { CHROMIUM } from '../tests/support/stage/debian.ts';
import { ROOT } from '../tests/support/stage/process.ts';

/** What a figure depends on; nothing that would tell whose machine it was. */
export type Machine = { cores: number; processor: string; memoryGiB: number; node: string; chromium: string; workerd: string };

export function describeMachine(): Machine {
  return {
    cores: cpus().length,
    processor: cpus()[0]?.model.trim() || 'unknown',
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    node: process.versions.node,
    chromium: chromiumVersion(),
    workerd: (JSON.parse(readFileSync(join(ROOT, 'node_modules/workerd/package.json'), 'utf8')) as { version: string }).version,
  };
}

function chromiumVersion(): string {
  try {
    const said = execFileSync(CHROMIUM, ['--version'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /\d+(\.\d+)+/.exec(said)?.[0] ?? 'unknown';
  } catch {
    return 'none';
  }
}

import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Says which process uses a demo folder, so that neither a second demo nor a reset gets between its files. */
const lockFile = (dir: string): string => join(dir, 'running.pid');

/** The process that runs the demo of this folder, or null. */
export function runningDemo(dir: string): number | null {
  if (!existsSync(lockFile(dir))) return null;
  const pid = Number(readFileSync(lockFile(dir), 'utf8'));
  return Number.isInteger(pid) && pid > 0 && pid !== process.pid && isDemo(pid) ? pid : null;
}

export function takeLock(dir: string): void {
  mkdirSync(dir, { recursive: true });
  writeFileSync(lockFile(dir), String(process.pid));
}

export const releaseLock = (dir: string): void => rmSync(lockFile(dir), { force: true });

/** A number left by a demo that was killed may belong to any program by now. */
function isDemo(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('demo/start.ts');
  } catch {
    return false;
  }
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

/** A process, and when it began: the number alone may belong to any program by now. */
const known = z.object({ pid: z.int().positive(), began: z.string() });
const lock = z.object({ demo: known, parts: z.array(known) });
type Lock = z.infer<typeof lock>;

const lockFile = (dir: string): string => join(dir, 'running.json');

/** The process that runs the demo of this folder, or null. */
export function runningDemo(dir: string): number | null {
  const held = readLock(dir);
  return held && runs(held.demo) ? held.demo.pid : null;
}

/** Says which processes use the folder, so that neither a second demo nor a reset gets between its files. */
export function writeLock(dir: string, partPids: readonly number[]): void {
  const now: Lock = { demo: knownProcess(process.pid), parts: partPids.map(knownProcess) };
  mkdirSync(dirname(lockFile(dir)), { recursive: true });
  writeFileSync(lockFile(dir), JSON.stringify(now));
}

export const releaseLock = (dir: string): void => rmSync(lockFile(dir), { force: true });

/** Ends parts that a demo left running because it was killed and could not stop them; returns how many. */
export function endLeftovers(dir: string): number {
  const left = (readLock(dir)?.parts ?? []).filter(runs);
  for (const { pid } of left) process.kill(pid, 'SIGKILL');
  return left.length;
}

function readLock(dir: string): Lock | null {
  try {
    return lock.parse(JSON.parse(readFileSync(lockFile(dir), 'utf8')));
  } catch {
    return null; // No demo of this folder, or one that was cut off while writing.
  }
}

const knownProcess = (pid: number) => ({ pid, began: beginningOf(pid) ?? '' });
const runs = ({ pid, began }: z.infer<typeof known>): boolean => began !== '' && beginningOf(pid) === began;

/** When a process began, in ticks since boot: the 20th field after the name in parentheses. */
function beginningOf(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ')[19] ?? null;
  } catch {
    return null;
  }
}

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import { daemonsOf } from './leftovers.ts';

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

/** Ends what a demo left running because it was killed and could not stop it, and waits until it is gone; returns how many processes. */
export async function endLeftovers(dir: string): Promise<number> {
  const parts = (readLock(dir)?.parts ?? []).filter(runs);
  const daemons = daemonsOf(dir).map(knownProcess).filter(runs);
  const left = new Map([...parts, ...daemons].map((process) => [process.pid, process]));
  for (const pid of left.keys()) kill(pid);
  // A port or a data file that is still held would stop the next start.
  for (let tries = 0; tries < 200 && [...left.values()].some(runs); tries += 1) await sleep(50);
  return left.size;
}

/** One that ended since, perhaps with its master, is as good. */
function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
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

/** When a process began, in ticks since boot: the 20th field after the name in parentheses. Null for a zombie too, which runs no more. */
function beginningOf(pid: number): string | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return fields[0] === 'Z' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

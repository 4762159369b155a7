import { readFileSync } from 'node:fs';

/** True when the process exists, runs this program, and is not a zombie that only waits to be collected. */
export function isRunning(pid: number, program: string): boolean {
  const stat = readStat(pid);
  // /proc/PID/stat: pid (name) state …; a name may itself hold brackets.
  const match = stat === null ? null : /^\d+ \((.*)\) (\S)/s.exec(stat);
  return match !== null && match[1] === program && match[2] !== 'Z' && match[2] !== 'X';
}

/** Ticks of a process's start per second; the same on every Linux, whatever the kernel counts by. */
const TICKS = 100;

/** Milliseconds since the process began, never too few; null when it is gone. */
export function ageOf(pid: number): number | null {
  // After the name, which may hold anything: state, parent … and as the 20th, the start in ticks after the boot.
  const began = readStat(pid)?.split(') ').at(-1)?.split(' ')[19];
  if (began === undefined) return null;
  const up = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]);
  // The boot clock is told in whole ticks.
  return (up - (Number(began) - 1) / TICKS) * 1000;
}

function readStat(pid: number): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Sends a signal; a process that is gone already is as good. */
export function signal(pid: number, name: 'SIGTERM' | 'SIGKILL'): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

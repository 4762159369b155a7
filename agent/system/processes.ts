import { readFileSync } from 'node:fs';

/** True when the process exists, runs this program, and is not a zombie that only waits to be collected. */
export function isRunning(pid: number, program: string): boolean {
  const stat = readStat(pid);
  // /proc/PID/stat: pid (name) state …; a name may itself hold brackets.
  const match = stat === null ? null : /^\d+ \((.*)\) (\S)/s.exec(stat);
  return match !== null && match[1] === program && match[2] !== 'Z' && match[2] !== 'X';
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

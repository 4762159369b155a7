import { readdirSync, readFileSync } from 'node:fs';

/** The process id of the workerd that this process started on a port; Miniflare keeps it to itself, Linux does not. */
export function workerdOn(port: number): number {
  for (const name of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    const args = readProc(name, 'cmdline').split('\0');
    if (!args.some((arg) => arg.startsWith('--socket-addr=entry=') && arg.endsWith(`:${port}`))) continue;
    if (parentOf(name) === process.pid) return Number(name);
  }
  throw new Error(`No workerd of this process listens on port ${port}`);
}

/** The fields after the name in parentheses, which may itself hold spaces: state, then the parent's id. */
const parentOf = (pid: string): number => Number(readProc(pid, 'stat').split(') ').at(-1)?.split(' ')[1]);

function readProc(pid: string, what: 'cmdline' | 'stat'): string {
  try {
    return readFileSync(`/proc/${pid}/${what}`, 'utf8');
  } catch {
    return ''; // It ended while we were looking.
  }
}

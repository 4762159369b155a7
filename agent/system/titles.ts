import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs';

/** A running process: its title or command line, as `ps` shows it, whose it is, and the folder it works in. */
export type Titled = { pid: number; title: string; uid: number; folder: string };

/** Processes whose title begins so. */
export function titled(prefix: string): Titled[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && titleOf(name).startsWith(prefix))
    .flatMap((name) => whileThere(() => describe(name)) ?? []);
}

const describe = (pid: string): Titled => ({
  pid: Number(pid),
  title: titleOf(pid),
  uid: statSync(`/proc/${pid}`).uid,
  folder: readlinkSync(`/proc/${pid}/cwd`),
});
const titleOf = (pid: string) =>
  whileThere(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trimEnd()) ?? '';

/** A process may end while it is looked at. */
function whileThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

import { readdirSync, readFileSync, statSync } from 'node:fs';

/** Processes of one system user whose title (their first argument, as `ps` shows it) begins so. */
export function titles(prefix: string, uid: number): { pid: number; title: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), title: titleOf(name) }))
    .filter(({ pid, title }) => title.startsWith(prefix) && ownerOf(pid) === uid);
}

const titleOf = (pid: string) => whileThere(() => readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0', 1)[0]) ?? '';
const ownerOf = (pid: number) => whileThere(() => statSync(`/proc/${pid}`).uid);

/** A process may end while it is looked at. */
function whileThere<T>(look: () => T): T | undefined {
  try {
    return look();
  } catch (error) {
    if (['ENOENT', 'ESRCH'].includes((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}

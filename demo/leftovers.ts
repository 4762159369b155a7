import { existsSync, readdirSync, readFileSync, readlinkSync, realpathSync } from 'node:fs';
import { basename, join } from 'node:path';
import { dnsFolder, mailFolder } from '../tests/support/hosting/index.ts';

/** What a hosting server is made of. Dovecot alone is a dozen processes, which go on when it is killed. */
const DAEMONS = /^(proftpd|mariadbd|dovecot|pdns_server|php[\d.]*)$/;
const DOVECOT = '/usr/lib/dovecot/';

/**
 * The daemons that work in a demo's folder, found by what they hold open: also those that no lock names, because
 * the demo was killed while they started. Somebody's shell or editor in the folder is none of them.
 */
export function daemonsOf(dir: string): number[] {
  const hosting = join(dir, 'hosting');
  const folders = [dir, mailFolder(hosting), dnsFolder(hosting)].filter(existsSync).map((folder) => `${realpathSync(folder)}/`);
  const isThere = (path: string) => folders.some((folder) => `${path}/`.startsWith(folder));
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => isDaemon(pid) && (placesOf(pid).some(isThere) || wordsOf(pid).some(isThere)))
    .map(Number);
}

function isDaemon(pid: string): boolean {
  const program = targetOf(`/proc/${pid}/exe`).replace(/ \(deleted\)$/, '');
  return DAEMONS.test(basename(program)) || program.startsWith(DOVECOT);
}

const placesOf = (pid: string): string[] => ['cwd', 'root'].map((link) => targetOf(`/proc/${pid}/${link}`));

/** The words it was started with, and what follows a `=` in them. */
function wordsOf(pid: string): string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
      .split('\0')
      .map((word) => word.replace(/^[^/]*=/, ''));
  } catch {
    return []; // It ended while we were looking.
  }
}

function targetOf(link: string): string {
  try {
    return readlinkSync(link);
  } catch {
    return ''; // It ended while we were looking, or is a part of the kernel.
  }
}

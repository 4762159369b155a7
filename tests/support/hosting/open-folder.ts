import { existsSync, lstatSync, mkdirSync, mkdtempSync, readlinkSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Outlives a restart of the machine, and everybody walks through it. */
const OPEN_TO_ALL = '/var/tmp';
const ANYBODY_WALKS_THROUGH = 0o001;

/**
 * A folder that programs without root's rights can walk to, made when it is not there. Where the wished place is closed
 * to them (a clone below /root) or its path is too long for sockets, it lies elsewhere and a link stands in the wished place.
 */
export function openFolder(wished: string, longest: number): string {
  if (isLink(wished)) {
    const elsewhere = readlinkSync(wished);
    if (existsSync(elsewhere)) return elsewhere;
    rmSync(wished); // Somebody tidied up.
  }
  if (existsSync(wished)) return wished;
  mkdirSync(dirname(wished), { recursive: true });
  if (Buffer.byteLength(wished) <= longest && isOpen(dirname(wished))) {
    mkdirSync(wished, { mode: 0o755 });
    return wished;
  }
  const elsewhere = mkdtempSync(join(OPEN_TO_ALL, 'klucznik-'));
  symlinkSync(elsewhere, wished);
  return elsewhere;
}

/** Deletes a folder made by {@link openFolder}, wherever it lies. */
export function removeOpenFolder(wished: string): void {
  if (isLink(wished)) rmSync(readlinkSync(wished), { recursive: true, force: true });
  rmSync(wished, { recursive: true, force: true });
}

function isOpen(folder: string): boolean {
  if ((statSync(folder).mode & ANYBODY_WALKS_THROUGH) === 0) return false;
  return folder === '/' || isOpen(dirname(folder));
}

const isLink = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

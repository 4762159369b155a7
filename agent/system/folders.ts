import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  type Stats,
  statSync,
} from 'node:fs';

/** A directory held open, so that nobody can exchange it for another while we look. */
export type OpenFolder = { fd: number; path: string; stat: Stats };
export type WalkResult = { ok: true; folder: OpenFolder } | { ok: false; why: 'missing' | 'link' };

const DIRECTORY = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/**
 * Walks from `root` through `segments` one directory at a time and never through a link, like openat(2):
 * each step is opened below the descriptor of the one before (Linux' /proc/self/fd). Close it with {@link closeFolder}.
 */
export function openBelow(root: string, segments: readonly string[]): WalkResult {
  let fd = openSync(root, constants.O_RDONLY | constants.O_DIRECTORY);
  for (const segment of segments) {
    const next = stepInto(fd, segment);
    closeSync(fd);
    if (typeof next === 'string') return { ok: false, why: next };
    fd = next;
  }
  return { ok: true, folder: { fd, path: readlinkSync(`/proc/self/fd/${fd}`), stat: fstatSync(fd) } };
}

function stepInto(fd: number, segment: string): number | 'missing' | 'link' {
  const path = `/proc/self/fd/${fd}/${segment}`;
  try {
    return openSync(path, DIRECTORY);
  } catch (error) {
    if (!isCode(error, 'ENOTDIR', 'ELOOP', 'ENOENT', 'ENAMETOOLONG')) throw error;
    return isLink(path) ? 'link' : 'missing';
  }
}

export function closeFolder(folder: OpenFolder): void {
  closeSync(folder.fd);
}

/** The directories and links to directories that lie directly in an open folder; names that are not UTF-8 cannot be said and are left out. */
export function directoriesIn(
  folder: OpenFolder,
  atMost: number,
): { entries: { name: string; link: boolean }[]; truncated: boolean } {
  const here = `/proc/self/fd/${folder.fd}`;
  const found = readdirSync(here, { withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => !entry.name.includes('\uFFFD'))
    .filter((entry) => entry.isDirectory() || (entry.isSymbolicLink() && leadsToDirectory(`${here}/${entry.name}`)))
    .map((entry) => ({ name: entry.name, link: entry.isSymbolicLink() }))
    .sort((one, other) => one.name.localeCompare(other.name, 'pl'));
  return { entries: found.slice(0, atMost), truncated: found.length > atMost };
}

function leadsToDirectory(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch (error) {
    // A dangling, looping or forbidden link leads nowhere.
    if (isCode(error, 'ENOENT', 'ELOOP', 'EACCES', 'ENOTDIR')) return false;
    throw error;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ENAMETOOLONG', 'ENOTDIR')) return false;
    throw error;
  }
}

/** Who owns what lies at a path, the path's own last link included; null when nothing does. */
export function ownerOf(path: string): { uid: number; gid: number } | null {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  return stat === undefined ? null : { uid: stat.uid, gid: stat.gid };
}

/** True when the path leads to a directory without a single link on the way. */
export function isRealDirectory(path: string): boolean {
  try {
    return realpathSync.native(path) === path && lstatSync(path).isDirectory();
  } catch (error) {
    if (isCode(error, 'ENOENT', 'ELOOP', 'ENOTDIR', 'ENAMETOOLONG')) return false;
    throw error;
  }
}

export const realPath = (path: string): string => realpathSync(path);

const isCode = (error: unknown, ...codes: string[]) => codes.includes((error as NodeJS.ErrnoException).code ?? '');

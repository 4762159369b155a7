import {
  closeSync,
  constants,
  fchmodSync,
  fdatasync,
  fsync,
  futimesSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFile,
  writeFileSync,
} from 'node:fs';
import { promisify } from 'node:util';
import { nameIn } from './look.ts';

/** A file in an open directory. */
export type Place = { directory: number; name: Buffer };

const OWN_FILE = constants.O_NOFOLLOW | constants.O_NONBLOCK;
const pathOf = ({ directory, name }: Place) => nameIn(directory, name);

/** Opens a folder of ours in an open directory, made when it is not there. */
export function openFolderIn(directory: number, name: string): number {
  const path = nameIn(directory, Buffer.from(name));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    if (!isCode(error, 'EEXIST')) throw error;
  }
  return openSync(path, constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW);
}

/** Makes a file that only its owner can read; EEXIST where there is one. */
export const createIn = (place: Place): number =>
  openSync(pathOf(place), constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | OWN_FILE, 0o600);

/** Opens a file to go on writing at its end; null when it is not there. */
export function openToAppend(place: Place): number | null {
  return whenThere(() => openSync(pathOf(place), constants.O_WRONLY | constants.O_APPEND | OWN_FILE));
}

/** Writes all bytes to an open file, after what was written before. */
export const writeAll = (fd: number, bytes: Buffer): Promise<void> => promisify(writeFile)(fd, bytes);

/** The text of a small file of ours; null when it is not there. */
export const readTextIn = (place: Place): string | null => whenThere(() => readFileSync(pathOf(place), 'utf8'));

/** Writes a small file whole or not at all. */
export function writeTextIn(place: Place, text: string): void {
  const draft = { ...place, name: Buffer.concat([place.name, Buffer.from('.new')]) };
  writeFileSync(pathOf(draft), text, { mode: 0o600, flush: true });
  renameSync(pathOf(draft), pathOf(place));
}

/** Gives a finished file its permissions and time, and waits until all of it is on the disk. */
export async function settle(fd: number, { mode, changedAt }: { mode: number; changedAt: number | null }): Promise<void> {
  fchmodSync(fd, mode);
  if (changedAt !== null) futimesSync(fd, Date.now() / 1000, changedAt / 1000);
  await promisify(fsync)(fd);
}

/** Waits until the names in an open directory are on the disk. */
export const syncFolder = (directory: number): Promise<void> => promisify(fsync)(directory);

/** Lets what was written so far go to the disk while others work; closes the file then. */
export function closeWritten(fd: number): void {
  // Should it fail, so will the last look at the whole file, which is the one that counts.
  fdatasync(fd, () => closeSync(fd));
}

/** Puts a file where another may be: that one is gone in the same step. */
export const moveOver = (from: Place, to: Place): void => renameSync(pathOf(from), pathOf(to));

/** Gives a file a second name; false when that name is taken. */
export function linkIfFree(from: Place, to: Place): boolean {
  try {
    linkSync(pathOf(from), pathOf(to));
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

export function removeIfThere(place: Place): void {
  whenThere(() => unlinkSync(pathOf(place)));
}

export const closeFile = (fd: number): void => closeSync(fd);

function whenThere<T>(work: () => T): T | null {
  try {
    return work();
  } catch (error) {
    if (isCode(error, 'ENOENT')) return null;
    throw error;
  }
}

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;

import { closeSync, constants, lstatSync, openSync } from 'node:fs';
import { nameIn } from './look.ts';

const DIRECTORY = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

/** A name in a directory held open. Close the directory with {@link closeDirectory}. */
export type OpenPlace = { directory: number; name: Buffer };

/**
 * Opens the directory of a reference, from a directory held open: one name after another, never through a link (ELOOP where
 * one stands in the way).
 */
export function openDirectoryAt(root: number, ref: string): number {
  let fd = openSync(`/proc/self/fd/${root}`, constants.O_RDONLY | constants.O_DIRECTORY);
  for (const segment of ref.split('/').filter(Boolean)) {
    try {
      const next = openSubdirectory(fd, bytesOf(segment));
      closeSync(fd);
      fd = next;
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }
  return fd;
}

/** The directory that something lies in, held open, and its name there; of everything but the top. */
export function openParentAt(root: number, ref: string): OpenPlace {
  const cut = ref.lastIndexOf('/');
  return { directory: openDirectoryAt(root, ref.slice(0, cut) || '/'), name: bytesOf(ref.slice(cut + 1)) };
}

/** Opens one directory in another, never through a link. */
export function openSubdirectory(directory: number, name: Buffer): number {
  const path = nameIn(directory, name);
  try {
    return openSync(path, DIRECTORY);
  } catch (error) {
    // Linux says ENOTDIR of a link here.
    const isLink = isCode(error, 'ENOTDIR') && lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink();
    throw isLink ? Object.assign(new Error('link'), { code: 'ELOOP' }) : error;
  }
}

export const closeDirectory = (fd: number): void => closeSync(fd);

const PLAIN = /[A-Za-z0-9._~!$()*+,;=:@-]/;

/** The bytes of a name of a reference. */
const bytesOf = (segment: string): Buffer =>
  Buffer.from(
    segment.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

const segmentOf = (name: Buffer): string =>
  Array.from(name, (byte) => {
    const letter = String.fromCharCode(byte);
    return byte < 128 && PLAIN.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');

/** The reference of a name, whatever its bytes, in a directory. */
export const refOfName = (directory: string, name: Buffer): string => `${directory === '/' ? '' : directory}/${segmentOf(name)}`;

const isCode = (error: unknown, code: string) => (error as NodeJS.ErrnoException).code === code;

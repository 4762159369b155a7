import { closeSync, constants, openSync } from 'node:fs';
import { nameIn } from './look.ts';

const DIRECTORY = constants.O_RDONLY | constants.O_DIRECTORY | constants.O_NOFOLLOW;

export const bytesOf = (segment: string): Buffer =>
  Buffer.from(
    segment.replace(/%([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );

export function openDirectoryAt(root: number, ref: string): number {
  let fd = openSync(`/proc/self/fd/${root}`, constants.O_RDONLY | constants.O_DIRECTORY);
  for (const segment of ref.split('/').filter(Boolean)) {
    try {
      const next = openSync(nameIn(fd, bytesOf(segment)), DIRECTORY);
      closeSync(fd);
      fd = next;
    } catch (error) {
      closeSync(fd);
      throw error;
    }
  }
  return fd;
}

export const closeDirectory = (fd: number): void => closeSync(fd);

const PLAIN = /[A-Za-z0-9._~!$()*+,;=:@-]/;
export const segmentOf = (name: Buffer): string =>
  Array.from(name, (byte) => {
    const letter = String.fromCharCode(byte);
    return byte < 128 && PLAIN.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }).join('');
export const refOfName = (directory: string, name: Buffer): string => `${directory === '/' ? '' : directory}/${segmentOf(name)}`;
export function openParentAt(root: number, ref: string): { directory: number; name: Buffer } {
  const cut = ref.lastIndexOf('/');
  return { directory: openDirectoryAt(root, ref.slice(0, cut) || '/'), name: bytesOf(ref.slice(cut + 1)) };
}

import { statfsSync } from 'node:fs';

/** Bytes that programs can still write where `path` lies. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

/** The same of the file system that an open directory is on. */
export const freeBytesOf = (directory: number): number => freeBytes(`/proc/self/fd/${directory}`);

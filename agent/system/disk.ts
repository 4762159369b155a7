import { statfsSync } from 'node:fs';

/** Bytes that programs can still write where `path` lies. */
export function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

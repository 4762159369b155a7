import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mustRun } from '../../support/hosting/index.ts';

/** Mounts a disk of its own at a folder, so that it can be filled; what it gives back takes it away again. */
export async function mountDisk(folder: string, megabytes: number): Promise<() => Promise<unknown>> {
  mkdirSync(folder, { recursive: true });
  await mustRun('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'none', folder]);
  return () => mustRun('umount', [folder]);
}

/** Writes until nothing more fits; what it gives back makes room again. */
export function fillDisk(folder: string): () => void {
  const file = join(folder, 'filler');
  for (let full = false; !full; ) full = !fits(file);
  return () => rmSync(file);
}

function fits(file: string): boolean {
  try {
    writeFileSync(file, Buffer.alloc(65_536), { flag: 'a' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
    return false;
  }
}

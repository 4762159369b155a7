import { fchmodSync, rmdirSync, unlinkSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { lookAtOpen, nameIn, namesInOpen } from './look.ts';
import { setMode } from './permissions.ts';
import type { Place } from './spool.ts';
import { closeDirectory, openSubdirectory } from './walk.ts';

/** Entries after which others get their turn. */
const AT_ONCE = 200;
const ALL = 0o700;

/** Deletes something and all below it, never through a link; `deleted` hears of each. Stops where it is when aborted. */
export async function deleteBelow(place: Place, signal: AbortSignal | null, deleted: () => void): Promise<void> {
  const directory = openOwn(place);
  if (directory === null) return void unlinkIfThere(place, deleted);
  try {
    let done = 0;
    for (const { name } of namesInOpen(directory)) {
      if (signal?.aborted) return;
      await deleteBelow({ directory, name }, signal, deleted);
      done += 1;
      if (done % AT_ONCE === 0) await breathe();
    }
  } finally {
    closeDirectory(directory);
  }
  if (signal?.aborted) return;
  rmdirSync(nameIn(place.directory, place.name));
  deleted();
}

/** Null for what is no directory. One whose owner may not read or empty it is made so first: it goes anyway. */
function openOwn(place: Place): number | null {
  try {
    const directory = openReadable(place);
    if ((lookAtOpen(directory).mode & ALL) !== ALL) fchmodSync(directory, ALL);
    return directory;
  } catch (error) {
    if (isCode(error, 'ENOTDIR', 'ELOOP', 'ENOENT')) return null;
    throw error;
  }
}

function openReadable(place: Place): number {
  try {
    return openSubdirectory(place.directory, place.name);
  } catch (error) {
    if (!isCode(error, 'EACCES')) throw error;
    setMode(place, ALL);
    return openSubdirectory(place.directory, place.name);
  }
}

function unlinkIfThere(place: Place, deleted: () => void): void {
  try {
    unlinkSync(nameIn(place.directory, place.name));
    deleted();
  } catch (error) {
    if (!isCode(error, 'ENOENT')) throw error;
  }
}

const isCode = (error: unknown, ...codes: string[]) => codes.includes((error as NodeJS.ErrnoException).code ?? '');

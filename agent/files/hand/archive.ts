import type { Readable } from 'node:stream';
import { lookAt, namesInOpen, openToRead, readOpen } from '../../system/look.ts';
import type { Place } from '../../system/spool.ts';
import { closeDirectory, openSubdirectory } from '../../system/walk.ts';
import { codeOf } from './refusal.ts';

/** One thing of an archive; a directory has no `input`, and its name ends in `/`. */
export type Archived =
  | { name: Buffer; lastModified: Date; mode: number }
  | { name: Buffer; lastModified: Date; mode: number; input: Readable };

const SLASH = Buffer.from('/');

/** Something and all below it, as an archive wants it: links and whatever else is neither file nor directory are left out. */
export async function* archived(place: Place, name: Buffer): AsyncGenerator<Archived> {
  const look = lookAt(place.directory, place.name);
  const lastModified = new Date(look?.changedAt ?? 0);
  if (look?.type === 'directory') {
    const mode = look.mode & 0o777;
    yield { name: Buffer.concat([name, SLASH]), lastModified, mode };
    yield* below(place, name);
  } else if (look?.type === 'file') {
    const file = unlessGone(() => openToRead(place.directory, place.name));
    // It is read when its turn comes, which is now: the archive asks for the next one only then.
    if (file) yield { name, lastModified, mode: file.look.mode & 0o777, input: readOpen(file.fd, 0, Number.POSITIVE_INFINITY) };
  }
}

async function* below(place: Place, name: Buffer): AsyncGenerator<Archived> {
  const directory = unlessGone(() => openSubdirectory(place.directory, place.name));
  if (directory === null) return;
  try {
    for (const inside of namesInOpen(directory))
      yield* archived({ directory, name: inside.name }, Buffer.concat([name, SLASH, inside.name]));
  } finally {
    closeDirectory(directory);
  }
}

/** Null for what went, became a link or may not be read while the archive was being made. */
function unlessGone<T>(open: () => T): T | null {
  try {
    return open();
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES', 'ENXIO'].includes(codeOf(error))) return null;
    throw error;
  }
}

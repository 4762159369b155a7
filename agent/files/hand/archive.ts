import { lookAt, namesInOpen, openToRead, readOpen } from '../../system/look.ts';
import type { Place } from '../../system/spool.ts';
import { closeDirectory, openSubdirectory } from '../../system/walk.ts';
import { codeOf } from './refusal.ts';
import type { ZipEntry } from './zip.ts';

/** Told the name of what the server does not let be read. */
export type OnUnread = (name: Buffer) => void;

/** Something and all below it, as an archive wants it: links and whatever else is neither file nor directory are left out. */
export async function* archived(place: Place, name: Buffer, onUnread: OnUnread): AsyncGenerator<ZipEntry> {
  const look = lookAt(place.directory, place.name);
  if (look?.type === 'directory') {
    yield { name, changedAt: look.changedAt, mode: look.mode, content: null };
    const directory = unlessGone(name, onUnread, () => openSubdirectory(place.directory, place.name));
    if (directory !== null) yield* archivedBelow(directory, name, onUnread);
  } else if (look?.type === 'file') {
    const file = unlessGone(name, onUnread, () => openToRead(place.directory, place.name));
    if (file) yield* archivedFile(file, name);
  }
}

/** Everything in an open directory, which is closed then; `name` empty for what stands at the top of the archive. */
export async function* archivedBelow(directory: number, name: Buffer, onUnread: OnUnread): AsyncGenerator<ZipEntry> {
  try {
    for (const inside of namesInOpen(directory)) {
      const full = name.length === 0 ? inside.name : Buffer.concat([name, Buffer.from('/'), inside.name]);
      yield* archived({ directory, name: inside.name }, full, onUnread);
    }
  } finally {
    closeDirectory(directory);
  }
}

type OpenFile = NonNullable<ReturnType<typeof openToRead>>;

/** What comes to it while it is read is left out, so that it is never longer than its header says. */
async function* archivedFile({ fd, look }: OpenFile, name: Buffer): AsyncGenerator<ZipEntry> {
  const { size, changedAt, mode } = look;
  if (size === 0) {
    closeDirectory(fd);
    yield { name, changedAt, mode, content: { size, bytes: nothing() } };
    return;
  }
  const bytes = readOpen(fd, 0, size - 1);
  try {
    yield { name, changedAt, mode, content: { size, bytes } };
  } finally {
    // The browser may have gone before the first byte was asked for.
    bytes.destroy();
  }
}

async function* nothing(): AsyncGenerator<Buffer> {}

/** Null for what went or became a link while the archive was being made, and for what may not be read. */
function unlessGone<T>(name: Buffer, onUnread: OnUnread, open: () => T): T | null {
  try {
    return open();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'EACCES' || code === 'EPERM') onUnread(name);
    else if (!['ENOENT', 'ENOTDIR', 'ELOOP', 'ENXIO'].includes(code)) throw error;
    return null;
  }
}

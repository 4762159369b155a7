import { close, constants, fchmodSync, futimesSync, mkdirSync, openSync, read, readlinkSync, symlinkSync, write } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { promisify } from 'node:util';
import { type Look, lookAt, lookAtOpen, nameIn, namesInOpen, openToRead } from './look.ts';
import type { Place } from './spool.ts';
import { closeDirectory, openSubdirectory } from './walk.ts';

const BUFFER_BYTES = 4 * 1024 * 1024;
const AT_ONCE = 200;
/** Permissions travel, but for those that lend somebody's rights. */
const LENT = 0o777;

/** How a copy goes: `copied` hears of bytes, `skipped` of what cannot be copied (a socket, a device). */
export type Copying = { signal: AbortSignal; copied: (bytes: number) => void; skipped: () => void };

/** The bytes of all files of something, links not followed. */
export async function measureTree(place: Place, signal: AbortSignal): Promise<number> {
  const look = lookAt(place.directory, place.name);
  if (look?.type !== 'directory') return look?.type === 'file' ? look.size : 0;
  const directory = openSubdirectory(place.directory, place.name);
  try {
    let bytes = 0;
    for (const [index, { name }] of namesInOpen(directory).entries()) {
      if (signal.aborted) break;
      bytes += await measureTree({ directory, name }, signal);
      if (index % AT_ONCE === 0) await breathe();
    }
    return bytes;
  } finally {
    closeDirectory(directory);
  }
}

/** Copies something and all below it to a name that is free; links as links. Throws when aborted: a half of it is the caller's to throw away. */
export async function copyTree(from: Place, to: Place, copying: Copying): Promise<void> {
  copying.signal.throwIfAborted();
  const look = lookAt(from.directory, from.name);
  if (look?.type === 'directory') return copyDirectory(from, to, look, copying);
  if (look?.type === 'file') return copyFile(from, to, copying);
  if (look?.type === 'link') copyLink(from, to);
  else if (look) copying.skipped();
}

function copyLink(from: Place, to: Place): void {
  try {
    symlinkSync(readlinkSync(nameIn(from.directory, from.name), 'buffer'), nameIn(to.directory, to.name));
  } catch (error) {
    // It is no link any longer.
    if ((error as NodeJS.ErrnoException).code === 'EINVAL') throw Object.assign(new Error('link'), { code: 'ENOENT' });
    throw error;
  }
}

async function copyDirectory(from: Place, to: Place, look: Look, copying: Copying): Promise<void> {
  const source = openSubdirectory(from.directory, from.name);
  try {
    mkdirSync(nameIn(to.directory, to.name), { mode: 0o700 });
    const copy = openSubdirectory(to.directory, to.name);
    try {
      for (const [index, { name }] of namesInOpen(source).entries()) {
        await copyTree({ directory: source, name }, { directory: copy, name }, copying);
        if (index % AT_ONCE === 0) await breathe();
      }
      finish(copy, look);
    } finally {
      closeDirectory(copy);
    }
  } finally {
    closeDirectory(source);
  }
}

async function copyFile(from: Place, to: Place, copying: Copying): Promise<void> {
  const source = openToRead(from.directory, from.name);
  if (source === null) return copying.skipped();
  try {
    const copy = openSync(
      nameIn(to.directory, to.name),
      constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW,
      0o600,
    );
    try {
      await copyBytes(source.fd, copy, copying);
      finish(copy, lookAtOpen(source.fd));
    } finally {
      await promisify(close)(copy);
    }
  } finally {
    await promisify(close)(source.fd);
  }
}

async function copyBytes(source: number, copy: number, { signal, copied }: Copying): Promise<void> {
  const buffer = Buffer.allocUnsafe(BUFFER_BYTES);
  for (;;) {
    signal.throwIfAborted();
    const { bytesRead } = await promisify(read)(source, buffer, 0, buffer.length, null);
    if (bytesRead === 0) return;
    for (let done = 0; done < bytesRead; )
      done += (await promisify(write)(copy, buffer, done, bytesRead - done, null)).bytesWritten;
    copied(bytesRead);
  }
}

function finish(fd: number, { mode, changedAt }: Look): void {
  fchmodSync(fd, mode & LENT);
  futimesSync(fd, Date.now() / 1000, changedAt / 1000);
}

import {
  type BigIntStats,
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
} from 'node:fs';
import type { Readable } from 'node:stream';

/** What the kernel says of something in a directory, a link not followed. */
export type Look = {
  type: 'file' | 'directory' | 'link' | 'other';
  size: number;
  /** Epoch ms, whole. */
  changedAt: number;
  /** Permission bits. */
  mode: number;
  uid: number;
  /** The thing itself, whatever names it has. */
  inode: string;
  /** Of this very content: another one as soon as anything was written or put in its place. */
  version: string;
};

/** A name in a directory that is held open. The prefix is Linux' way of openat(2); the name holds no `/`. */
export const nameIn = (directory: number, name: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`/proc/self/fd/${directory}/`), name]);

export function lookAt(directory: number, name: Buffer): Look | null {
  const stat = lstatSync(nameIn(directory, name), { bigint: true, throwIfNoEntry: false });
  return stat === undefined ? null : lookOf(stat);
}

export const lookAtOpen = (fd: number): Look => lookOf(fstatSync(fd, { bigint: true }));

const lookOf = (stat: BigIntStats): Look => ({
  type: stat.isFile() ? 'file' : stat.isDirectory() ? 'directory' : stat.isSymbolicLink() ? 'link' : 'other',
  size: Number(stat.size),
  changedAt: Number(stat.mtimeMs),
  mode: Number(stat.mode & 0o7777n),
  uid: Number(stat.uid),
  inode: String(stat.ino),
  version: `${stat.ino}-${stat.size}-${stat.mtimeNs}`,
});

/** Where a link leads, as it is written in it; null when it went meanwhile. */
export function leadsTo(directory: number, name: Buffer): string | null {
  try {
    return readlinkSync(nameIn(directory, name), 'utf8');
  } catch (error) {
    if (['ENOENT', 'EINVAL'].includes((error as NodeJS.ErrnoException).code ?? '')) return null;
    throw error;
  }
}

/** Everything that lies in an open directory. */
export const namesInOpen = (directory: number): { name: Buffer; isDirectory: boolean }[] =>
  readdirSync(`/proc/self/fd/${directory}`, { withFileTypes: true, encoding: 'buffer' }).map((entry) => ({
    name: entry.name,
    isDirectory: entry.isDirectory(),
  }));

/** Opens a file for reading; null for what is neither file nor link: nothing waits for the other end of a FIFO. */
export function openToRead(directory: number, name: Buffer): { fd: number; look: Look } | null {
  const fd = openSync(nameIn(directory, name), constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  const look = lookAtOpen(fd);
  if (look.type === 'file') return { fd, look };
  closeSync(fd);
  return null;
}

const READ_BYTES = 1024 * 1024;

/** The bytes of an open file from `start` to `end`, both included; closes it. */
export const readOpen = (fd: number, start: number, end: number): Readable =>
  createReadStream('', { fd, start, end, highWaterMark: READ_BYTES });

import { closeSync, constants, linkSync, mkdirSync, openSync, renameSync, rmdirSync, unlinkSync } from 'node:fs';
import { type Look, lookAt, nameIn } from './look.ts';
import { setMode } from './permissions.ts';
import type { Place } from './spool.ts';

const WRITABLE = 0o200;
const pathOf = ({ directory, name }: Place) => nameIn(directory, name);

/**
 * Gives something another place, never one that is taken: false then, and nothing has changed.
 *
 * Linux' rename(2) replaces what it finds, so the name is taken first: a directory's by an empty one, which rename(2) may
 * replace only while it is empty; anything else's by a second link to the thing itself.
 */
export function moveIfFree(from: Place, to: Place, type: Look['type']): boolean {
  return type === 'directory' ? moveDirectory(from, to) : moveByLink(from, to);
}

function moveDirectory(from: Place, to: Place): boolean {
  if (!whenFree(() => mkdirSync(pathOf(to), { mode: 0o700 }))) return false;
  try {
    moveInto(from, to);
    return true;
  } catch (error) {
    // Somebody put something into it at once: then the name is theirs.
    if (isCode(error, 'ENOTEMPTY', 'EEXIST')) return false;
    rmdirSync(pathOf(to));
    throw error;
  }
}

function moveByLink(from: Place, to: Place): boolean {
  try {
    if (!whenFree(() => linkSync(pathOf(from), pathOf(to)))) return false;
  } catch (error) {
    // A file of somebody else's in the customer's directory can be moved, but not linked.
    if (isCode(error, 'EPERM', 'EMLINK')) return moveOverPlaceholder(from, to);
    throw error;
  }
  unlinkSync(pathOf(from));
  return true;
}

function moveOverPlaceholder(from: Place, to: Place): boolean {
  const mine = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW;
  if (!whenFree(() => closeSync(openSync(pathOf(to), mine, 0o600)))) return false;
  try {
    renameSync(pathOf(from), pathOf(to));
    return true;
  } catch (error) {
    if (lookAt(to.directory, to.name)?.size === 0) unlinkSync(pathOf(to));
    throw error;
  }
}

function whenFree(take: () => void): boolean {
  try {
    take();
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/**
 * Moves something to a name that is nobody else's. A directory's `..` changes with its place, for which Linux wants the right to write
 * in it: one without it is lent that for the moment.
 */
export function moveInto(from: Place, to: Place): void {
  try {
    return void renameSync(pathOf(from), pathOf(to));
  } catch (error) {
    const look = lookAt(from.directory, from.name);
    if (!isCode(error, 'EACCES') || look?.type !== 'directory' || (look.mode & WRITABLE) !== 0) throw error;
    moveLent(from, to, look.mode);
  }
}

/** Gives something that is no directory a second name, which is nobody else's. What Linux lets us move but not link gets it instead of its first. */
export function linkInto(from: Place, to: Place): void {
  try {
    linkSync(pathOf(from), pathOf(to));
  } catch (error) {
    if (!isCode(error, 'EPERM', 'EMLINK')) throw error;
    moveInto(from, to);
  }
}

function moveLent(from: Place, to: Place, mode: number): void {
  setMode(from, mode | WRITABLE);
  try {
    renameSync(pathOf(from), pathOf(to));
  } catch (error) {
    setMode(from, mode);
    throw error;
  }
  setMode(to, mode);
}

/** Makes a directory; EEXIST where there is anything of that name. */
export const makeDirectoryIn = (place: Place, mode: number): void => mkdirSync(pathOf(place), { mode });

const isCode = (error: unknown, ...codes: string[]) => codes.includes((error as NodeJS.ErrnoException).code ?? '');

import { chmodSync, closeSync, constants, openSync } from 'node:fs';
import { setImmediate as breathe } from 'node:timers/promises';
import { type Look, lookAtOpen, nameIn, namesInOpen } from './look.ts';
import type { Place } from './spool.ts';
import { closeDirectory, openSubdirectory } from './walk.ts';

/** Linux' O_PATH: holds a thing itself, whatever comes to bear its name; Node has no name for it. */
const O_PATH = 0o10000000;
const AT_ONCE = 200;
const READ = 0o444;
const SEARCH = 0o111;

/** Permissions of a directory below which files get `mode`: whoever may read it may also look into it. */
const directoryMode = (mode: number) => mode | ((mode & READ) >> 2);
/** Files get no right to be run that they did not have. */
const fileMode = (mode: number, before: number) => (mode & ~SEARCH) | (mode & before & SEARCH);

/** Sets the permissions of one file or directory; false for a link, whose own nobody asks. */
export function setMode(place: Place, mode: number): boolean {
  return withThing(place, (fd, { type }) => {
    if (type === 'link') return false;
    chmodSync(`/proc/self/fd/${fd}`, mode);
    return true;
  });
}

/** The same for all below a directory as well, never through a link; `changed` hears of each. */
export async function setModeBelow(place: Place, mode: number, signal: AbortSignal, changed: () => void): Promise<void> {
  const look = withThing(place, (_, there) => there);
  if (look.type !== 'directory') {
    if (setMode(place, fileMode(mode, look.mode))) changed();
    return;
  }
  // Whose owner may not look into it is opened for as long as it takes.
  if ((look.mode & 0o500) !== 0o500) setMode(place, look.mode | 0o700);
  const directory = openSubdirectory(place.directory, place.name);
  try {
    for (const [index, { name }] of namesInOpen(directory).entries()) {
      if (signal.aborted) return;
      await setModeBelow({ directory, name }, mode, signal, changed);
      if (index % AT_ONCE === 0) await breathe();
    }
  } finally {
    closeDirectory(directory);
  }
  setMode(place, directoryMode(mode));
  changed();
}

function withThing<T>({ directory, name }: Place, work: (fd: number, look: Look) => T): T {
  const fd = openSync(nameIn(directory, name), O_PATH | constants.O_NOFOLLOW);
  try {
    return work(fd, lookAtOpen(fd));
  } finally {
    closeSync(fd);
  }
}

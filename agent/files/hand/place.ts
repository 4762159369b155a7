import type { IfThere } from '../../../contract/files/index.ts';
import { type Look, lookAt } from '../../system/look.ts';
import { linkIfFree, moveOver, type Place, removeIfThere } from '../../system/spool.ts';
import { keepInBin } from './bin-store.ts';
import { numbered } from './numbered.ts';
import { refuse } from './refusal.ts';

const NEW_MODE = 0o644;
const MOST_NUMBERED = 1000;
/** How often something else may have taken the name meanwhile. */
const MOST_TURNS = 10;

/** The permissions that a file gets: those of what it replaces. */
export const modeFor = (there: Look | null): number => (there?.type === 'file' ? there.mode & 0o777 : NEW_MODE);

/**
 * Puts a finished file under its name, whole or not at all; gives the name it got. After a kill in between it may be called
 * again: a file that has its name already is known by being the same one.
 */
export function putInPlace(from: Place, to: Place, ifThere: IfThere): Buffer {
  if (ifThere === 'replace') {
    mustBeNoDirectory(lookAt(to.directory, to.name));
    moveOver(from, to);
    return to.name;
  }
  const last = ifThere === 'refuse' ? 1 : MOST_NUMBERED;
  for (let n = 1; n <= last; n += 1) {
    const name = n === 1 ? to.name : numbered(to.name, n);
    if (!linkIfFree(from, { ...to, name }) && !isSame(from, { ...to, name })) continue;
    removeIfThere(from);
    return name;
  }
  return refuse('exists');
}

/**
 * Puts a finished file under its name; what was there is in the bin before its name goes, and loses it in that one step. Called
 * again after a kill, it goes on: at worst what was there lies in the bin twice.
 */
export async function putOver(state: { state: number }, from: Place, to: Place & { ref: string }): Promise<Buffer> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const there = lookAt(to.directory, to.name);
    mustBeNoDirectory(there);
    if (there === null ? linkIfFree(from, to) : isSame(from, to)) {
      removeIfThere(from);
      return to.name;
    }
    const kept = there === null ? null : await keepInBin(state, to, to.ref);
    // Only what was kept loses its name; whatever came meanwhile is looked at anew.
    if (kept === null || lookAt(to.directory, to.name)?.inode !== kept) continue;
    moveOver(from, to);
    return to.name;
  }
  return refuse('changed');
}

function mustBeNoDirectory(there: Look | null): void {
  if (there?.type === 'directory') refuse('wrong-type');
}

function isSame(one: Place, other: Place): boolean {
  const [a, b] = [lookAt(one.directory, one.name), lookAt(other.directory, other.name)];
  return a !== null && a.inode === b?.inode;
}

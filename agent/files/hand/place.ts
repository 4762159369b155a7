import type { IfThere } from '../../../contract/files/index.ts';
import { type Look, lookAt } from '../../system/look.ts';
import { linkIfFree, moveOver, type Place, removeIfThere } from '../../system/spool.ts';
import { numbered } from './numbered.ts';
import { refuse } from './refusal.ts';

const NEW_MODE = 0o644;
const MOST_NUMBERED = 1000;

/** The permissions that a file gets: those of what it replaces. */
export const modeFor = (there: Look | null): number => (there?.type === 'file' ? there.mode & 0o777 : NEW_MODE);

/**
 * Puts a finished file under its name, whole or not at all; gives the name it got. After a kill in between it may be called
 * again: a file that has its name already is known by being the same one.
 */
export function putInPlace(from: Place, to: Place, ifThere: IfThere): Buffer {
  if (ifThere === 'replace') {
    if (lookAt(to.directory, to.name)?.type === 'directory') refuse('wrong-type');
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

function isSame(one: Place, other: Place): boolean {
  const [a, b] = [lookAt(one.directory, one.name), lookAt(other.directory, other.name)];
  return a !== null && a.version === b?.version;
}

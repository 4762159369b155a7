import type { IfThere } from '../../../contract/files/index.ts';
import { type Look, lookAt } from '../../system/look.ts';
import { moveIfFree } from '../../system/relocate.ts';
import type { Place } from '../../system/spool.ts';
import { putInBin } from './bin-store.ts';
import { numbered } from './numbered.ts';
import { refuse } from './refusal.ts';

const MOST_NUMBERED = 1000;

/**
 * Puts anything under a name of a tree, never over what has it; gives the name that it got.
 * What is to be replaced goes to the bin first: nothing is lost by it.
 */
export async function relocate(
  folders: { root: number; state: number },
  from: Place & { type: Look['type'] },
  to: Place & { ref: string },
  ifThere: IfThere,
): Promise<Buffer> {
  if (ifThere === 'replace' && lookAt(to.directory, to.name) !== null) await putInBin(folders, to.ref);
  const last = ifThere === 'keep-both' ? MOST_NUMBERED : 1;
  for (let n = 1; n <= last; n += 1) {
    const name = n === 1 ? to.name : numbered(to.name, n);
    if (moveIfFree(from, { directory: to.directory, name }, from.type)) return name;
  }
  return refuse('exists', to.ref);
}

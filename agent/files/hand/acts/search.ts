import { setImmediate as breathe } from 'node:timers/promises';
import { searchQuery } from '../../../../contract/files/index.ts';
import { fold } from '../../../../contract/fold.ts';
import { namesInOpen } from '../../../system/look.ts';
import { closeDirectory, openDirectoryAt, refOfName } from '../../../system/walk.ts';
import { type Progress, sayProgress } from '../answer.ts';
import { type Asked, mustLieWithin, readQuery } from '../asked.ts';
import { describeEntry } from '../entry.ts';
import { codeOf, concerning } from '../refusal.ts';

const MOST_FOUND = 500;
const AT_ONCE = 500;

type Search = { wanted: string; count: number; found: Progress['found']; isOver: () => boolean };

/** GET /search: what has a part of a name, however it is written, told as it is found: what lies near before what lies deep. */
export async function searchNames(asked: Asked): Promise<void> {
  const { at, name } = readQuery(asked, searchQuery);
  mustLieWithin(asked, at);
  await concerning(at, () => closeDirectory(openDirectoryAt(asked.root, at)));
  await sayProgress(asked, async ({ found }) => {
    const isOver = () => search.count >= MOST_FOUND || asked.signal.aborted;
    const search: Search = { wanted: fold(name), count: 0, found, isOver };
    for (let level = [at]; level.length > 0 && !isOver(); ) {
      const next: string[] = [];
      for (const ref of level) if (!isOver()) next.push(...(await searchIn(asked.root, ref, search)));
      level = next;
    }
    return { entries: [], truncated: search.count >= MOST_FOUND };
  });
}

/** Tells what one directory holds; gives the directories in it. */
async function searchIn(root: number, ref: string, search: Search): Promise<string[]> {
  const directory = openIfAllowed(root, ref);
  if (directory === null) return [];
  const below: string[] = [];
  try {
    // Between two directories others get their turn, too.
    await breathe();
    for (const [index, { name, isDirectory }] of namesInOpen(directory).entries()) {
      if (search.isOver()) break;
      if (index % AT_ONCE === AT_ONCE - 1) await breathe();
      const here = refOfName(ref, name);
      if (isDirectory) below.push(here);
      const entry = fold(name.toString('utf8')).includes(search.wanted) ? describeEntry(directory, name, here) : null;
      if (entry === null) continue;
      search.count += 1;
      await search.found(entry);
    }
  } finally {
    closeDirectory(directory);
  }
  return below;
}

/** Null for what went meanwhile, became a link, or may not be looked into. */
function openIfAllowed(root: number, ref: string): number | null {
  try {
    return openDirectoryAt(root, ref);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'].includes(codeOf(error))) return null;
    throw error;
  }
}

import { setImmediate as breathe } from 'node:timers/promises';
import { searchQuery } from '../../../../contract/files/index.ts';
import { fold } from '../../../../contract/fold.ts';
import { namesInOpen } from '../../../system/look.ts';
import { closeDirectory, openDirectoryAt, openSubdirectory, refOfName } from '../../../system/walk.ts';
import { sayProgress } from '../answer.ts';
import { type Asked, mustLieWithin, readQuery } from '../asked.ts';
import { describeEntry } from '../entry.ts';
import { codeOf, concerning } from '../refusal.ts';

const MOST_FOUND = 500;
const AT_ONCE = 500;

/** GET /search: what has a part of a name, however it is written, told as it is found. */
export async function searchNames(asked: Asked): Promise<void> {
  const { at, name } = readQuery(asked, searchQuery);
  mustLieWithin(asked, at);
  const wanted = fold(name);
  const top = await concerning(at, () => openDirectoryAt(asked.root, at));
  await sayProgress(asked, async ({ found }) => {
    let count = 0;
    const isOver = () => count >= MOST_FOUND || asked.signal.aborted;
    /** Closes the directory. */
    const look = async (directory: number, ref: string): Promise<void> => {
      try {
        for (const [index, one] of namesInOpen(directory).entries()) {
          if (isOver()) return;
          if (index % AT_ONCE === AT_ONCE - 1) await breathe();
          const here = refOfName(ref, one.name);
          const entry = fold(one.name.toString('utf8')).includes(wanted) ? describeEntry(directory, one.name, here) : null;
          if (entry) {
            count += 1;
            await found(entry);
          }
          const below = one.isDirectory ? openIfAllowed(directory, one.name) : null;
          if (below !== null) await look(below, here);
        }
      } finally {
        closeDirectory(directory);
      }
    };
    await look(top, at);
    return { entries: [], truncated: count >= MOST_FOUND };
  });
}

/** Null for what went meanwhile, became a link, or may not be looked into. */
function openIfAllowed(directory: number, name: Buffer): number | null {
  try {
    return openSubdirectory(directory, name);
  } catch (error) {
    if (['ENOENT', 'ENOTDIR', 'ELOOP', 'EACCES'].includes(codeOf(error))) return null;
    throw error;
  }
}

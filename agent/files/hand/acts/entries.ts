import { type EntryPage, listQuery } from '../../../../contract/files/index.ts';
import { lookAt, lookAtOpen, namesInOpen } from '../../../system/look.ts';
import { closeDirectory, openDirectoryAt, refOfName } from '../../../system/walk.ts';
import { say } from '../answer.ts';
import { type Asked, mustLieWithin, readQuery } from '../asked.ts';
import { describeEntry, describeLook } from '../entry.ts';
import { type Listed, type Order, pageOf, readCursor, sortListed, writeCursor } from '../listing.ts';
import { concerning, refuse } from '../refusal.ts';
import { SortedDirectories } from '../sorted.ts';

const sorted = new SortedDirectories();

/** GET /entries: one page of a directory. */
export async function listEntries(asked: Asked): Promise<void> {
  const { at, after, limit, only, ...order } = readQuery(asked, listQuery);
  mustLieWithin(asked, at);
  const cursor = after === undefined ? null : (readCursor(after) ?? refuse('invalid-request'));
  const page = await concerning(at, () => {
    const directory = openDirectoryAt(asked.root, at);
    try {
      return readPage(directory, at, { ...order, only, cursor, limit });
    } finally {
      closeDirectory(directory);
    }
  });
  say(asked.response, 200, page);
}

type Wanted = Order & { only: 'all' | 'directories'; cursor: Listed | null; limit: number };

function readPage(directory: number, at: string, { only, cursor, limit, ...order }: Wanted): EntryPage {
  const all = order.order === 'name' ? sorted.of(directory, order) : sortListed(listAll(directory, order), order);
  const shown = only === 'all' ? all : all.filter(({ isDirectory }) => isDirectory);
  const { page, next } = pageOf(shown, order, cursor, limit);
  const entries = page.map(({ name }) => describeEntry(directory, name, refOfName(at, name))).filter((entry) => entry !== null);
  const here = describeLook(lookAtOpen(directory), at);
  return { entries, total: shown.length, next: next && writeCursor(next), here };
}

/** Every name; only sizes and times need a look at each. */
function listAll(directory: number, { order }: Order): Listed[] {
  return namesInOpen(directory).map(({ name, isDirectory }) => {
    const look = lookAt(directory, name);
    const by = look === null ? 0 : order === 'changed' ? look.changedAt : look.type === 'file' ? look.size : 0;
    return { name, isDirectory, shown: name.toString('utf8'), by };
  });
}

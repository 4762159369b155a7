import { type FileEntry, type IfThere, liesWithin, moveOrder, parentRef } from '../../../../contract/files/index.ts';
import { lookAt } from '../../../system/look.ts';
import { closeDirectory, openParentAt, refOfName } from '../../../system/walk.ts';
import { sayProgress } from '../answer.ts';
import { type Asked, mustLieWithin, readOrder } from '../asked.ts';
import { describeEntry } from '../entry.ts';
import { concerning, refuse } from '../refusal.ts';
import { relocate } from '../relocate.ts';

export type Pair = { from: string; to: string };

/** Where everything of an order goes: into a directory under its old name, or to a name of its own. */
export async function readPairs(asked: Asked): Promise<{ pairs: Pair[]; ifThere: IfThere }> {
  const { from, into, to, ifThere } = await readOrder(asked, moveOrder);
  const pairs = from.map((one) => ({ from: one, to: to ?? `${into === '/' ? '' : into}${one.slice(one.lastIndexOf('/'))}` }));
  for (const pair of pairs) {
    mustLieWithin(asked, pair.from, pair.to);
    if (pair.from === '/' || pair.to === '/') refuse('wrong-type', '/');
    if (pair.from !== pair.to && liesWithin(pair.from, pair.to)) refuse('into-itself', pair.from);
  }
  return { pairs, ifThere };
}

/** POST /moves: another directory, or another name. What was moved before a no stays moved. */
export async function moveEntries(asked: Asked): Promise<void> {
  const { pairs, ifThere } = await readPairs(asked);
  await sayProgress(asked, async ({ tell }) => {
    const entries: FileEntry[] = [];
    for (const pair of pairs) {
      if (asked.signal.aborted) break;
      entries.push(await concerning(pair.from, () => move(asked, pair, ifThere)));
      tell(entries.length, pairs.length);
    }
    return { entries };
  });
}

async function move(asked: Asked, pair: Pair, ifThere: IfThere): Promise<FileEntry> {
  const from = openParentAt(asked.root, pair.from);
  try {
    const to = openParentAt(asked.root, pair.to);
    try {
      const { type } = lookAt(from.directory, from.name) ?? refuse('missing', pair.from);
      const isThere = pair.from === pair.to;
      const name = isThere ? to.name : await relocate(asked, { ...from, type }, { ...to, ref: pair.to }, ifThere);
      return describeEntry(to.directory, name, refOfName(parentRef(pair.to), name)) ?? refuse('changed', pair.to);
    } finally {
      closeDirectory(to.directory);
    }
  } finally {
    closeDirectory(from.directory);
  }
}

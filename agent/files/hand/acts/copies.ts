import { randomUUID } from 'node:crypto';
import { type FileEntry, type IfThere, parentRef } from '../../../../contract/files/index.ts';
import { copyTree, measureTree } from '../../../system/copy-below.ts';
import { deleteBelow } from '../../../system/delete-tree.ts';
import { freeBytesOf } from '../../../system/disk.ts';
import { lookAt, namesInOpen } from '../../../system/look.ts';
import { openFolderIn, type Place } from '../../../system/spool.ts';
import { closeDirectory, openParentAt, refOfName } from '../../../system/walk.ts';
import { type Progress, sayProgress } from '../answer.ts';
import type { Asked } from '../asked.ts';
import { describeEntry } from '../entry.ts';
import { concerning, refuse } from '../refusal.ts';
import { relocate } from '../relocate.ts';
import { type Pair, readPairs } from './moves.ts';

/** Copies being made by this hand; whatever else lies in their folder was left by one that was killed. */
const underWay = new Set<string>();

type Run = { asked: Asked; ifThere: IfThere; progress: Progress; total: number; done: number; skipped: number };

/** POST /copies: made out of sight, and put under its name once it is whole. */
export async function copyEntries(asked: Asked): Promise<void> {
  const { pairs, ifThere } = await readPairs(asked);
  await sayProgress(asked, async (progress) => {
    const total = await measureAll(asked, pairs);
    if (total > freeBytesOf(asked.state)) refuse('disk-full');
    const run: Run = { asked, ifThere, progress, total, done: 0, skipped: 0 };
    const entries: FileEntry[] = [];
    for (const pair of pairs) entries.push(await concerning(pair.from, () => copy(run, pair)));
    return { entries, ...(run.skipped > 0 ? { skipped: run.skipped } : {}) };
  });
}

async function measureAll(asked: Asked, pairs: readonly Pair[]): Promise<number> {
  let bytes = 0;
  for (const { from } of pairs) {
    const place = openParentAt(asked.root, from);
    try {
      bytes += await measureTree(place, asked.signal);
    } finally {
      closeDirectory(place.directory);
    }
  }
  return bytes;
}

async function copy(run: Run, pair: Pair): Promise<FileEntry> {
  const { asked } = run;
  const folder = openFolderIn(asked.state, 'copies');
  const draft: Place = { directory: folder, name: Buffer.from(randomUUID()) };
  underWay.add(draft.name.toString());
  const from = openParentAt(asked.root, pair.from);
  try {
    if (lookAt(from.directory, from.name) === null) refuse('missing', pair.from);
    await copyTree(from, draft, {
      signal: asked.signal,
      copied: (bytes) => {
        run.done += bytes;
        run.progress.tell(run.done, run.total);
      },
      skipped: () => {
        run.skipped += 1;
      },
    });
    return await place(run, draft, pair);
  } finally {
    closeDirectory(from.directory);
    await deleteBelow(draft, null, () => {});
    underWay.delete(draft.name.toString());
    closeDirectory(folder);
  }
}

async function place({ asked, ifThere }: Run, draft: Place, pair: Pair): Promise<FileEntry> {
  const to = openParentAt(asked.root, pair.to);
  try {
    const { type } = lookAt(draft.directory, draft.name) ?? refuse('wrong-type', pair.from);
    // A copy beside itself is one more; it never goes in its own place.
    const name = await relocate(
      asked,
      { ...draft, type },
      { ...to, ref: pair.to },
      pair.from === pair.to ? 'keep-both' : ifThere,
    );
    return describeEntry(to.directory, name, refOfName(parentRef(pair.to), name)) ?? refuse('changed', pair.to);
  } finally {
    closeDirectory(to.directory);
  }
}

/** Throws away what a hand that was killed had half copied. */
export async function sweepCopies({ state }: { state: number }): Promise<void> {
  const folder = openFolderIn(state, 'copies');
  try {
    for (const { name } of namesInOpen(folder))
      if (!underWay.has(name.toString())) await deleteBelow({ directory: folder, name }, null, () => {});
  } finally {
    closeDirectory(folder);
  }
}

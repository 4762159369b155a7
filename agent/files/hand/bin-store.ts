import { randomUUID } from 'node:crypto';
import { BIN_MS, type BinItem, nameOf, parentRef } from '../../../contract/files/index.ts';
import { deleteBelow } from '../../system/delete-tree.ts';
import { lookAt, namesInOpen } from '../../system/look.ts';
import { linkInto, makeDirectoryIn, moveInto } from '../../system/relocate.ts';
import { openFolderIn, type Place, syncFolder, writeTextIn } from '../../system/spool.ts';
import { closeDirectory, openDirectoryAt, openParentAt, openSubdirectory } from '../../system/walk.ts';
import { DATA, FACTS, GONE, hasData, type Kept, openItem, readItem } from './bin-item.ts';
import { refuse } from './refusal.ts';
import { tryAll } from './try-all.ts';

/** What its facts were written for, but never came: its hand was killed in between. */
const ORPHAN_MS = 3_600_000;
type Folders = { root: number; state: number };

/** Runs with the bin's folder open. */
async function withBin<T>({ state }: Pick<Folders, 'state'>, work: (bin: number) => Promise<T> | T): Promise<T> {
  const bin = openFolderIn(state, 'bin');
  try {
    return await work(bin);
  } finally {
    closeDirectory(bin);
  }
}

/** Moves something into the bin. */
export async function putInBin(folders: Folders, ref: string, now = Date.now()): Promise<BinItem> {
  if (ref === '/') refuse('wrong-type', ref);
  const from = openParentAt(folders.root, ref);
  try {
    return (await binAs({ folders, from, ref, now }, moveInto)).item;
  } finally {
    closeDirectory(from.directory);
  }
}

/** Keeps something that is no directory in the bin as well, until another takes its name in one step; tells which it was. */
export const keepInBin = async (folders: Pick<Folders, 'state'>, from: Place, ref: string): Promise<string | null> =>
  (await binAs({ folders, from, ref, now: Date.now() }, linkInto)).inode;

type Binning = { folders: Pick<Folders, 'state'>; from: Place; ref: string; now: number };
type Binned = { item: BinItem; inode: string | null };

/** The facts are on the disk before what they tell of comes to them, so that a kill in between loses nothing. */
function binAs({ folders, from, ref, now }: Binning, bring: (from: Place, to: Place) => void): Promise<Binned> {
  return withBin(folders, async (bin) => {
    const look = lookAt(from.directory, from.name) ?? refuse('missing', ref);
    const id = `${now.toString(36)}-${randomUUID().slice(0, 8)}`;
    makeDirectoryIn({ directory: bin, name: Buffer.from(id) }, 0o700);
    const folder = openSubdirectory(bin, Buffer.from(id));
    try {
      const size = look.type === 'file' ? look.size : 0;
      const facts: Kept = { id, ref, type: look.type, size, binnedAt: now, until: now + BIN_MS };
      writeTextIn({ directory: folder, name: FACTS }, JSON.stringify(facts));
      await syncFolder(folder);
      bring(from, { directory: folder, name: DATA });
      await syncFolder(folder);
      return { item: { ...facts, name: nameOf(ref) }, inode: lookAt(folder, DATA)?.inode ?? null };
    } finally {
      closeDirectory(folder);
    }
  });
}

/** What lies in the bin, the newest first; from the one after `after`, whether that is still there or not. */
export async function* binItems({ state }: Pick<Folders, 'state'>, after = '~'): AsyncGenerator<BinItem, void> {
  const bin = openFolderIn(state, 'bin');
  try {
    // Ids begin with the time, in as many digits until 2059.
    const ids = namesInOpen(bin).map(({ name }) => name.toString('latin1'));
    for (const id of ids
      .filter((one) => one < after)
      .sort()
      .reverse()) {
      const item = readItem(bin, id);
      if (item !== null) yield item;
    }
  } finally {
    closeDirectory(bin);
  }
}

/** Hands the caller one thing of the bin, in its folder; what is left of the folder goes once the thing is gone from it. */
export function withItem<T>(folders: Folders, id: string, work: (item: BinItem, data: Place) => Promise<T>): Promise<T> {
  return withBin(folders, async (bin) => {
    const item = readItem(bin, id) ?? refuse('missing');
    const folder = openItem(bin, id) ?? refuse('missing');
    try {
      const result = await work(item, { directory: folder, name: DATA });
      if (lookAt(folder, DATA) === null) await deleteBelow({ directory: bin, name: Buffer.from(id) }, null, () => {});
      return result;
    } finally {
      closeDirectory(folder);
    }
  });
}

/** Deletes one thing of the bin for good. It leaves the list first, so that a half of it is never given back. */
export async function destroy(data: Place, signal: AbortSignal | null, deleted: () => void): Promise<void> {
  const gone = { ...data, name: GONE };
  moveInto(data, gone);
  await deleteBelow(gone, signal, deleted);
}

/** The directory that something of the bin came from, open; made anew where it is gone. */
export function openFormerParent(root: number, ref: string): number {
  const parent = parentRef(ref);
  const segments = parent.split('/').filter(Boolean);
  for (let depth = 1; depth <= segments.length; depth += 1) {
    const place = openParentAt(root, `/${segments.slice(0, depth).join('/')}`);
    try {
      if (lookAt(place.directory, place.name) === null) makeDirectoryIn(place, 0o755);
    } finally {
      closeDirectory(place.directory);
    }
  }
  return openDirectoryAt(root, parent);
}

/**
 * Deletes what has lain in the bin for its time, and what is left of a binning or a deletion that was killed. What cannot be
 * deleted, such as a directory of somebody else's in one of the customer's, keeps no other thing.
 */
export const purgeBin = (folders: Pick<Folders, 'state'>, now: number): Promise<void> =>
  withBin(folders, (bin) =>
    tryAll(namesInOpen(bin), async ({ name }) => {
      if (isOver(bin, name, now)) await deleteBelow({ directory: bin, name }, null, () => {});
    }),
  );

function isOver(bin: number, name: Buffer, now: number): boolean {
  const id = name.toString('latin1');
  const item = readItem(bin, id);
  if (item !== null) return item.until <= now;
  const since = lookAt(bin, name)?.changedAt ?? now;
  return since + (hasData(bin, id) ? BIN_MS : ORPHAN_MS) <= now;
}

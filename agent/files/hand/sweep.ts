import type { TreePlace } from '../../system/tree-place.ts';
import { sweepCopies } from './acts/copies.ts';
import { sweepUploads } from './acts/uploads.ts';
import { purgeBin } from './bin-store.ts';
import { tryAll } from './try-all.ts';

/** Throws away what nobody wants any longer: uploads that nobody went on with, copies that were never whole, and what lay in the bin for its time. */
export async function sweep({ state }: TreePlace): Promise<void> {
  const now = Date.now();
  await tryAll([() => sweepUploads(state, now), () => sweepCopies({ state }), () => purgeBin({ state }, now)], (part) => part());
}

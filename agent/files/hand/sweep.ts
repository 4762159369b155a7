import type { TreePlace } from '../../system/tree-place.ts';
import { sweepCopies } from './acts/copies.ts';
import { sweepUploads } from './acts/uploads.ts';
import { purgeBin } from './bin-store.ts';

/** Throws away what nobody wants any longer: uploads that nobody went on with, copies that were never whole, and what lay in the bin for its time. */
export async function sweep({ state }: TreePlace): Promise<void> {
  sweepUploads(state, Date.now());
  await sweepCopies({ state });
  await purgeBin({ state }, Date.now());
}

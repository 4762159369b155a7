import type { TreePlace } from '../../system/tree-place.ts';
import { sweepUploads } from './acts/uploads.ts';

/** Throws away what nobody wants any longer: uploads that nobody went on with, and what lay in the bin for its time. */
export async function sweep({ state }: TreePlace): Promise<void> {
  sweepUploads(state, Date.now());
}

import type { TreePlace } from '../../system/tree-place.ts';

/** Throws away what nobody wants any longer: uploads that nobody went on with, and what lay in the bin for its time. */
export async function sweep(_place: TreePlace): Promise<void> {}

import type { Door } from '../door/door.ts';
import type { DoorFailure } from '../door/fault.ts';

/** As far back as is worth looking for what was binned a moment ago. */
const PAGES = 10;

/** The places in the bin of what was binned last from these; what somebody else has taken out meanwhile is left out. */
export async function lastBinned(door: Pick<Door, 'bin'>, refs: readonly string[]): Promise<string[]> {
  const wanted = new Set(refs);
  const ids: string[] = [];
  let after: string | undefined;
  for (let page = 0; page < PAGES && wanted.size > 0; page++) {
    const result = await door.bin(after);
    if (!result.ok) break;
    // The newest comes first, so an older thing of the same name is not taken for it.
    for (const { id, ref } of result.value.items) if (wanted.delete(ref)) ids.push(id);
    if (result.value.next === null) break;
    after = result.value.next;
  }
  return ids;
}

export interface Restored {
  refs: string[];
  failure: DoorFailure | null;
}

/** Takes things out of the bin again; beside what has taken their name meanwhile, never over it. */
export async function restoreAll(door: Pick<Door, 'restore'>, ids: readonly string[]): Promise<Restored> {
  const refs: string[] = [];
  for (const id of ids) {
    const result = await door.restore(id, 'keep-both');
    if (!result.ok) return { refs, failure: result };
    refs.push(result.value.ref);
  }
  return { refs, failure: null };
}

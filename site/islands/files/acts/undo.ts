import type { Door } from '../door/door.ts';
import type { DoorFailure } from '../door/fault.ts';

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

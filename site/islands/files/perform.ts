import type { FileEntry, IfThere } from '../../../contract/files/server.ts';
import type { Act, Said } from './door/act.ts';
import type { DoorFailure } from './door/fault.ts';

/** The most that one order names. */
const MOST = 1000;

/** The part of a door that a long act needs. */
export interface Performer {
  act(act: Act, signal?: AbortSignal): AsyncGenerator<Said, void>;
}
export interface Watched {
  signal: AbortSignal;
  onProgress: (done: number, total: number | null) => void;
}
export interface Outcome {
  entries: FileEntry[];
  /** Ids in the bin. */
  binned: string[];
  /** Sockets, devices and the like, which cannot be copied. */
  uncopied: number;
  /** Left as they were by the person's own word. */
  skipped: number;
  failure: DoorFailure | null;
}
export type Choice = { what: 'keep-both' | 'replace' | 'skip'; forAll: boolean };
/** Asks what to do with something whose name is taken; null when the person gives the whole act up. */
export type AskChoice = (ref: string, more: boolean) => Promise<Choice | null>;

export const nothingDone = (failure: DoorFailure | null = null): Outcome => ({
  entries: [],
  binned: [],
  uncopied: 0,
  skipped: 0,
  failure,
});

/** What two acts one after another came to. */
export const together = (first: Outcome, then: Outcome): Outcome => ({
  entries: [...first.entries, ...then.entries],
  binned: [...first.binned, ...then.binned],
  uncopied: first.uncopied + then.uncopied,
  skipped: first.skipped + then.skipped,
  failure: then.failure ?? first.failure,
});

/** Follows one long act to its end. */
export async function follow(said: AsyncGenerator<Said, void>, { onProgress }: Pick<Watched, 'onProgress'>): Promise<Outcome> {
  for await (const one of said) {
    if ('done' in one) onProgress(one.done, one.total);
    else if ('end' in one) {
      if (!one.end.ok) return nothingDone(one.end);
      const { entries, binned, skipped } = one.end.value;
      return { ...nothingDone(), entries, binned: binned.map(({ id }) => id), uncopied: skipped };
    }
  }
  throw new Error('a long act without an end');
}

const portionsOf = (refs: readonly string[]): string[][] =>
  Array.from({ length: Math.ceil(refs.length / MOST) }, (_, at) => refs.slice(at * MOST, (at + 1) * MOST));

/** Does one thing with all of these, as many at a time as an order takes; stops at the first no. */
export async function inPortions(
  refs: readonly string[],
  watched: Watched,
  perform: (portion: string[]) => AsyncGenerator<Said, void>,
): Promise<Outcome> {
  let all = nothingDone();
  for (const portion of portionsOf(refs)) {
    all = together(all, await follow(perform(portion), watched));
    if (all.failure) break;
  }
  return all;
}

const lastName = (ref: string) => ref.slice(ref.lastIndexOf('/') + 1);

/**
 * Moves or copies into a directory. They go in the order given, and stop where a name is taken: what was before that is done,
 * and after the person's choice the rest goes on.
 */
export async function carry(
  door: Performer,
  { post, from, into }: { post: '/moves' | '/copies'; from: readonly string[]; into: string },
  ask: AskChoice,
  watched: Watched,
): Promise<Outcome> {
  let all = nothingDone();
  let left = [...from];
  let standing: Choice['what'] | null = null;
  const send = async (refs: string[], what: Choice['what'] | null) => {
    const ifThere: IfThere = what === null || what === 'skip' ? 'refuse' : what;
    all = together(
      { ...all, failure: null },
      await inPortions(refs, watched, (portion) => door.act({ post, order: { from: portion, into, ifThere } }, watched.signal)),
    );
    return all.failure;
  };
  const skip = (count: number) => {
    all = { ...all, skipped: all.skipped + count, failure: null };
  };
  while (left.length > 0) {
    const taken = takenIn(left, await send(left, standing));
    if (taken === -1) return all;
    const ref = left[taken] ?? '';
    const choice: Choice | null = standing === 'skip' ? { what: 'skip', forAll: true } : await ask(ref, taken < left.length - 1);
    if (!choice) {
      skip(left.length - taken);
      return all;
    }
    if (choice.forAll) standing = choice.what;
    left = left.slice(taken + 1);
    if (choice.what === 'skip') skip(1);
    else if (await send([ref], choice.what)) return all;
  }
  return { ...all, failure: null };
}

/** Which of these the act stopped at because its name was taken; -1 when it did not. */
function takenIn(refs: readonly string[], failure: DoorFailure | null): number {
  const { fault, at } = failure ?? {};
  return fault === 'exists' && at ? refs.findIndex((ref) => lastName(ref) === lastName(at)) : -1;
}

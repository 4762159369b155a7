import type { FileEntry, IfThere } from '../../../contract/files/server.ts';
import type { Act, Said } from './door/door.ts';
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
  /** Left as they were by the person's own word. */
  skipped: number;
  failure: DoorFailure | null;
}
export type Choice = { what: 'keep-both' | 'replace' | 'skip'; forAll: boolean };
/** Asks what to do with something whose name is taken; null when the person gives the whole act up. */
export type AskChoice = (ref: string, more: boolean) => Promise<Choice | null>;

/** Follows one long act to its end. */
export async function follow(said: AsyncGenerator<Said, void>, { onProgress }: Pick<Watched, 'onProgress'>): Promise<Outcome> {
  for await (const one of said) {
    if ('done' in one) onProgress(one.done, one.total);
    else if ('end' in one)
      return one.end.ok
        ? { entries: one.end.value.entries, skipped: 0, failure: null }
        : { entries: [], skipped: 0, failure: one.end };
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
  const entries: FileEntry[] = [];
  for (const portion of portionsOf(refs)) {
    const outcome = await follow(perform(portion), watched);
    entries.push(...outcome.entries);
    if (outcome.failure) return { entries, skipped: 0, failure: outcome.failure };
  }
  return { entries, skipped: 0, failure: null };
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
  const entries: FileEntry[] = [];
  let skipped = 0;
  let left = [...from];
  let standing: Choice['what'] | null = null;
  const send = (refs: string[], ifThere: IfThere) =>
    inPortions(refs, watched, (portion) => door.act({ post, order: { from: portion, into, ifThere } }, watched.signal));
  while (left.length > 0) {
    const outcome = await send(left, standing === null || standing === 'skip' ? 'refuse' : standing);
    entries.push(...outcome.entries);
    const { failure } = outcome;
    const at = failure?.fault === 'exists' && failure.at !== null ? lastName(failure.at) : null;
    const place = at === null ? -1 : left.findIndex((ref) => lastName(ref) === at);
    const taken = left[place];
    if (taken === undefined) return { entries, skipped, failure };
    const choice: Choice | null =
      standing === 'skip' ? { what: 'skip', forAll: true } : await ask(taken, place < left.length - 1);
    if (!choice) return { entries, skipped: skipped + left.length - place, failure: null };
    left = left.slice(place + 1);
    if (choice.forAll) standing = choice.what;
    if (choice.what === 'skip') {
      skipped += 1;
      continue;
    }
    if (choice.forAll) {
      left.unshift(taken);
      continue;
    }
    const one = await send([taken], choice.what);
    entries.push(...one.entries);
    if (one.failure) return { entries, skipped, failure: one.failure };
  }
  return { entries, skipped, failure: null };
}

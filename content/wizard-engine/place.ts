import { flowAddress, pageAddress } from './address.ts';
import { type Answered, type Answers, resolve, toAnswers } from './resolve.ts';
import type { Flow } from './schema.ts';
import { longestWay } from './walk.ts';

/** What a page shows of the answers in its address. */
export type Place = Readonly<{
  page: string;
  /** Answers that led here, in order. */
  before: readonly Answered[];
  /** The answer this question already has, when a person came back to change it. */
  chosen: string | null;
  /** Later answers, kept as long as they still apply. */
  later: readonly Answered[];
  /** Number of this question, and the most questions there can be on this way. */
  number: number;
  atMost: number;
}>;

export type Direction = Readonly<
  { type: 'show'; place: Place } | { type: 'go'; to: string; why: 'answered' | 'leads-elsewhere' } | { type: 'unknown' }
>;

/**
 * What a request for a page of this wizard gets: the page, the way on, or nothing.
 *
 * The wizard's own address with answers means "take me on"; a question's address means "show it", answered or not.
 */
export function direct(flow: Flow, page: string | null, answers: Answers): Direction {
  const { path, end } = resolve(flow, answers);
  if (page === null && Object.keys(answers).length > 0)
    return { type: 'go', to: pageAddress(flow.id, end.id, path), why: 'answered' };
  const wanted = page ?? flow.routing.start;
  if (!Object.hasOwn(flow.routing.questions, wanted) && !Object.hasOwn(flow.policy.outcomes, wanted)) return { type: 'unknown' };
  const answeredAt = path.findIndex(({ question }) => question === wanted);
  const at = answeredAt >= 0 ? answeredAt : end.id === wanted ? path.length : -1;
  if (at < 0) return { type: 'go', to: pageAddress(flow.id, end.id, path), why: 'leads-elsewhere' };
  return { type: 'show', place: placeAt(flow, wanted, path, at) };
}

function placeAt(flow: Flow, page: string, path: readonly Answered[], at: number): Place {
  const before = path.slice(0, at);
  return {
    page,
    before,
    chosen: path[at]?.option ?? null,
    later: path.slice(at + 1),
    number: at + 1,
    atMost: longestWay(flow, toAnswers(before)),
  };
}

const wholePath = ({ page, before, chosen, later }: Pick<Place, 'page' | 'before' | 'chosen' | 'later'>): Answered[] => [
  ...before,
  ...(chosen === null ? [] : [{ question: page, option: chosen }]),
  ...later,
];

/** The earlier question at which one answer can be changed, the others kept. */
export const changeAddress = (flow: Flow, place: Place, question: string) => pageAddress(flow.id, question, wholePath(place));

/** One step back; from the first question, the wizard's own first page. */
export function backAddress(flow: Flow, place: Place): string {
  const last = place.before.at(-1);
  return last ? changeAddress(flow, place, last.question) : flowAddress(flow.id);
}

/** The page that some answers replaced, or taken back (null), lead to, as an end's "rather this" links need it. */
export function insteadAddress(
  flow: Flow,
  place: Pick<Place, 'page' | 'before' | 'chosen' | 'later'>,
  changed: ChangedAnswers,
): string {
  const { path, end } = resolve(flow, changeAnswers(toAnswers(wholePath(place)), changed));
  return pageAddress(flow.id, end.id, path);
}

type ChangedAnswers = Readonly<Record<string, string | null>>;

/** Answers with some of them replaced or, where null, taken back. */
export const changeAnswers = (answers: Answers, changed: ChangedAnswers): Answers =>
  Object.fromEntries(Object.entries({ ...answers, ...changed }).filter((entry): entry is [string, string] => entry[1] !== null));

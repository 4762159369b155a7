import { fold } from '../../contract/fold.ts';
import { type GrantSpec, isAccessSpec } from '../../contract/index.ts';

/* The words under which a grant is found; whoever looks for it types the beginning of one. */

/** Longer words differ in nothing that anybody types. */
const MAX_LENGTH = 60;
/** A deep directory has more parts than anybody looks for. */
const MAX_TERMS = 30;
/** How many words of one search count. */
const MAX_WORDS = 5;

export interface Findable {
  name: string;
  email: string;
  service: string;
  spec: GrantSpec;
  /** What it opens, by its name on the service. */
  target: string;
}

const short = (word: string) => word.slice(0, MAX_LENGTH);
const spaced = (text: string) => fold(text).split(/\s+/).filter(Boolean);
/** Each word whole and each of its parts, great and small: `/public_html/nowy-sklep` is found by `nowy-sklep` and by `sklep` too. */
const withParts = (text: string) =>
  spaced(text).flatMap((word) => [word, ...word.split('/'), ...word.split(/[^\p{L}\p{N}]+/u)].filter(Boolean));

/** The words of one grant, each once, whole ones first. */
export function termsOf({ name, email, service, spec, target }: Findable): string[] {
  const domainOf = (address: string) => address.split('@')[1] ?? '';
  const opened = isAccessSpec(spec) ? [target, domainOf(target)] : [];
  const texts = [name, email, domainOf(email), service, ...opened];
  const words = [...texts.flatMap(spaced), ...texts.flatMap(withParts)];
  return [...new Set(words.map(short))].slice(0, MAX_TERMS);
}

/** The words that somebody looks for, the longest first: it finds the fewest. */
export const wordsOf = (search: string): string[] =>
  [...new Set(spaced(search).map(short))].slice(0, MAX_WORDS).sort((a, b) => b.length - a.length);

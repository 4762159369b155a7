/*
 * Names as people read them. Browsers turn letters beyond ASCII into `xn--` and never back, so the way back stands here
 * (RFC 3492).
 */

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;
const SKEW = 38;
const DAMP = 700;

function adapted(delta: number, points: number, isFirst: boolean): number {
  let left = isFirst ? Math.floor(delta / DAMP) : delta >> 1;
  left += Math.floor(left / points);
  let bias = 0;
  for (; left > ((BASE - T_MIN) * T_MAX) >> 1; bias += BASE) left = Math.floor(left / (BASE - T_MIN));
  return bias + Math.floor(((BASE - T_MIN + 1) * left) / (left + SKEW));
}

const digitOf = (character: string | undefined): number =>
  character === undefined ? Number.NaN : '0123456789'.includes(character) ? 26 + Number(character) : character.charCodeAt(0) - 97;

/** The letters of a label without its `xn--`; null when it holds none. */
function decoded(code: string): string | null {
  const edge = code.lastIndexOf('-');
  const letters = [...code.slice(0, Math.max(0, edge))];
  let [point, bias, place, at] = [128, 72, 0, edge + 1];
  while (at < code.length) {
    const before = place;
    for (let [weight, step] = [1, BASE]; ; step += BASE) {
      const digit = digitOf(code[at++]);
      if (!(digit >= 0 && digit < BASE)) return null;
      place += digit * weight;
      const threshold = step <= bias ? T_MIN : step >= bias + T_MAX ? T_MAX : step - bias;
      if (digit < threshold) break;
      weight *= BASE - threshold;
    }
    const many = letters.length + 1;
    bias = adapted(place - before, many, before === 0);
    point += Math.floor(place / many);
    if (point > 0xffff) return null;
    place %= many;
    letters.splice(place++, 0, String.fromCodePoint(point));
  }
  return letters.join('');
}

/** Latin letters only: a name that could pass for another one stays in its `xn--` form. */
const LATIN = /^[a-z0-9\u00df-\u00f6\u00f8-\u017f-]+$/;

function readable(label: string): string {
  if (!label.startsWith('xn--')) return label;
  const letters = decoded(label.slice(4));
  if (letters === null || !LATIN.test(letters) || !URL.canParse(`http://${letters}.pl`)) return label;
  return new URL(`http://${letters}.pl`).hostname === `${label}.pl` ? letters : label;
}

/** A name with its Polish letters: „xn--w-uga1v8h.pl” is „żółw.pl”. */
export const readableName = (name: string): string => name.split('.').map(readable).join('.');

/** The same for every name in a sentence that the server has written. */
export const readableText = (text: string): string => text.replace(/[a-z0-9_.-]*xn--[a-z0-9.-]+/g, readableName);

/** A name as it is typed in a domain: `@` for the domain itself, else what stands before it; whole where that alone would be taken for another. */
export function relativeName(name: string, domain: string): string {
  if (name === domain) return '@';
  const before = name.endsWith(`.${domain}`) ? name.slice(0, -domain.length - 1) : name;
  return readableName(before === domain || before.endsWith(`.${domain}`) ? name : before);
}

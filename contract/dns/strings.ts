/** Most bytes of one character-string (RFC 1035, 3.3). */
const MAX_STRING = 255;
const utf8 = new TextEncoder();

/** What stands at `at` after a backslash: a byte as three digits, or a character as it is. Null where neither does. */
function escaped(text: string, at: number): { bytes: Iterable<number>; length: number } | null {
  const digits = /^\d{3}/.exec(text.slice(at, at + 3))?.[0];
  if (digits) return Number(digits) > 255 ? null : { bytes: [Number(digits)], length: 3 };
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return at < text.length && !/\d/.test(character) ? { bytes: utf8.encode(character), length: character.length } : null;
}

/** The strings of a presentation text, quoted or not, as bytes; null when a quote or an escape is not finished. */
export function readStrings(text: string): number[][] | null {
  const strings: number[][] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(text[at] ?? '')) at += 1;
    if (at >= text.length) return strings;
    const quoted = text[at] === '"';
    const read = readString(text, quoted ? at + 1 : at, quoted);
    if (!read) return null;
    strings.push(read.bytes);
    at = read.end;
  }
}

function readString(text: string, from: number, quoted: boolean): { bytes: number[]; end: number } | null {
  const bytes: number[] = [];
  const ends = (character: string | undefined) =>
    quoted ? character === '"' : character === undefined || /[\s"]/.test(character);
  let at = from;
  while (!ends(text[at])) {
    if (text[at] === undefined) return null;
    const read = text[at] === '\\' ? escaped(text, at + 1) : plain(text, at);
    if (!read) return null;
    bytes.push(...read.bytes);
    at += read.length + (text[at] === '\\' ? 1 : 0);
  }
  // A quote ends its string, and nothing may lean on it.
  if (quoted && !/^(\s|$)/.test(text.slice(at + 1, at + 2))) return null;
  if (!quoted && text[at] === '"') return null;
  return { bytes, end: quoted ? at + 1 : at };
}

function plain(text: string, at: number) {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  return { bytes: utf8.encode(character), length: character.length };
}

function written(byte: number): string {
  if (byte === 0x22 || byte === 0x5c) return `\\${String.fromCharCode(byte)}`;
  return byte >= 0x20 && byte <= 0x7e ? String.fromCharCode(byte) : `\\${String(byte).padStart(3, '0')}`;
}

/** One string, quoted. */
export const quoted = (bytes: readonly number[]): string => `"${bytes.map(written).join('')}"`;

/** Strings as one text, each quoted, those that are too long in parts. */
export const writeStrings = (strings: readonly (readonly number[])[]): string =>
  strings
    .flatMap((bytes) =>
      Array.from({ length: Math.max(1, Math.ceil(bytes.length / MAX_STRING)) }, (_, part) =>
        bytes.slice(part * MAX_STRING, (part + 1) * MAX_STRING),
      ),
    )
    .map(quoted)
    .join(' ');

/** A text in quotes, whatever it holds. */
export const quoteText = (text: string): string => `"${text.replace(/["\\]/g, '\\$&')}"`;

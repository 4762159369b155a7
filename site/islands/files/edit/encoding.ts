/** How the bytes of a text file are read and written again. */
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'windows-1250', 'iso-8859-2'] as const;
export type Encoding = (typeof ENCODINGS)[number];
type OneByte = 'windows-1250' | 'iso-8859-2';

const BOM = [0xef, 0xbb, 0xbf];
const startsWithBom = (bytes: Uint8Array) => BOM.every((byte, at) => bytes[at] === byte);

/** The text that bytes stand for, or null when they stand for none in this encoding. */
export function decode(bytes: Uint8Array, encoding: Encoding): string | null {
  if (encoding === 'windows-1250' || encoding === 'iso-8859-2') return new TextDecoder(encoding).decode(bytes);
  if (startsWithBom(bytes) !== (encoding === 'utf-8-bom')) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (fault) {
    // A decoder says so of bytes that are no UTF-8; anything else is a fault of ours.
    if (fault instanceof TypeError) return null;
    throw fault;
  }
}

const reverse = new Map<OneByte, Map<string, number>>();

/** Which byte stands for a character: browsers can read these encodings, but write UTF-8 alone. */
function bytesOf(encoding: OneByte): Map<string, number> {
  const known = reverse.get(encoding);
  if (known) return known;
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  const table = new Map([...letters].map((letter, byte) => [letter, byte] as const));
  reverse.set(encoding, table);
  return table;
}

export interface Misfit {
  letter: string;
  /** From 1. */
  line: number;
}
export type Encoded = { ok: true; bytes: Uint8Array<ArrayBuffer> } | { ok: false; misfits: readonly Misfit[] };

/** Different characters that an encoding has no byte for, each with the first line that it stands in. */
function misfitsIn(text: string, fits: (letter: string) => boolean): Misfit[] {
  const found = new Map<string, number>();
  let line = 1;
  for (const letter of text) {
    if (letter === '\n') line++;
    else if (!fits(letter) && !found.has(letter)) found.set(letter, line);
  }
  return [...found].map(([letter, at]) => ({ letter, line: at }));
}

/** The bytes of a text; or what cannot be written in this encoding, and is never replaced without a word. */
export function encode(text: string, encoding: Encoding): Encoded {
  if (encoding === 'utf-8' || encoding === 'utf-8-bom') {
    if (!text.isWellFormed()) return { ok: false, misfits: misfitsIn(text, (letter) => letter.isWellFormed()) };
    const bytes = new TextEncoder().encode(text);
    return { ok: true, bytes: encoding === 'utf-8' ? bytes : Uint8Array.from([...BOM, ...bytes]) };
  }
  const table = bytesOf(encoding);
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) {
    const byte = table.get(text.charAt(at));
    if (byte === undefined) return { ok: false, misfits: misfitsIn(text, (letter) => table.has(letter)) };
    bytes[at] = byte;
  }
  return { ok: true, bytes };
}

import { decode, type Encoding } from './encoding.ts';

const DECLARED = /(?:charset\s*=\s*|encoding\s*=\s*|@charset\s+)["']?([\w-]+)/i;
const NAMES: Record<string, Encoding> = {
  'windows-1250': 'windows-1250',
  cp1250: 'windows-1250',
  'cp-1250': 'windows-1250',
  'iso-8859-2': 'iso-8859-2',
  'iso8859-2': 'iso-8859-2',
  latin2: 'iso-8859-2',
};
/** ą ś ź Ą Ś Ź where the two encodings differ; each of these bytes is a mark or a foreign letter in the other one. */
const ISO_LETTERS = new Set([0xb1, 0xb6, 0xbc, 0xa1, 0xa6, 0xac]);
const WINDOWS_LETTERS = new Set([0xb9, 0x9c, 0x9f, 0xa5, 0x8c, 0x8f]);
/** Text has tabs, line ends, form feeds and, in old files, an end mark or an escape; nothing else below a space. */
const TEXT_CONTROLS = new Set([0x09, 0x0a, 0x0c, 0x0d, 0x1a, 0x1b]);

/** True for bytes that no text editor should touch. */
export const isBinary = (bytes: Uint8Array): boolean => bytes.some((byte) => byte < 0x20 && !TEXT_CONTROLS.has(byte));

function declared(bytes: Uint8Array): Encoding | null {
  const name = DECLARED.exec(new TextDecoder('windows-1250').decode(bytes.subarray(0, 1024)))?.[1];
  return (name && NAMES[name.toLowerCase()]) || null;
}

const countOf = (bytes: Uint8Array, letters: ReadonlySet<number>) =>
  bytes.reduce((sum, byte) => sum + (letters.has(byte) ? 1 : 0), 0);

/** The encoding that a file is most likely in: what holds for certain, then what it says of itself, then its Polish letters. */
export function recognise(bytes: Uint8Array): Encoding {
  for (const encoding of ['utf-8-bom', 'utf-8'] as const) if (decode(bytes, encoding) !== null) return encoding;
  const said = declared(bytes);
  if (said) return said;
  // Nothing is written with 0x80–0x9f in ISO-8859-2.
  if (bytes.some((byte) => byte >= 0x80 && byte <= 0x9f)) return 'windows-1250';
  return countOf(bytes, ISO_LETTERS) > countOf(bytes, WINDOWS_LETTERS) ? 'iso-8859-2' : 'windows-1250';
}

// No zod here: pages in a browser need this without a schema library.

const MAX_SEGMENT_BYTES = 255;
const MAX_REF = 4096 * 3;
/** RFC 3986 `pchar` without what some programs unescape on their own; every other byte is `%XX`, upper-case. */
const SEGMENT = /^(?:[A-Za-z0-9._~!$()*+,;=:@-]|%(?!00|2F)[0-9A-F]{2})+$/;

const bytesIn = (segment: string) => segment.replace(/%[0-9A-F]{2}/g, '_').length;
const isSegment = (segment: string) =>
  SEGMENT.test(segment) &&
  segment !== '.' &&
  segment !== '..' &&
  !/^(?:\.|%2E){1,2}$/.test(segment) &&
  bytesIn(segment) <= MAX_SEGMENT_BYTES;

/** True for `/` and for an absolute path of percent-encoded names without `.`, `..`, empty or over-long ones. */
export const isFileRef = (ref: string): boolean =>
  ref === '/' || (ref.length <= MAX_REF && ref.startsWith('/') && ref.slice(1).split('/').every(isSegment));

const encoder = new TextEncoder();
const PLAIN = /[A-Za-z0-9._~!$()*+,;=:@-]/;

/** The segment of a reference that stands for a name in UTF-8. */
export const refSegment = (name: string): string =>
  [...encoder.encode(name)]
    .map((byte) => {
      const letter = String.fromCharCode(byte);
      return byte < 128 && PLAIN.test(letter) ? letter : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
    })
    .join('');

/** A name directly in a directory. */
export const refIn = (directory: string, name: string): string => `${directory === '/' ? '' : directory}/${refSegment(name)}`;

/** The directory that something lies in; `/` lies in itself. */
export const parentRef = (ref: string): string => ref.slice(0, ref.lastIndexOf('/')) || '/';

/** True when `ref` is `directory` or lies below it. */
export const liesWithin = (directory: string, ref: string): boolean =>
  directory === '/' || ref === directory || ref.startsWith(`${directory}/`);

/** The last name of a reference as it can be read; bytes that are no UTF-8 become U+FFFD. */
export function nameOf(ref: string): string {
  const segment = ref.slice(ref.lastIndexOf('/') + 1);
  const bytes = segment.replace(/%([0-9A-F]{2})|./g, (letter, hex?: string) =>
    hex === undefined ? letter : String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return new TextDecoder('utf-8', { fatal: false, ignoreBOM: true }).decode(
    Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)),
  );
}

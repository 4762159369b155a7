/** Bytes from `start` to `end`, both sent. */
export type ByteRange = { start: number; end: number };

/**
 * What of a file a request asks for (RFC 9110, 14.2): `whole` where there is no range, several, or one that is not understood;
 * `beyond` where nothing of the file lies in it.
 */
export function readRange(header: string | undefined, size: number): ByteRange | 'whole' | 'beyond' {
  const [, first, last] = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? '') ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return 'whole';
  if (first === '') return suffix(Number(last), size);
  const [start, end] = [Number(first), last === '' ? size - 1 : Math.min(Number(last), size - 1)];
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= size ? 'beyond' : { start, end };
}

const suffix = (length: number, size: number): ByteRange | 'beyond' =>
  length === 0 || size === 0 ? 'beyond' : { start: Math.max(0, size - length), end: size - 1 };

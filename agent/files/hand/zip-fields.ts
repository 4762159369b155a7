/** One thing in an archive; its name holds `/` between directories, and for one ends without. */
export type ZipEntry = {
  name: Buffer;
  /** Permission bits. */
  mode: number;
  /** Epoch ms. */
  changedAt: number;
  /** What its bytes will be at most; null for a directory. */
  content: { size: number; bytes: AsyncIterable<Buffer> } | null;
};

/** The same once it is in the archive: where it begins, and what its bytes came to. */
export type Written = { entry: ZipEntry; at: number; size: number; sum: number };

/** From here on a number stands in 64 bits elsewhere (APPNOTE 4.4.1.4). */
const MOST_32 = 0xffffffff;
const MOST_16 = 0xffff;
const VERSION = 45;
const UNIX = 3 << 8;
/** Sizes and sum follow the bytes, which are not known before. */
const FOLLOWS = 1 << 3;
const UTF8 = 1 << 11;

const isLong = ({ content }: ZipEntry) => (content?.size ?? 0) >= MOST_32;
const nameOf = ({ name, content }: ZipEntry) => (content ? name : Buffer.concat([name, Buffer.from('/')]));
const isUtf8 = (name: Buffer) => Buffer.from(name.toString('utf8')).equals(name);
const flagsOf = ({ name, content }: ZipEntry) => (content ? FOLLOWS : 0) | (isUtf8(name) ? UTF8 : 0);

/** Numbers of two, four and eight bytes, the lowest first. */
type Field = readonly [2 | 4 | 8, number];
function pack(...fields: readonly Field[]): Buffer {
  const bytes = Buffer.alloc(fields.reduce((sum, [width]) => sum + width, 0));
  let at = 0;
  for (const [width, value] of fields) {
    if (width === 2) bytes.writeUInt16LE(value, at);
    else if (width === 4) bytes.writeUInt32LE(value, at);
    else bytes.writeBigUInt64LE(BigInt(value), at);
    at += width;
  }
  return bytes;
}

/** What stands before a file, or for a directory. */
export function localHeader(entry: ZipEntry): Buffer {
  const name = nameOf(entry);
  const size = isLong(entry) ? MOST_32 : 0;
  const long = isLong(entry) ? pack([2, 1], [2, 16], [8, 0], [8, 0]) : Buffer.alloc(0);
  const extra = Buffer.concat([long, timeField(entry)]);
  const start = pack([4, 0x04034b50], [2, VERSION], [2, flagsOf(entry)], [2, 0], ...dosTime(entry), [4, 0], [4, size], [4, size]);
  return Buffer.concat([start, pack([2, name.length], [2, extra.length]), name, extra]);
}

/** What follows the bytes of a file. */
export const descriptor = ({ entry, size, sum }: Written): Buffer =>
  isLong(entry) ? pack([4, 0x08074b50], [4, sum], [8, size], [8, size]) : pack([4, 0x08074b50], [4, sum], [4, size], [4, size]);

/** Its line in the list at the end. */
export function centralHeader({ entry, at, size, sum }: Written): Buffer {
  const name = nameOf(entry);
  const needs64 = isLong(entry) || at >= MOST_32;
  const [size32, at32] = needs64 ? [MOST_32, MOST_32] : [size, at];
  const long = needs64 ? pack([2, 1], [2, 24], [8, size], [8, size], [8, at]) : Buffer.alloc(0);
  const extra = Buffer.concat([long, timeField(entry)]);
  const type = entry.content ? 0o100000 : 0o040000;
  const attributes = (type | (entry.mode & 0o777)) * 0x10000 + (entry.content ? 0 : 0x10);
  const versions: Field[] = [
    [2, UNIX | VERSION],
    [2, VERSION],
  ];
  const start = pack(
    [4, 0x02014b50],
    ...versions,
    [2, flagsOf(entry)],
    [2, 0],
    ...dosTime(entry),
    [4, sum],
    [4, size32],
    [4, size32],
  );
  const rest = pack([2, name.length], [2, extra.length], [2, 0], [2, 0], [2, 0], [4, attributes], [4, at32]);
  return Buffer.concat([start, rest, name, extra]);
}

/** The very end: how many there are, and where their list is. */
export function endOf(count: number, start: number, length: number): Buffer {
  const end = pack(
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, Math.min(count, MOST_16)],
    [2, Math.min(count, MOST_16)],
    [4, Math.min(length, MOST_32)],
    [4, Math.min(start, MOST_32)],
    [2, 0],
  );
  if (count < MOST_16 && length < MOST_32 && start < MOST_32) return end;
  const counts: Field[] = [
    [8, count],
    [8, count],
    [8, length],
    [8, start],
  ];
  const end64 = pack([4, 0x06064b50], [8, 44], [2, UNIX | VERSION], [2, VERSION], [4, 0], [4, 0], ...counts);
  return Buffer.concat([end64, pack([4, 0x07064b50], [4, 0], [8, start + length], [4, 1]), end]);
}

/** Local time in steps of two seconds, from 1980 to 2107: all that old programs read. */
function dosTime({ changedAt }: ZipEntry): readonly Field[] {
  const date = new Date(changedAt);
  const year = date.getFullYear() - 1980;
  if (year < 0 || year > 127)
    return [
      [2, 0],
      [2, (1 << 5) | 1],
    ];
  const time = (date.getHours() << 11) | (date.getMinutes() << 5) | (date.getSeconds() >> 1);
  return [
    [2, time],
    [2, (year << 9) | ((date.getMonth() + 1) << 5) | date.getDate()],
  ];
}

/** The same to the second and without a time zone, where four bytes hold it (`UT`). */
function timeField({ changedAt }: ZipEntry): Buffer {
  const seconds = Math.floor(changedAt / 1000);
  if (seconds < 0 || seconds > 0x7fffffff) return Buffer.alloc(0);
  return Buffer.concat([pack([2, 0x5455], [2, 5]), Buffer.from([1]), pack([4, seconds])]);
}

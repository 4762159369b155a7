import { crc32 } from 'node:zlib';
import { centralHeader, descriptor, endOf, localHeader, type Written, type ZipEntry } from './zip-fields.ts';

export type { ZipEntry };

/**
 * An archive, made while it is read: nothing compressed, sizes behind each file, Zip64 where a number needs it (PKWARE APPNOTE 6.3).
 * Names stay the bytes that they are, and are marked as UTF-8 where they are that.
 */
export async function* zipOf(entries: AsyncIterable<ZipEntry>): AsyncGenerator<Buffer, void> {
  const all: Written[] = [];
  let at = 0;
  for await (const entry of entries) {
    const written: Written = { entry, at, size: 0, sum: 0 };
    const header = localHeader(entry);
    yield header;
    for await (const piece of entry.content?.bytes ?? []) {
      written.sum = crc32(piece, written.sum);
      written.size += piece.length;
      yield piece;
    }
    const trailer = entry.content ? descriptor(written) : Buffer.alloc(0);
    yield trailer;
    at += header.length + written.size + trailer.length;
    all.push(written);
  }
  const start = at;
  for (const written of all) {
    const header = centralHeader(written);
    at += header.length;
    yield header;
  }
  yield endOf(all.length, start, at - start);
}

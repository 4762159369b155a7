import { createCipheriv, createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';

const PART = 2 ** 20;
const BLOCK = 16;

/** The bytes from `start` up to `end` of a file that stands nowhere: the key stream of AES in counter mode, so any part can be made at once. */
function* bytesOf(seed: string, start: number, end: number): Generator<Buffer> {
  const key = createHash('md5').update(seed).digest();
  for (let at = start; at < end; ) {
    const length = Math.min(PART, end - at);
    const before = at % BLOCK;
    const counter = Buffer.alloc(BLOCK);
    counter.writeBigUInt64BE(BigInt((at - before) / BLOCK), 8);
    yield createCipheriv('aes-128-ctr', key, counter)
      .update(Buffer.alloc(before + length))
      .subarray(before);
    at += length;
  }
}

/** The same as a stream; `before` is told of the place each part begins at, and may hold it back. */
export const streamOf = (seed: string, start: number, end: number, before: (at: number) => void | Promise<void>): Readable =>
  Readable.from(withPauses(bytesOf(seed, start, end), start, before), { objectMode: false, highWaterMark: PART });

async function* withPauses(parts: Iterable<Buffer>, start: number, before: (at: number) => void | Promise<void>) {
  let at = start;
  for (const part of parts) {
    await before(at);
    yield part;
    at += part.length;
  }
}

/** The SHA-256 of the first `size` bytes, made while everything else goes on. */
export async function sumOf(seed: string, size: number): Promise<string> {
  const hash = createHash('sha256');
  for (const part of bytesOf(seed, 0, size)) {
    hash.update(part);
    await turn();
  }
  return hash.digest('hex');
}

import { pipeline } from 'node:stream/promises';
import { z } from 'zod';
import { fileRef, nameOf } from '../../../../contract/files/index.ts';
import { type Look, openToRead, readOpen } from '../../../system/look.ts';
import { closeDirectory, openParentAt } from '../../../system/walk.ts';
import { sayFault } from '../answer.ts';
import { type Asked, mustLieWithin, readQuery } from '../asked.ts';
import { attachment } from '../disposition.ts';
import { etagOf } from '../entry.ts';
import { readRange } from '../range.ts';
import { concerning, Refusal, refuse } from '../refusal.ts';

const contentQuery = z.object({ at: fileRef });

/** GET and HEAD /content: a file's bytes. */
export async function sendContent(asked: Asked): Promise<void> {
  const { at } = readQuery(asked, contentQuery);
  mustLieWithin(asked, at);
  if (at === '/') refuse('wrong-type', at);
  const { fd, look } = await concerning(at, () => openFile(asked.root, at));
  await sendOpen(asked, fd, look, at);
}

/** Opens a file for reading, no link on the way. */
export function openFile(root: number, at: string): { fd: number; look: Look } {
  const { directory, name } = openParentAt(root, at);
  try {
    return openToRead(directory, name) ?? refuse('wrong-type', at);
  } finally {
    closeDirectory(directory);
  }
}

/** Sends an open file, or the part that is asked for, and closes it. */
export async function sendOpen(asked: Asked, fd: number, look: Look, at: string): Promise<void> {
  const { request, response } = asked;
  const etag = etagOf(look);
  const ifRange = request.headers['if-range'];
  const range = ifRange === undefined || ifRange === etag ? readRange(request.headers.range, look.size) : 'whole';
  const common = { 'Accept-Ranges': 'bytes', ETag: etag, 'Cache-Control': 'private, no-cache' };
  if (range === 'beyond') {
    closeDirectory(fd);
    response.setHeader('Content-Range', `bytes */${look.size}`);
    return sayFault(response, new Refusal('invalid-request', at), 416);
  }
  const { start, end } = range === 'whole' ? { start: 0, end: look.size - 1 } : range;
  response.writeHead(range === 'whole' ? 200 : 206, {
    ...common,
    'Content-Type': 'application/octet-stream',
    'Content-Disposition': attachment(nameOf(at)),
    'Content-Length': end - start + 1,
    ...(range === 'whole' ? {} : { 'Content-Range': `bytes ${start}-${end}/${look.size}` }),
  });
  if (request.method === 'HEAD' || end < start) {
    closeDirectory(fd);
    response.end();
    return;
  }
  await pipeline(exactly(end - start + 1, readOpen(fd, start, end)), response, { signal: asked.signal });
}

/** A file that was cut short while it is read breaks its answer off, instead of ending it as if it were whole. */
async function* exactly(length: number, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let left = length;
  for await (const part of bytes) {
    left -= part.length;
    yield part;
  }
  if (left > 0) refuse('changed');
}

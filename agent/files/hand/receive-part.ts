import { UPLOAD_CHUNK_BYTES } from '../../../contract/files/index.ts';
import { closeWritten, writeAll } from '../../system/spool.ts';
import type { Asked } from './asked.ts';
import { refuse } from './refusal.ts';
import { readLength } from './tus.ts';
import type { Uploads } from './uploads.ts';

/**
 * Writes the part of an upload that a request carries at the end of what has come; what was written before a break stays.
 * Returns, and throws, only when nothing is being written any longer.
 */
export async function receivePart({ request, id }: Asked, uploads: Uploads, missing: number, stop: AbortSignal): Promise<void> {
  let left = Math.min(missing, UPLOAD_CHUNK_BYTES);
  if ((readLength(request.headers['content-length']) ?? 0) > left) refuse('too-large');
  const fd = uploads.openData(id) ?? refuse('missing');
  stop.addEventListener('abort', () => request.destroy(), { once: true });
  try {
    // A loop that is left early would destroy the request, and with it the answer.
    for await (const part of request.iterator({ destroyOnReturn: false })) {
      const bytes: Buffer = part;
      left -= bytes.length;
      if (left < 0) refuse('too-large');
      await writeAll(fd, bytes);
    }
  } finally {
    closeWritten(fd);
  }
}

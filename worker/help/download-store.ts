import { and, eq, sql } from 'drizzle-orm';
import { type Database, helpAttachment, helpAttachmentPart } from '../db/index.ts';
import { disposition } from './attachments.ts';

/** A file of a case, if it is of this case. */
const loadAttachment = (db: Database, caseId: string, attachmentId: string) =>
  db
    .select()
    .from(helpAttachment)
    .where(and(eq(helpAttachment.id, attachmentId), eq(helpAttachment.caseId, caseId)))
    .get();

/** A part's bytes, as digits: D1 would send a list of numbers, which is longer. */
const loadPart = (db: Database, attachmentId: string, part: number) =>
  db
    .select({ hex: sql<string>`hex(${helpAttachmentPart.bytes})` })
    .from(helpAttachmentPart)
    .where(and(eq(helpAttachmentPart.attachmentId, attachmentId), eq(helpAttachmentPart.part, part)))
    .get();

/** The file's bytes; only one part is in memory at a time. */
function bytesOf(db: Database, attachmentId: string): ReadableStream<Uint8Array> {
  let part = 0;
  return new ReadableStream({
    async pull(controller) {
      const found = await loadPart(db, attachmentId, part);
      part += 1;
      if (found) controller.enqueue(new Uint8Array(Buffer.from(found.hex, 'hex')));
      else controller.close();
    },
  });
}

/** A file to be saved and never to be shown: what somebody sent may be anything. Undefined when the case has no such file. */
export async function download(db: Database, caseId: string, attachmentId: string): Promise<Response | undefined> {
  const file = await loadAttachment(db, caseId, attachmentId);
  if (!file) return undefined;
  const headers = {
    'Content-Type': 'application/octet-stream',
    'Content-Length': String(file.size),
    'Content-Disposition': disposition(file.name),
  };
  return new Response(bytesOf(db, file.id), { headers });
}

import type { Database } from '../db/index.ts';
import { csvEntry, csvHead } from './csv.ts';
import { accountAudit } from './store.ts';
import { auditEntryOf } from './view.ts';

const CHUNK_ROWS = 500;

/** An account's whole history as CSV, newest first. Only one chunk of rows is in memory at a time. */
export function exportCsv(db: Database, accountId: string, chunkRows = CHUNK_ROWS): ReadableStream<Uint8Array> {
  const bytes = new TextEncoder();
  let before: number | undefined;
  return new ReadableStream({
    start: (controller) => controller.enqueue(bytes.encode(csvHead)),
    async pull(controller) {
      const rows = await accountAudit(db, accountId, { before, limit: chunkRows });
      before = rows.at(-1)?.id;
      if (rows.length > 0) controller.enqueue(bytes.encode(rows.map((row) => csvEntry(auditEntryOf(row))).join('')));
      if (rows.length < chunkRows) controller.close();
    },
  });
}

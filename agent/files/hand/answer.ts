import type { ServerResponse } from 'node:http';
import { type BinItem, FILE_FAULTS, type FileEntry, type ProgressLine } from '../../../contract/files/index.ts';
import type { Asked } from './asked.ts';
import { type Refusal, refusalOf } from './refusal.ts';

/** Answers with JSON. */
export function say(response: ServerResponse, status: number, body: unknown, headers: Record<string, string> = {}): void {
  const text = Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'Content-Type': 'application/json', 'Content-Length': text.length, ...headers });
  response.end(text);
}

/** Answers with a no (`fileProblem`). */
export function sayFault(response: ServerResponse, { code, at }: Refusal, status: number = FILE_FAULTS[code]): void {
  say(response, status, { error: { code, at } });
}

const TELL_MS = 250;

export type Progress = {
  /** How far the act is; told at most every quarter of a second. */
  tell(done: number, total: number | null): void;
  /** Something found; resolves when the browser can take more. */
  found(entry: FileEntry): Promise<void>;
};
/** What a long act came to. */
export type Finish = { entries: FileEntry[]; truncated?: boolean; binned?: BinItem[]; skipped?: number };

/**
 * Answers line by line while the work goes on, and closes with its end. What is refused before the first line still has a
 * status of its own; later, a no is the last line.
 */
export async function sayProgress(asked: Asked, work: (progress: Progress) => Promise<Finish>): Promise<void> {
  const { response, signal } = asked;
  let toldAt = performance.now();
  const write = (line: ProgressLine) => {
    if (!response.headersSent) response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    return response.write(`${JSON.stringify(line)}\n`);
  };
  const progress: Progress = {
    tell(done, total) {
      if (performance.now() - toldAt < TELL_MS) return;
      toldAt = performance.now();
      write({ done, total });
    },
    async found(entry) {
      if (write({ found: entry }) || signal.aborted) return;
      await new Promise<void>((resolve) => {
        response.once('drain', resolve);
        signal.addEventListener('abort', () => resolve(), { once: true });
      });
    },
  };
  try {
    const { entries, truncated = false, ...more } = await work(progress);
    write({ end: 'done', entries: entries.slice(0, 1000), truncated: truncated || entries.length > 1000, ...more });
  } catch (error) {
    if (!response.headersSent) throw error;
    const { code, at } = refusalOf(error);
    write({ end: 'fault', code, at });
    if (code === 'unexpected') throw error;
  }
  response.end();
}

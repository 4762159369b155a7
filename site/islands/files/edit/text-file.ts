import { decode, type Encoded, type Encoding, encode } from './encoding.ts';
import { type LineEnd, readLines, writeLines } from './line-ends.ts';
import { isBinary, recognise } from './recognise.ts';

/** A text file as it is on the server: what an editor shows of it, and how to write it again. */
export interface TextFile {
  bytes: Uint8Array<ArrayBuffer>;
  text: string;
  encoding: Encoding;
  lineEnd: LineEnd;
  /** Lines end in different ways; saving a change makes them one. */
  mixed: boolean;
}

/** Reads bytes in an encoding; null when they are none in it. */
export function readAs(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): TextFile | null {
  const raw = decode(bytes, encoding);
  if (raw === null) return null;
  const { text, end, mixed } = readLines(raw);
  return { bytes, text, encoding, lineEnd: end, mixed };
}

/** Reads bytes in the encoding that they are most likely in; null when they are no text. */
export const readText = (bytes: Uint8Array<ArrayBuffer>): TextFile | null =>
  isBinary(bytes) ? null : readAs(bytes, recognise(bytes));

export interface Draft {
  text: string;
  encoding: Encoding;
  lineEnd: LineEnd;
}

/** True when saving would write other bytes than the file has. */
export const isChanged = (file: TextFile, { text, encoding, lineEnd }: Draft): boolean =>
  text !== file.text || encoding !== file.encoding || lineEnd !== file.lineEnd;

/** The bytes to save: those of the file itself as long as nothing was changed. */
export const bytesToSave = (file: TextFile, draft: Draft): Encoded =>
  isChanged(file, draft) ? encode(writeLines(draft.text, draft.lineEnd), draft.encoding) : { ok: true, bytes: file.bytes };

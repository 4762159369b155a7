import { MOST_EDITED_BYTES } from '../../../../contract/files/door.ts';
import { parentRef, refIn } from '../../../../contract/files/path.ts';
import type { FileEntry } from '../../../../contract/files/server.ts';
import type { Door } from '../door/door.ts';
import { type DoorFailure, type DoorResult, doorFailure, thrownFault } from '../door/fault.ts';
import type { Misfit } from './encoding.ts';
import { bytesToSave, type Draft, isChanged, type TextFile } from './text-file.ts';

/** What is in the way of saving, before anything was sent. */
export type Obstacle =
  | { why: 'unchanged' }
  | { why: 'mixed' }
  | { why: 'misfits'; misfits: readonly Misfit[] }
  | { why: 'too-large' };
export type Ready = { ok: true; bytes: Uint8Array<ArrayBuffer> } | ({ ok: false } & Obstacle);

/** The bytes to save, or what the person must decide first; `oneEnd` once they agreed that all lines end alike. */
export function readyToSave(file: TextFile, draft: Draft, oneEnd: boolean): Ready {
  if (!isChanged(file, draft)) return { ok: false, why: 'unchanged' };
  if (file.mixed && !oneEnd) return { ok: false, why: 'mixed' };
  const encoded = bytesToSave(file, draft);
  if (!encoded.ok) return { ok: false, why: 'misfits', misfits: encoded.misfits };
  return encoded.bytes.length > MOST_EDITED_BYTES ? { ok: false, why: 'too-large' } : encoded;
}

export interface Content {
  bytes: Uint8Array<ArrayBuffer>;
  etag: string;
}

/** A whole file; one larger than what may be edited is not read to its end. */
export async function readContent(door: Door, at: string, signal?: AbortSignal): Promise<DoorResult<Content>> {
  const answer = await door.content(at, {}, signal);
  if (!answer.ok) return answer;
  const { headers, body } = answer.value;
  if (Number(headers.get('Content-Length')) > MOST_EDITED_BYTES) {
    await body?.cancel();
    return doorFailure('too-large', at);
  }
  try {
    const bytes = new Uint8Array(await answer.value.arrayBuffer());
    return { ok: true, value: { bytes, etag: headers.get('ETag') ?? '' } };
  } catch (fault) {
    return thrownFault(fault);
  }
}

/** Saves over the file that has this `etag` and over no other; with none, only where there is no file. */
export const saveOver = (
  door: Door,
  at: string,
  bytes: Uint8Array<ArrayBuffer>,
  etag: string | null,
): Promise<DoorResult<FileEntry>> => door.save(at, bytes, etag === null ? { 'If-None-Match': '*' } : { 'If-Match': etag });

/** „menu.css” → „menu (moja wersja).css”, then „menu (moja wersja 2).css”. */
export function copyName(name: string, n: number): string {
  const dot = name.lastIndexOf('.');
  const [stem, ending] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  return `${stem} (moja wersja${n > 1 ? ` ${n}` : ''})${ending}`;
}

const MOST_COPIES = 20;

/** Saves beside the file, under a name that nothing has yet. */
export async function saveCopy(
  door: Door,
  { ref, name }: FileEntry,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<DoorResult<FileEntry>> {
  let refused: DoorFailure = doorFailure('exists', ref);
  for (let n = 1; n <= MOST_COPIES && refused.fault === 'exists'; n++) {
    const saved = await saveOver(door, refIn(parentRef(ref), copyName(name, n)), bytes, null);
    if (saved.ok) return saved;
    refused = saved;
  }
  return refused;
}

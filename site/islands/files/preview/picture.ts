import type { FileEntry } from '../../../../contract/files/server.ts';
import type { Door } from '../door/door.ts';
import { type DoorResult, doorFailure, thrownFault } from '../door/fault.ts';

export const MOST_SHOWN_BYTES = 20 * 1024 * 1024;

const TYPES: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  avif: 'image/avif',
  // Only ever in an <img>, where no script of it runs and nothing is fetched.
  svg: 'image/svg+xml',
};

/** The type that a picture of this name is shown as; null for what is not shown. */
export const pictureType = (name: string): string | null => TYPES[/\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''] ?? null;

export const isShown = ({ type, name, size }: Pick<FileEntry, 'type' | 'name' | 'size'>): boolean =>
  type === 'file' && size <= MOST_SHOWN_BYTES && pictureType(name) !== null;

/** A picture in memory, under an address that only this page has; whoever asked revokes it. */
export async function pictureAddress(door: Door, { ref, name }: FileEntry, signal: AbortSignal): Promise<DoorResult<string>> {
  const answer = await door.content(ref, {}, signal);
  if (!answer.ok) return answer;
  if (Number(answer.value.headers.get('Content-Length')) > MOST_SHOWN_BYTES) {
    await answer.value.body?.cancel();
    return doorFailure('too-large', ref);
  }
  try {
    const bytes = await answer.value.arrayBuffer();
    return { ok: true, value: URL.createObjectURL(new Blob([bytes], { type: pictureType(name) ?? '' })) };
  } catch (fault) {
    return thrownFault(fault);
  }
}

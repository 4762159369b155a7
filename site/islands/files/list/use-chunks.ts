import { useRef } from 'preact/hooks';
import type { FileEntry } from '../../../../contract/files/server.ts';
import { CHUNK } from './Chunk.tsx';

const isSame = (one: readonly FileEntry[] | undefined, other: readonly FileEntry[]) =>
  one?.length === other.length && one.every((entry, at) => entry === other[at]);

/** A list in pieces; one that holds the same as before is the same object, so that it need not be drawn again. */
export function useChunks(entries: readonly FileEntry[]): readonly (readonly FileEntry[])[] {
  const known = useRef<{ of: readonly FileEntry[]; chunks: readonly (readonly FileEntry[])[] }>({ of: [], chunks: [] });
  if (known.current.of === entries) return known.current.chunks;
  const before = known.current.chunks;
  const chunks = Array.from({ length: Math.ceil(entries.length / CHUNK) }, (_, at) => {
    const chunk = entries.slice(at * CHUNK, (at + 1) * CHUNK);
    const old = before[at];
    return old && isSame(old, chunk) ? old : chunk;
  });
  known.current = { of: entries, chunks };
  return chunks;
}

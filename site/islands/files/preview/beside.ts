import type { FileEntry } from '../../../../contract/files/server.ts';
import { kindOf } from '../kinds.ts';

/** The pictures before and after one, in the order of the list. */
export function beside(
  entry: FileEntry,
  among: readonly FileEntry[],
): { before: FileEntry | null; after: FileEntry | null; at: number; of: number } {
  const pictures = among.filter((one) => kindOf(one) === 'picture');
  const at = pictures.findIndex(({ ref }) => ref === entry.ref);
  if (at < 0) return { before: null, after: null, at: 0, of: 0 };
  return { before: pictures[at - 1] ?? null, after: pictures[at + 1] ?? null, at: at + 1, of: pictures.length };
}

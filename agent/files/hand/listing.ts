import { z } from 'zod';
import type { listQuery } from '../../../contract/files/index.ts';

/** A name of a directory, as far as its order needs it. `by` is what it is sorted by before its name: bytes or a time. */
export type Listed = { name: Buffer; shown: string; isDirectory: boolean; by: number };
export type Order = Pick<z.infer<typeof listQuery>, 'order' | 'descending'>;

const collator = new Intl.Collator('pl', { numeric: true });

/** Directories first, then by what is asked for, then by name as Polish has it, then by its bytes: no two are equal. */
function compare(one: Listed, other: Listed, descending: boolean): number {
  if (one.isDirectory !== other.isDirectory) return one.isDirectory ? -1 : 1;
  const order = one.by - other.by || collator.compare(one.shown, other.shown) || Buffer.compare(one.name, other.name);
  return descending ? -order : order;
}

export function sortListed(all: readonly Listed[], { descending }: Order): Listed[] {
  return all.toSorted((one, other) => compare(one, other, descending === '1'));
}

/** One page of a sorted directory. What a cursor names may be gone meanwhile: the page goes on where it would stand. */
export function pageOf(
  sorted: readonly Listed[],
  { descending }: Order,
  after: Listed | null,
  limit: number,
): { page: Listed[]; next: Listed | null } {
  const start = after === null ? 0 : firstAfter(sorted, after, descending === '1');
  const page = sorted.slice(start, start + limit);
  return { page, next: start + limit < sorted.length ? (page.at(-1) ?? null) : null };
}

function firstAfter(sorted: readonly Listed[], after: Listed, descending: boolean): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sorted[middle];
    if (at !== undefined && compare(at, after, descending) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

const cursor = z.tuple([z.boolean(), z.number(), z.base64url()]);

/** Where a page ended, for the address of the next one. */
export const writeCursor = ({ isDirectory, by, name }: Listed): string =>
  Buffer.from(JSON.stringify([isDirectory, by, name.toString('base64url')])).toString('base64url');

/** Null for what no page ended with. */
export function readCursor(text: string): Listed | null {
  try {
    const [isDirectory, by, encoded] = cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
    const name = Buffer.from(encoded, 'base64url');
    return { name, shown: name.toString('utf8'), isDirectory, by };
  } catch {
    // Whatever is wrong with it, it is none of ours.
    return null;
  }
}

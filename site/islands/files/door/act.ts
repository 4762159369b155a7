import { liesWithin, parentRef } from '../../../../contract/files/path.ts';
import type { BinItem, FileEntry, IfThere } from '../../../../contract/files/server.ts';
import { type DoorResult, readFault } from './fault.ts';

/** Every long act, by the path it is posted to. */
export type Act =
  | { post: '/moves' | '/copies'; order: { from: readonly string[]; into?: string; to?: string; ifThere?: IfThere } }
  | { post: '/permissions'; order: { at: readonly string[]; mode: string; below: boolean } }
  | { post: '/bin'; order: { at: readonly string[] } };

export interface Finish {
  entries: FileEntry[];
  truncated: boolean;
  /** What the act put into the bin. */
  binned: BinItem[];
  /** Sockets, devices and the like that were not copied. */
  skipped: number;
}

/** What a long act says while it goes on; `end` comes last. */
export type Said = { done: number; total: number | null } | { found: FileEntry } | { end: DoorResult<Finish> };

/** The one directory that all of these lie in or are. */
export function commonDirectory(refs: readonly string[]): string {
  const [first = '/', ...others] = refs;
  let common = first;
  for (const ref of others) while (!liesWithin(common, ref)) common = parentRef(common);
  return common;
}

export type Line = { done: number; total: number | null } | { found: FileEntry } | ({ end: string } & Partial<Finish>);

/** A line's meaning; its shape is the contract's, from a server that we chose ourselves. */
export function saidBy(line: Line): Said {
  if (!('end' in line)) return line;
  if (line.end !== 'done') return { end: readFault(line) };
  const { entries = [], truncated = false, binned = [], skipped = 0 } = line;
  return { end: { ok: true, value: { entries, truncated, binned, skipped } } };
}

/** What a ticket for an act must open: all that it takes from, and where it puts it. */
export function placesOf(act: Act): string[] {
  if ('at' in act.order) return [...act.order.at];
  const { from, into, to } = act.order;
  return [...from.map(parentRef), ...(into === undefined ? [] : [into]), ...(to === undefined ? [] : [parentRef(to)])];
}

export interface Side {
  /** Number of the first shown line, from 1. */
  from: number;
  lines: readonly string[];
}

const AROUND = 2;
const MOST_SHOWN = 400;

/** The parts of two texts that differ, with two lines round them: all between their common beginning and their common end. */
export function differing(theirs: string, mine: string): { theirs: Side; mine: Side } {
  const [a, b] = [theirs.split('\n'), mine.split('\n')];
  const shorter = Math.min(a.length, b.length);
  let start = 0;
  while (start < shorter && a[start] === b[start]) start++;
  let end = 0;
  while (end < shorter - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const from = Math.max(0, start - AROUND);
  const side = (lines: readonly string[]): Side => ({
    from: from + 1,
    lines: lines.slice(from, Math.min(lines.length - Math.max(0, end - AROUND), from + MOST_SHOWN)),
  });
  return { theirs: side(a), mine: side(b) };
}

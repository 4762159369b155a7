export const LINE_ENDS = { lf: '\n', crlf: '\r\n', cr: '\r' } as const;
export type LineEnd = keyof typeof LINE_ENDS;

const ANY_END = /\r\n|\r|\n/g;
const NAMED: Record<string, LineEnd> = { '\n': 'lf', '\r\n': 'crlf', '\r': 'cr' };

export interface Lines {
  /** With `\n` at each line's end. */
  text: string;
  /** What most lines end with; `lf` where no line ends. */
  end: LineEnd;
  /** Lines end in different ways. */
  mixed: boolean;
}

/** Parts a text from the way its lines end. */
export function readLines(raw: string): Lines {
  const counts: Record<LineEnd, number> = { lf: 0, crlf: 0, cr: 0 };
  for (const [end] of raw.matchAll(ANY_END)) counts[NAMED[end] ?? 'lf']++;
  const [[end, most], ...others] = Object.entries(counts).sort((a, b) => b[1] - a[1]) as [
    [LineEnd, number],
    ...[LineEnd, number][],
  ];
  return { text: raw.replace(ANY_END, '\n'), end: most === 0 ? 'lf' : end, mixed: others.some(([, count]) => count > 0) };
}

export const writeLines = (text: string, end: LineEnd): string => (end === 'lf' ? text : text.replaceAll('\n', LINE_ENDS[end]));

export type Cell = string | number;

/** Something that was to be reached, and whether it was. */
export type Aim = { what: string; aim: string; got: string; met: boolean };

/** What one subject measured; `how` says it so that somebody else could measure the same. */
export type Section = {
  title: string;
  how: string;
  columns: readonly string[];
  rows: readonly (readonly Cell[])[];
  aims: readonly Aim[];
};

/** An aim of "at most". */
export const atMost = (what: string, limit: number, got: number, unit: string): Aim => ({
  what,
  aim: `≤ ${limit}${unit}`,
  got: `${got}${unit}`,
  met: got <= limit,
});

/** An aim of "at least". */
export const atLeast = (what: string, limit: number, got: number, unit: string): Aim => ({
  what,
  aim: `≥ ${limit}${unit}`,
  got: `${got}${unit}`,
  met: got >= limit,
});

const widthsOf = (lines: readonly (readonly Cell[])[]): number[] =>
  (lines[0] ?? []).map((_, column) => Math.max(...lines.map((line) => String(line[column] ?? '').length)));

/** Numbers to the right, words to the left. */
function padded(line: readonly Cell[], widths: readonly number[]): string {
  const cells = line.map((cell, column) => {
    const width = widths[column] ?? 0;
    return typeof cell === 'number' ? String(cell).padStart(width) : cell.padEnd(width);
  });
  return `  ${cells.join('  ').trimEnd()}`;
}

function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): string[] {
  const widths = widthsOf([columns, ...rows]);
  return [
    padded(columns, widths),
    `  ${widths.map((width) => '-'.repeat(width)).join('  ')}`,
    ...rows.map((row) => padded(row, widths)),
  ];
}

const aimRow = ({ what, aim, got, met }: Aim): Cell[] => [what, aim, got, met ? 'met' : 'MISSED'];

/** A subject as people read it: what was measured, how, and what came of its aims. */
export function sectionText(section: Section): string {
  const { title, how, columns, rows, aims } = section;
  const judged = aims.length === 0 ? [] : ['', ...table(['aim', 'wanted', 'measured', ''], aims.map(aimRow))];
  return ['', `## ${title}`, ...wrapped(how), '', ...table(columns, rows), ...judged].join('\n');
}

/** Lines of at most 110 characters. */
function wrapped(text: string): string[] {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + word.length > 109) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines;
}

/** The last lines of a run. */
export function verdict(sections: readonly Section[]): string {
  const aims = sections.flatMap((section) => section.aims);
  const missed = aims.filter((aim) => !aim.met);
  const list = missed.map(({ what, aim, got }) => `  missed: ${what}, ${got} (aim ${aim})`);
  return [`\n${aims.length - missed.length} of ${aims.length} aims met`, ...list].join('\n');
}

const NBSP = '\u00a0';

const MONTHS = 'stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia';
const UNITS = `[kMGT]?B|zł|gr|%|px|ms|s|min|godz\\.|godziny?|dni|dzień|dnia|tygodni[ea]?|miesiąc\\p{L}*|lat|osob\\p{L}*|osób|${MONTHS}|r\\.`;
/** Short forms that lean on the word or number after them. */
const LEANING = 'np\\.|tzn\\.|godz\\.|nr|tel\\.|ul\\.|str\\.';

/** What must not end a line, what must not begin one, and where in a match the space stands. */
const RULES: readonly RegExp[] = [
  /(?<=(?:^|[\s(„«"'–])[aiouwz]) +/giu,
  new RegExp(`(?<=\\d) +(?=(?:${UNITS})(?![\\p{L}\\d]))`, 'gu'),
  new RegExp(`(?<=(?:^|[\\s(„])(?:${LEANING})) +(?=\\S)`, 'giu'),
  / +(?=– )/gu,
];

/** Ties with no-break spaces what Polish keeps on one line: one-letter words, units, dates, and the space before a dash. Safe to apply twice. */
export function typography(text: string): string {
  return RULES.reduce((tied, rule) => tied.replace(rule, NBSP), text);
}

/** One entry of a zone file: what stands on a line, or between parentheses on several. */
export interface Entry {
  /** Where it begins, from 1. */
  line: number;
  /** True when it begins with a space: its owner is that of the entry before. */
  continues: boolean;
  /** As they stand, quotes and backslashes included. */
  tokens: string[];
  /** False when a quote or a parenthesis is left open. */
  isWhole: boolean;
}

/** A quoted string, a comment, a parenthesis, an end of line, blanks, a word, or else a lone quote or backslash. */
const TOKEN = /"(?:[^"\\\r\n]|\\[^\r\n])*"|;[^\r\n]*|[()]|\r\n|\r|\n|[^\S\r\n]+|(?:[^\s"();\\]|\\[^\r\n])+|[\s\S]/g;

/** The entries of a zone file (RFC 1035, 5.1) in order; comments and empty lines are gone. */
export function readEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  const fresh = (line: number): Entry => ({ line, continues: false, tokens: [], isWhole: true });
  let line = 1;
  let depth = 0;
  let entry = fresh(line);
  let atStart = true;
  const finish = () => {
    if (entry.tokens.length > 0) entries.push(entry);
    entry = fresh(line);
    atStart = true;
  };
  for (const [token] of text.replace(/^\ufeff/, '').matchAll(TOKEN)) {
    if (token === '\n' || token === '\r' || token === '\r\n') {
      line += 1;
      if (depth === 0) finish();
      continue;
    }
    const isBlank = /^\s/.test(token);
    if (isBlank && atStart) entry.continues = true;
    atStart = false;
    if (isBlank || token.startsWith(';')) continue;
    if (token === '(') depth += 1;
    else if (token === ')') depth = Math.max(0, depth - 1);
    else if (token === '"' || token === '\\') entry.isWhole = false;
    else entry.tokens.push(token);
  }
  if (depth > 0) entry.isWhole = false;
  finish();
  return entries;
}

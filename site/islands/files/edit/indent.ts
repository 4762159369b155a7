/** One step of indentation as a text itself does it: a tab, or as many spaces as its first indented line has. */
export function indentIn(text: string): string {
  const first = /^(?:\t| {2,8})(?=\S)/m.exec(text)?.[0] ?? '  ';
  return first.startsWith('\t') ? '\t' : ' '.repeat(Math.min(first.length, 4));
}

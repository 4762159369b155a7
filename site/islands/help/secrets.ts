/*
 * Words that look like a password somebody is about to send. A guess made for the writer's sake: it only warns, so it
 * may miss some, and must seldom cry over nothing.
 */

const NAMES = 'has[łl][oa]|password|passwd|pass|pwd|pin';
/** „hasło do FTP: …”, „password = …”; the value may stand in the next line. */
const AFTER_SIGN = new RegExp(
  `(?<![\\p{L}\\d])(?:${NAMES})(?:[ \\t]+[^\\n:=]{1,40})?[ \\t]*[:=]\\s*["'„”]?([^\\s"'”]{3,})`,
  'giu',
);
/** „hasło to …”: only for what no word looks like. */
const AFTER_WORD = new RegExp(
  `(?<![\\p{L}\\d])(?:${NAMES})\\s+(?:to|jest|brzmi)\\s+["'„”]?(?=[^\\s"'”]*[\\p{L}])(?=[^\\s"'”]*[\\d!@#$%^&*])([^\\s"'”]{4,})`,
  'giu',
);
const PRIVATE_KEY = /-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g;

/** What stands in the place of what was taken out. */
export const TAKEN_OUT = '[usunięte]';

/** Looks like a request or a remark, not like a password. */
const isInnocent = (value: string) =>
  value === TAKEN_OUT || /^(\[|https?:)/i.test(value) || /^(nie|brak|tak|jakie|kto|to|czy|jak|z|do|i|w)[.,?!]*$/iu.test(value);

function valuesIn(text: string): string[] {
  const found = [AFTER_SIGN, AFTER_WORD].flatMap((shape) => [...text.matchAll(shape)].map(([, value = '']) => value));
  return found.filter((value) => !isInnocent(value));
}

/** True when the text looks like it holds a password or a private key. */
export const looksSecret = (text: string): boolean => valuesIn(text).length > 0 || text.search(PRIVATE_KEY) >= 0;

/** The same text without them, wherever they stand in it. */
export function withoutSecrets(text: string): string {
  const longestFirst = [...new Set(valuesIn(text))].sort((one, other) => other.length - one.length);
  return longestFirst.reduce((rest, value) => rest.replaceAll(value, TAKEN_OUT), text.replace(PRIVATE_KEY, TAKEN_OUT));
}

/** Characters that take no room, change direction or cannot be told from a space: shown as what they are. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}\ufffd]|(?! )\p{Zs}|^ | $/gu;
const NAMED: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

const escaped = (char: string) => NAMED[char] ?? (char === ' ' ? '␠' : `\\u{${(char.codePointAt(0) ?? 0).toString(16)}}`);

/** A file name as a person can check it: every character that would not be seen is written out. */
export const visibleName = (name: string): string => name.replace(UNSEEN, escaped);

/** True when something in the name had to be written out. */
export const isOdd = (name: string): boolean => visibleName(name) !== name;

/** A path from the customer's tree in the same way, with „/” kept between its parts. */
export const visiblePath = (path: string): string => path.split('/').map(visibleName).join('/');

import type { GrantKindName } from '../../contract/index.ts';

/** Letters and digits that no font lets one take for another: no i, l, 1, o, 0, q, g, s, 5, z, 2, v, b, 6, 8. */
export const UNLIKE = 'acdefhjkmnprtuwxy3479';
const GROUPS = 6;
const GROUP_LENGTH = 5;

/** One of the characters, each as likely as any other. */
function randomOf(characters: string): string {
  const fair = 256 - (256 % characters.length);
  let byte = 256;
  while (byte >= fair) byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 256;
  return characters.charAt(byte % characters.length);
}

const randomText = (length: number, characters: string): string => Array.from({ length }, () => randomOf(characters)).join('');

/** A password of 30 random characters in groups: over 128 bits, easy to read aloud and to retype. */
export const generatePassword = (): string => Array.from({ length: GROUPS }, () => randomText(GROUP_LENGTH, UNLIKE)).join('-');

/** Bits of chance in a generated password. */
export const GENERATED_BITS = GROUPS * GROUP_LENGTH * Math.log2(UNLIKE.length);

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const DATABASE_LENGTH = 26;

/**
 * A password for a database: nothing in it needs quoting anywhere, and it holds enough chance for MariaDB's unsalted hash.
 * It is copied, never typed.
 */
export const generateDatabasePassword = (): string => randomText(DATABASE_LENGTH, LETTERS_AND_DIGITS);

/** A generated password that suits a kind of access. */
export const newPassword = (kind: GrantKindName): string =>
  kind === 'database' ? generateDatabasePassword() : generatePassword();

/** Bits of chance in a database's password. */
export const DATABASE_BITS = DATABASE_LENGTH * Math.log2(LETTERS_AND_DIGITS.length);

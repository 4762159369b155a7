/** Letters and digits that no font lets one take for another: no i, l, 1, o, 0, q, g, s, 5, z, 2, v, b, 6, 8. */
export const UNLIKE = 'acdefhjkmnprtuwxy3479';
const GROUPS = 6;
const GROUP_LENGTH = 5;

/** One of the unlike characters, each as likely as any other. */
function randomCharacter(): string {
  const fair = 256 - (256 % UNLIKE.length);
  let byte = 256;
  while (byte >= fair) byte = crypto.getRandomValues(new Uint8Array(1))[0] ?? 256;
  return UNLIKE.charAt(byte % UNLIKE.length);
}

/** A password of 30 random characters in groups: over 128 bits, easy to read aloud and to retype. */
export const generatePassword = (): string =>
  Array.from({ length: GROUPS }, () => Array.from({ length: GROUP_LENGTH }, randomCharacter).join('')).join('-');

/** Bits of chance in a generated password. */
export const GENERATED_BITS = GROUPS * GROUP_LENGTH * Math.log2(UNLIKE.length);

import { randomBytes, scryptSync } from 'node:crypto';

const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** crypt(3) base 64: groups of three bytes, lowest bits first. */
function encode(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 3) {
    const group = bytes.subarray(at, at + 3);
    let value = group.reduce((sum, byte, index) => sum | (byte << (8 * index)), 0);
    for (let digit = 0; digit <= group.length; digit++, value >>= 6) text += ALPHABET[value & 63];
  }
  return text;
}

const encode30 = (value: number) => Array.from({ length: 5 }, (_, digit) => ALPHABET[(value >> (6 * digit)) & 63]).join('');

/** A password's `$7$` hash (scrypt, N = 2^14, r = 8, p = 1), as the worker makes it. */
export function cryptScrypt(password: string, salt: Uint8Array = randomBytes(16)): string {
  const encodedSalt = encode(salt);
  // crypt(3) feeds the salt to scrypt as the text that stands in the hash.
  const hash = scryptSync(password, encodedSalt, 32, { N: 2 ** 14, r: 8, p: 1, maxmem: 64 * 2 ** 20 });
  return `$7$${ALPHABET[14]}${encode30(8)}${encode30(1)}${encodedSalt}$${encode(hash)}`;
}

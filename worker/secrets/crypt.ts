import { scrypt } from 'node:crypto';

/*
 * crypt(3) "$7$" (scrypt), which ProFTPD and Dovecot read through libxcrypt.
 * Format after libxcrypt's crypt-scrypt.c: "$7$", log2 N as one character, r and p as five each,
 * then the salt as text; that text itself is scrypt's salt. Base 64 runs little-endian.
 */
const ALPHABET = './0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const LOG2_N = 14;
const R = 8;
const P = 1;

/** A number as base-64 digits, lowest six bits first. */
function digits(value: number, bits: number): string {
  let text = '';
  for (let shift = 0; shift < bits; shift += 6) text += ALPHABET[(value >>> shift) & 63];
  return text;
}

/** Bytes in groups of three, little-endian, six bits a character. */
function encode(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 3) {
    const group = bytes.subarray(i, i + 3);
    const value = (group[0] ?? 0) | ((group[1] ?? 0) << 8) | ((group[2] ?? 0) << 16);
    text += digits(value, group.length * 8);
  }
  return text;
}

const derive = (password: string, salt: string) =>
  new Promise<Uint8Array>((resolve, reject) => {
    scrypt(password, salt, 32, { N: 2 ** LOG2_N, r: R, p: P, maxmem: 64 * 1024 * 1024 }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });

/** Hashes a password for crypt(3). N = 2^14, r = 8, p = 1, 16 random bytes of salt unless given. */
export async function cryptScrypt(
  password: string,
  saltBytes: Uint8Array = crypto.getRandomValues(new Uint8Array(16)),
): Promise<string> {
  const salt = encode(saltBytes);
  const setting = `$7$${ALPHABET[LOG2_N]}${digits(R, 30)}${digits(P, 30)}${salt}`;
  return `${setting}$${encode(await derive(password, salt))}`;
}

import { Buffer } from 'node:buffer';
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';

/** Cost of a hash; kept with it, so that it can rise without breaking what is there. */
export interface ScryptCost {
  N: number;
  r: number;
  p: number;
}

/** About 0.4 s and 32 MiB; N·r·p stays below 2^20, which is what deployed Workers allow. */
export const SCRYPT_COST: ScryptCost = { N: 2 ** 15, r: 8, p: 3 };
/** For people who are made up: tests and the demo. */
export const PLAY_COST: ScryptCost = { N: 2 ** 4, r: 8, p: 1 };

const KEY_BYTES = 32;
const MAX_MEMORY = 64 * 1024 * 1024;

/** A hash that no password has; verified for unknown e-mails, so that they take as long as known ones. */
export const NOBODYS_HASH = `scrypt$${SCRYPT_COST.N}$${SCRYPT_COST.r}$${SCRYPT_COST.p}$a2x1Y3puaWstbmlrdC0wMQ$${'A'.repeat(43)}`;

function derive(password: string, salt: Uint8Array, cost: ScryptCost): Promise<Buffer> {
  const options: ScryptOptions = { ...cost, maxmem: MAX_MEMORY };
  return new Promise((resolve, reject) => {
    scrypt(password.normalize('NFC'), salt, KEY_BYTES, options, (error, key) => (error ? reject(error) : resolve(key)));
  });
}

/** `scrypt$N$r$p$salt$key`, salt and key in base64url. */
export async function hashPassword(password: string, cost: ScryptCost = SCRYPT_COST): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, cost);
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$');
}

/** True when the password made this hash. Takes the same time wherever they differ. */
export async function passwordFits(password: string, stored: string): Promise<boolean> {
  const [scheme, N, r, p, salt, key] = stored.split('$');
  if (scheme !== 'scrypt' || !salt || !key) throw new Error('a stored password hash is not in our form');
  const expected = Buffer.from(key, 'base64url');
  const actual = await derive(password, Buffer.from(salt, 'base64url'), { N: Number(N), r: Number(r), p: Number(p) });
  return timingSafeEqual(actual, expected);
}

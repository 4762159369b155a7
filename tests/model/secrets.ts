import { createHash } from 'node:crypto';
import type { Secret } from '../../worker/grants/kind.ts';
import { ftp } from '../../worker/grants/kinds/ftp/index.ts';

/** A credential as its owner knows it, and as the real kind has sealed it. */
export interface Credential {
  /** What its owner types at sign-in: the password itself, or a name for the private key. */
  plain: string;
  secret: Secret;
}

const PASSWORDS = ['zielony-Kamień-71-rzeka', 'Mosiężny klucz 4 sowy', 'trzy;Wagony;bez;świateł', 'lampa_w_Ogrodzie_1908'];
const KEY = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdC0Hk3nVnS0OQqXh0rB1v7eV5mYl3cZ0tq7o6Zx1aB';

async function sealed(plain: string, credential: Parameters<typeof ftp.seal>[0]): Promise<Credential> {
  const secret = await ftp.seal(credential);
  if (typeof secret === 'string') throw new Error(`a credential of the model is refused: ${secret}`);
  return { plain, secret };
}

let pool: Promise<Credential[]> | undefined;

/** The credentials people of the model choose from. Sealing is slow on purpose, so it is done once for all runs. */
export function credentials(): Promise<Credential[]> {
  pool ??= Promise.all([
    ...PASSWORDS.map((password) => sealed(password, { type: 'password', password })),
    sealed('the private half of the key', { type: 'public-key', publicKey: KEY }),
  ]);
  return pool;
}

/** SHA-256 in hex, as `sha256Hex` of the contract gives it, at once. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

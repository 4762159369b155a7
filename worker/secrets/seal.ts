import { sha256Hex } from '../../contract/index.ts';
import { cryptScrypt } from './crypt.ts';
import { mysqlNativeHash } from './mysql.ts';

/** A password as it may be kept: the target's own hash, and the print that stands for it. The plain one is gone. */
export interface SealedPassword {
  hash: string;
  print: string;
}

const MIN_DISTINCT_CHARACTERS = 6;
/** 22 characters out of 62 carry 131 bits. */
const GENERATED = /^[A-Za-z0-9]{22,64}$/;
/** Random text of this length all but never holds so few different characters. */
const MIN_DISTINCT_GENERATED = 10;

const sealed = async (hash: string): Promise<SealedPassword> => ({ hash, print: await sha256Hex(hash) });

/** Seals a password a person chose, for ProFTPD and Dovecot (crypt(3) `$7$`). */
export async function sealChosen(password: string): Promise<SealedPassword | 'password-too-weak'> {
  if (new Set(password).size < MIN_DISTINCT_CHARACTERS) return 'password-too-weak';
  return sealed(await cryptScrypt(password));
}

/** Seals a generated password of at least 128 bits, for MariaDB; one that does not look generated is refused. */
export async function sealGenerated(password: string): Promise<SealedPassword | 'password-not-generated'> {
  if (!GENERATED.test(password) || new Set(password).size < MIN_DISTINCT_GENERATED) return 'password-not-generated';
  return sealed(mysqlNativeHash(password));
}

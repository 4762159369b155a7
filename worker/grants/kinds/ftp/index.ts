import { scopePhrase } from '../../../../content/words/index.ts';
import { type FtpDesired, sha256Hex } from '../../../../contract/index.ts';
import type { GrantKind } from '../../kind.ts';
import { cryptScrypt } from './crypt.ts';
import { readPublicKey } from './public-key.ts';

const MIN_DISTINCT_CHARACTERS = 6;

/** FTP users (R8): the whole tree or one directory, over FTPS and SFTP. */
export const ftp: GrantKind = {
  async seal(credential) {
    if (credential.type === 'public-key') {
      const key = readPublicKey(credential.publicKey);
      return key ? { password: null, keys: [key] } : 'public-key-invalid';
    }
    if (new Set(credential.password).size < MIN_DISTINCT_CHARACTERS) return 'password-too-weak';
    const hash = await cryptScrypt(credential.password);
    return { password: { hash, print: await sha256Hex(hash) }, keys: [] };
  },

  wanted: (spec, place, notAfter, secret): FtpDesired => ({
    tree: place.tree,
    directory: spec.directory,
    access: spec.access,
    notAfter: notAfter === null ? null : Math.floor(notAfter / 1000),
    password: secret.print === null ? null : { hash: null, print: secret.print },
    keys: secret.keys,
  }),

  kept: (state) => ({ print: state.password?.print ?? null, keys: state.keys }),

  phrase: scopePhrase,
};

import { scopePhrase } from '../../../../content/words/index.ts';
import type { FtpDesired, FtpSpec } from '../../../../contract/index.ts';
import { sealChosen } from '../../../secrets/index.ts';
import { defineKind, inSeconds } from '../../kind.ts';
import { readPublicKey } from './public-key.ts';

/** FTP users (R8): the whole tree or one directory, over FTPS and SFTP. */
export const ftp = defineKind<FtpSpec, FtpDesired>('ftp', {
  shownOnce: true,
  announcement: null,

  async seal(credential) {
    if (credential.type === 'public-key') {
      const key = readPublicKey(credential.publicKey);
      return key ? { password: null, keys: [key] } : 'public-key-invalid';
    }
    const password = await sealChosen(credential.password);
    return typeof password === 'string' ? password : { password, keys: [] };
  },

  target: (spec) => spec.directory,
  mayBecome: () => true,

  wanted: (spec, place, notAfter, secret) => ({
    tree: place.tree,
    directory: spec.directory,
    access: spec.access,
    notAfter: inSeconds(notAfter),
    password: secret.print === null ? null : { hash: null, print: secret.print },
    keys: secret.keys,
  }),

  kept: (state) => ({ print: state.password?.print ?? null, keys: state.keys }),
  phrase: scopePhrase,
  connection: (_spec, user, { ftp }) => (ftp ? { kind: 'ftp', user, ftp } : null),
});

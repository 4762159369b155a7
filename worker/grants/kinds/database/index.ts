import { scopePhrase } from '../../../../content/words/index.ts';
import type { DatabaseDesired, DatabaseSpec } from '../../../../contract/index.ts';
import { sealGenerated } from '../../../secrets/index.ts';
import { defineKind, inSeconds, passwordOf } from '../../kind.ts';

/** Database users (R9): one database of MariaDB, under a generated password. */
export const database = defineKind<DatabaseSpec, DatabaseDesired>('database', {
  shownOnce: true,
  announcement: null,

  async seal(credential) {
    if (credential.type === 'public-key') return 'credential-unsuited';
    const password = await sealGenerated(credential.password);
    return typeof password === 'string' ? password : { password, keys: [] };
  },

  target: (spec) => spec.database,
  mayBecome: (before, after) => before.database === after.database,

  wanted: (spec, place, notAfter, secret) => ({
    tree: place.tree,
    database: spec.database,
    access: spec.access,
    notAfter: inSeconds(notAfter),
    password: passwordOf(secret),
  }),

  kept: (state) => ({ print: state.password.print, keys: [] }),
  phrase: scopePhrase,
  connection: (spec, user, { database }) => (database ? { kind: 'database', user, name: spec.database, database } : null),
});

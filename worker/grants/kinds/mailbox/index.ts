import { scopePhrase } from '../../../../content/words/index.ts';
import type { MailboxDesired, MailboxSpec } from '../../../../contract/index.ts';
import { sealChosen } from '../../../secrets/index.ts';
import { defineKind, inSeconds, passwordOf } from '../../kind.ts';

/** Sign-ins of people's own to one mailbox (R10), over IMAP. */
export const mailbox = defineKind<MailboxSpec, MailboxDesired>('mailbox', {
  // Nobody but the grantee may know the password (R10), and whoever reads the mailbox learns that somebody else does.
  shownOnce: false,
  announcement: 'mailbox-shared',

  async seal(credential) {
    if (credential.type === 'public-key') return 'credential-unsuited';
    const password = await sealChosen(credential.password);
    return typeof password === 'string' ? password : { password, keys: [] };
  },

  target: (spec) => spec.address,
  mayBecome: (before, after) => before.address === after.address,

  wanted: (spec, place, notAfter, secret) => ({
    tree: place.tree,
    address: spec.address,
    access: spec.access,
    notAfter: inSeconds(notAfter),
    password: passwordOf(secret),
  }),

  kept: (state) => ({ print: state.password.print, keys: [] }),
  phrase: scopePhrase,
  connection: (spec, user, { mail }) => (mail ? { kind: 'mailbox', user, address: spec.address, mail } : null),
});

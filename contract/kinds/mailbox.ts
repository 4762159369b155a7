import { z } from 'zod';
import { cryptPassword, notAfter, tree } from './parts.ts';

const NEW_LOCAL = /^[a-z0-9]+(?:[._-][a-z0-9]+)*$/;
/** What was made before this product may hold more of what stands between letters, and capitals never. */
const LOCAL = /^[a-z0-9_][a-z0-9._+-]{0,63}$/;
const DOMAIN = /^(?=.{1,189}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Longest part before the `@` (RFC 5321, 4.5.3.1.1). */
export const MAX_LOCAL_PART = 64;

/** True for what may stand before the `@` of a new mailbox: lower-case letters a–z, digits, and single `.`, `_`, `-` between them. */
export const isLocalPart = (local: string): boolean => local.length <= MAX_LOCAL_PART && NEW_LOCAL.test(local);

/** A mailbox's address: lower-case ASCII, IDN domains in their `xn--` form. */
export const mailAddress = z.string().refine(
  (address) => {
    const at = address.lastIndexOf('@');
    return at > 0 && LOCAL.test(address.slice(0, at)) && DOMAIN.test(address.slice(at + 1));
  },
  { params: { code: 'mailbox-missing' } },
);

export const mailboxAccess = z.enum(['read', 'write']);

/** What a mailbox grant opens (R10): one mailbox, to read or to keep in order. Sending is never part of it. */
export const mailboxSpec = z.strictObject({ kind: z.literal('mailbox'), address: mailAddress, access: mailboxAccess });
export type MailboxSpec = z.infer<typeof mailboxSpec>;

/** The whole wanted state of one person's own sign-in to a mailbox. */
export const mailboxDesired = z.strictObject({
  tree,
  address: mailAddress,
  access: mailboxAccess,
  notAfter,
  password: cryptPassword,
});
export type MailboxDesired = z.infer<typeof mailboxDesired>;

export const mailboxDigestInput = (state: MailboxDesired): string =>
  JSON.stringify([state.tree, state.address, state.access, state.notAfter, state.password.print]);

/** True when sessions begun under `before` must end: less may be done, elsewhere, or with another password. */
export const mailboxNarrows = (before: MailboxDesired, after: MailboxDesired): boolean =>
  before.tree !== after.tree ||
  before.address !== after.address ||
  (before.access === 'write' && after.access === 'read') ||
  before.password.print !== after.password.print;

/** A mailbox itself, named by its address. Absent: it and all its mail are gone for good. */
export const mailboxAssetDesired = z.strictObject({
  tree,
  /** False while it lies in the bin: nobody signs in, the mail is kept. */
  active: z.boolean(),
  password: cryptPassword,
});
export type MailboxAssetDesired = z.infer<typeof mailboxAssetDesired>;

export const mailboxAssetDigestInput = (state: MailboxAssetDesired): string =>
  JSON.stringify([state.tree, state.active, state.password.print]);

/** True when whoever is signed in with the mailbox's own password must go. */
export const mailboxAssetNarrows = (before: MailboxAssetDesired, after: MailboxAssetDesired): boolean =>
  before.tree !== after.tree || (before.active && !after.active) || before.password.print !== after.password.print;

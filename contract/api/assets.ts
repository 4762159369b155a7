import { z } from 'zod';
import { applyFault } from '../agent.ts';
import { databaseName, isLocalPart, MAX_LOCAL_PART, mailAddress } from '../kinds/index.ts';
import { answer, body, id, MANAGERS, moment, text } from './shape.ts';

/*
 * What a customer owns on a hosting service and may open to others: databases (R9) and mailboxes (R10).
 * A change is written down at once and made on the server within a second; the page of them says which is which.
 */

export const ASSET_STATES = ['creating', 'ready', 'changing', 'bin', 'deleting', 'gone', 'failed'] as const;
export const assetState = z.enum(ASSET_STATES);
export type AssetState = z.infer<typeof assetState>;

/** A live grant on an asset, as far as its page names it. */
const accessTo = z.object({ grantId: id, person: z.string(), email: z.string() });

const asset = {
  state: assetState,
  /** What keeps the server from doing what was asked; null when nothing does. */
  problem: applyFault.nullable(),
  /** Null while the server is away. */
  bytes: z.int().nullable(),
  /** Live grants; deleting takes them back. */
  access: z.array(accessTo),
};

export const databaseView = z.object({ name: databaseName, ...asset });
export type DatabaseView = z.infer<typeof databaseView>;

export const mailboxView = z.object({
  address: mailAddress,
  ...asset,
  /** False for a mailbox that this product did not make: it is shown, and can be opened to others, but not changed. */
  managed: z.boolean(),
  /** Last sign-in of anybody; null when there was none, or the server is away. */
  lastUseAt: moment.nullable(),
  /** Until when a deleted mailbox can be brought back. */
  binnedUntil: moment.nullable(),
  /** Who has been told the mailbox's own password, as far as the owner noted it. */
  knownBy: z.array(z.object({ person: z.string(), since: moment })),
});
export type MailboxView = z.infer<typeof mailboxView>;

const plan = z.object({ used: z.int(), most: z.int(), bytes: z.int().nullable(), mostBytes: z.int() });

export const databaseList = z.object({
  /** False when the server is away: sizes are missing and nothing can be created. */
  live: z.boolean(),
  prefix: z.string(),
  plan,
  databases: z.array(databaseView),
});
export type DatabaseList = z.infer<typeof databaseList>;

export const mailboxList = z.object({
  live: z.boolean(),
  /** Domains whose mail this service keeps. */
  domains: z.array(z.string()),
  plan,
  mailboxes: z.array(mailboxView),
});
export type MailboxList = z.infer<typeof mailboxList>;

const NEW_NAME = /^[a-z0-9_-]+$/;
/** What the owner types after the service's prefix. */
const newDatabaseName = z
  .string()
  .trim()
  .min(1, { error: 'required', abort: true })
  .max(64, { error: 'database-name-too-long', abort: true })
  .regex(NEW_NAME, { error: 'database-name-invalid' });
const newLocalPart = z
  .string()
  .trim()
  .min(1, { error: 'required', abort: true })
  .max(MAX_LOCAL_PART, { error: 'mailbox-name-too-long', abort: true })
  .refine(isLocalPart, { error: 'mailbox-name-invalid' });
const newPassword = z.string().min(12, { error: 'password-too-weak' }).max(128, { error: 'too-long' });

const serviceId = z.object({ serviceId: id });
const managers = { who: 'member', roles: MANAGERS } as const;
const managersSteppedUp = { ...managers, stepUp: true } as const;

export const assetRoutes = {
  listDatabases: {
    method: 'get',
    path: '/services/{serviceId}/databases',
    access: managers,
    summary: 'Databases of a service with their sizes, read from the server now',
    request: { params: serviceId },
    responses: { 200: answer('The databases', databaseList) },
  },
  createDatabase: {
    method: 'post',
    path: '/services/{serviceId}/databases',
    access: managers,
    summary: 'Create a database; its full name is the prefix and what is given',
    request: { params: serviceId, body: body(z.strictObject({ name: newDatabaseName })) },
    responses: { 201: answer('The database', databaseView) },
  },
  deleteDatabase: {
    method: 'post',
    path: '/services/{serviceId}/databases/deletion',
    access: managersSteppedUp,
    summary: 'Delete a database for good, and take back every access to it; the name is typed once more',
    request: {
      params: serviceId,
      body: body(z.strictObject({ name: databaseName, typed: z.string().max(200, { error: 'name-mismatch' }) })),
    },
    responses: { 200: answer('The database', databaseView) },
  },
  listMailboxes: {
    method: 'get',
    path: '/services/{serviceId}/mailboxes',
    access: managers,
    summary: 'Mailboxes of a service with size and last use, read from the server now; never their content',
    request: { params: serviceId },
    responses: { 200: answer('The mailboxes', mailboxList) },
  },
  createMailbox: {
    method: 'post',
    path: '/services/{serviceId}/mailboxes',
    access: managers,
    summary: 'Create a mailbox with a password',
    request: {
      params: serviceId,
      body: body(z.strictObject({ local: newLocalPart, domain: z.string().max(189), password: newPassword })),
    },
    responses: { 201: answer('The mailbox', mailboxView) },
  },
  changeMailboxPassword: {
    method: 'post',
    path: '/services/{serviceId}/mailboxes/password',
    access: managersSteppedUp,
    summary: "Change a mailbox's own password; sessions under the old one end, grants are not touched",
    request: { params: serviceId, body: body(z.strictObject({ address: mailAddress, password: newPassword })) },
    responses: { 200: answer('The mailbox', mailboxView) },
  },
  noteMailboxReaders: {
    method: 'post',
    path: '/services/{serviceId}/mailboxes/readers',
    access: managers,
    summary: "Note who has been told the mailbox's own password, so that the next change can name them",
    request: { params: serviceId, body: body(z.strictObject({ address: mailAddress, people: z.array(text(80)).max(20) })) },
    responses: { 200: answer('The mailbox', mailboxView) },
  },
  deleteMailbox: {
    method: 'post',
    path: '/services/{serviceId}/mailboxes/deletion',
    access: managersSteppedUp,
    summary: 'Put a mailbox into the bin for 7 days, and take back every access to it; the address is typed once more',
    request: {
      params: serviceId,
      body: body(z.strictObject({ address: mailAddress, typed: z.string().max(300, { error: 'name-mismatch' }) })),
    },
    responses: { 200: answer('The mailbox', mailboxView) },
  },
  restoreMailbox: {
    method: 'post',
    path: '/services/{serviceId}/mailboxes/restoration',
    access: managers,
    summary: 'Take a mailbox out of the bin, with its mail and its password; access to it does not come back',
    request: { params: serviceId, body: body(z.strictObject({ address: mailAddress })) },
    responses: { 200: answer('The mailbox', mailboxView) },
  },
} as const;

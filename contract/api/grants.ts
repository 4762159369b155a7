import { z } from 'zod';
import { applyFault, endpoints } from '../agent.ts';
import { databaseName, GRANT_KIND_NAMES, grantSpec, mailAddress } from '../kinds/index.ts';
import { serviceKind } from './services.ts';
import { answer, body, done, id, MANAGERS, moment, page, text } from './shape.ts';

export const GRANT_STATES = ['requested', 'pending', 'active', 'revoking', 'ended'] as const;
export const grantState = z.enum(GRANT_STATES);
export type GrantState = z.infer<typeof grantState>;

/** Why a grant is ending or has ended. */
export const END_REASONS = [
  'revoked',
  'cancelled',
  'declined',
  'returned',
  'expired',
  'failed',
  'cession',
  'target-deleted',
  'moved',
] as const;
export const endReason = z.enum(END_REASONS);
export type EndReason = z.infer<typeof endReason>;

/** How to sign in; everything a person must copy into their program. */
export const connection = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ftp'), user: z.string(), ftp: endpoints.shape.ftp.unwrap() }),
  z.object({ kind: z.literal('database'), user: z.string(), name: databaseName, database: endpoints.shape.database.unwrap() }),
  z.object({ kind: z.literal('mailbox'), user: z.string(), address: mailAddress, mail: endpoints.shape.mail.unwrap() }),
]);
export type Connection = z.infer<typeof connection>;

/** The wizard's reason for this access and no smaller one, kept with the grant. */
export const why = z.strictObject({ flow: z.string().max(60), outcome: z.string().max(60), sentence: z.string().max(400) });

export const grantView = z.object({
  id,
  spec: grantSpec,
  state: grantState,
  endReason: endReason.nullable(),
  /** What keeps the host from doing what is asked; null when nothing does. */
  problem: applyFault.nullable(),
  grantee: z.object({ name: z.string(), email: z.string() }),
  service: z.object({ id, name: z.string(), kind: serviceKind }),
  host: z.object({ name: z.string(), online: z.boolean(), lastSeenAt: moment.nullable() }),
  notAfter: moment.nullable(),
  createdAt: moment,
  createdBy: z.string(),
  claimedAt: moment.nullable(),
  activeAt: moment.nullable(),
  /** First proof that sign-in is refused and no session is open. */
  cutAt: moment.nullable(),
  endedAt: moment.nullable(),
  /** Since when a panel user is suspended. */
  suspendedAt: moment.nullable(),
  /** Rises with every change by a person; send it back with a change so that two tabs cannot overwrite each other. */
  version: z.int(),
  invitation: z
    .object({ state: z.enum(['open', 'used', 'void', 'expired']), expiresAt: moment, sentAt: moment.nullable() })
    .nullable(),
  connection: connection.nullable(),
  why: why.nullable(),
  /** Whoever has it, as `/people/{personId}` knows them. */
  personId: id,
  /** Given before the account passed to its present subscriber. */
  fromEarlierOwner: z.boolean(),
  /** When somebody last said that it stays. */
  keptAt: moment.nullable(),
});
export type GrantView = z.infer<typeof grantView>;

export const auditEntry = z.object({
  id: z.int(),
  at: moment,
  actor: z.object({ kind: z.enum(['member', 'grantee', 'support', 'operator', 'host', 'clock']), name: z.string() }),
  action: z.string(),
  grantId: id.nullable(),
  /** One Polish sentence that says what happened. */
  sentence: z.string(),
  /** Where from: the caller's address, null for hosts and the clock. */
  from: z.string().nullable(),
});
export type AuditEntry = z.infer<typeof auditEntry>;

/** A secret the grantee (or the owner, for credentials shown once) sets. Only its hash leaves the request. */
export const credential = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('password'),
    password: z.string().min(12, { error: 'password-too-weak' }).max(128, { error: 'too-long' }),
  }),
  z.strictObject({
    type: z.literal('public-key'),
    publicKey: z.string().trim().min(1, { error: 'required' }).max(2000, { error: 'public-key-invalid' }),
  }),
]);
export type Credential = z.infer<typeof credential>;

export const newGrant = z.strictObject({
  /** Null for the Panel itself. */
  serviceId: id.nullable(),
  spec: grantSpec,
  /** `email` may be null only with `credential`: there is nobody to invite then. */
  grantee: z.strictObject({ name: text(80), email: z.string().trim().max(254, { error: 'too-long' }).nullable() }),
  /** Epoch ms; null means "until I take it back". */
  notAfter: moment.nullable(),
  /** Set when the page shows generated credentials once instead of inviting. */
  credential: credential.nullable().default(null),
  why: why.nullable().default(null),
});
export type NewGrant = z.infer<typeof newGrant>;

export const grantChange = z.strictObject({
  version: z.int(),
  notAfter: moment.nullable().optional(),
  /** Of the grant's own kind; a database or a mailbox stays the same one. */
  spec: grantSpec.optional(),
});
export type GrantChange = z.infer<typeof grantChange>;

const grantId = z.object({ grantId: id });
const managers = { who: 'member', roles: MANAGERS } as const;
const managersSteppedUp = { ...managers, stepUp: true } as const;

export const grantRoutes = {
  listGrants: {
    method: 'get',
    path: '/grants',
    access: managers,
    summary:
      'Who has access: a page of grants, by person, by service or by end date. Searched or filtered, the order holds within a page, and a page may be short and still have a next one',
    request: {
      query: z.object({
        ...page,
        order: z.enum(['person', 'service', 'end']).default('person'),
        show: z.enum(['live', 'ended']).default('live'),
        /** Words that each begin one of: name, e-mail or its domain, service, directory, database, address. */
        search: z.string().trim().max(100).optional(),
        kind: z.enum(GRANT_KIND_NAMES).optional(),
        serviceId: id.optional(),
        state: grantState.exclude(['ended']).optional(),
      }),
    },
    responses: { 200: answer('A page', z.object({ grants: z.array(grantView), next: z.string().nullable() })) },
  },
  createGrant: {
    method: 'post',
    path: '/grants',
    access: managersSteppedUp,
    summary: 'Give access: invites the grantee, or takes a credential to show once',
    request: { body: body(newGrant) },
    responses: { 201: answer('The grant', grantView) },
  },
  readGrant: {
    method: 'get',
    path: '/grants/{grantId}',
    access: managers,
    summary: 'One grant and its live state',
    request: { params: grantId },
    responses: { 200: answer('The grant', grantView) },
  },
  changeGrant: {
    method: 'patch',
    path: '/grants/{grantId}',
    access: managersSteppedUp,
    summary: 'Change what it opens or until when',
    request: { params: grantId, body: body(grantChange) },
    responses: { 200: answer('The grant', grantView) },
  },
  revokeGrant: {
    method: 'post',
    path: '/grants/{grantId}/revocation',
    access: managers,
    summary: 'Take the access back; the same when it is already being taken back',
    request: { params: grantId },
    responses: { 200: answer('The grant', grantView) },
  },
  sendInvitation: {
    method: 'post',
    path: '/grants/{grantId}/invitation',
    access: managersSteppedUp,
    summary: 'Send a fresh invitation; older links stop working. For an active grant it lets the grantee set a new password',
    request: { params: grantId },
    responses: { 200: answer('The grant', grantView) },
  },
  readGrantHistory: {
    method: 'get',
    path: '/grants/{grantId}/history',
    access: managers,
    summary: 'What happened to one grant, newest first',
    request: { params: grantId, query: z.object(page) },
    responses: { 200: answer('A page', z.object({ entries: z.array(auditEntry), next: z.string().nullable() })) },
  },
  listAudit: {
    method: 'get',
    path: '/audit',
    access: managers,
    summary: 'Everything that happened in the account, newest first',
    request: { query: z.object(page) },
    responses: { 200: answer('A page', z.object({ entries: z.array(auditEntry), next: z.string().nullable() })) },
  },
  exportAudit: {
    method: 'get',
    path: '/audit.csv',
    access: managers,
    summary: 'The same as a CSV file',
    responses: { 200: { description: 'UTF-8 CSV with a header row', content: { 'text/csv': { schema: z.string() } } } },
  },
} as const;

/** The secret part of a link that was sent. */
export const invitationToken = z.string().regex(/^[A-Za-z0-9_-]{43}$/, { error: 'invitation-invalid' });

export const invitationView = z.object({
  state: z.enum(['open', 'used']),
  /** `access`: the first time. `credential`: a new password or key for access that exists. */
  purpose: z.enum(['access', 'credential']),
  expiresAt: moment,
  giver: z.object({ person: z.string(), account: z.string() }),
  grantee: z.object({ name: z.string() }),
  service: z.object({ name: z.string() }),
  grant: z.object({
    spec: grantSpec,
    state: grantState,
    endReason: endReason.nullable(),
    problem: applyFault.nullable(),
    notAfter: moment.nullable(),
    hostOnline: z.boolean(),
  }),
  /** For an invitation to the Panel: whether its address has a sign-in already. */
  panel: z.object({ email: z.string(), hasSignIn: z.boolean() }).nullable(),
  /** Known once the invitation is used. */
  connection: connection.nullable(),
});
export type InvitationView = z.infer<typeof invitationView>;

export const invitationRoutes = {
  readInvitation: {
    method: 'post',
    path: '/invitations/lookup',
    access: { who: 'anyone' },
    idempotent: false,
    summary: 'What an invitation offers; never uses it up. A POST only to keep the token out of addresses and logs',
    request: { body: body(z.strictObject({ token: invitationToken })) },
    responses: { 200: answer('The invitation', invitationView) },
  },
  claimInvitation: {
    method: 'post',
    path: '/invitations/claim',
    access: { who: 'anyone' },
    summary: 'Accept: set a password or a key',
    request: { body: body(z.strictObject({ token: invitationToken, credential })) },
    responses: { 200: answer('Accepted', invitationView) },
  },
  refuseInvitation: {
    method: 'post',
    path: '/invitations/refusal',
    access: { who: 'anyone' },
    summary: 'Decline, or hand back access that is no longer needed',
    request: { body: body(z.strictObject({ token: invitationToken })) },
    responses: { 204: done('Declined or being handed back') },
  },
} as const;

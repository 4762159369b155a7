import { z } from 'zod';
import { bareDigits, isNip, isRegon } from '../numbers.ts';
import { invitationToken } from './grants.ts';
import { answer, body, id, moment, text } from './shape.ts';

const registeredSeat = {
  address: text(200),
  postcode: z
    .string()
    .trim()
    .regex(/^\d{2}-\d{3}$/, { error: 'postcode-invalid' }),
  city: text(80),
};

/** Who the account or the domain is registered to (R7). */
export const subscriber = z.discriminatedUnion('type', [
  z.strictObject({
    type: z.literal('person'),
    name: text(120),
    ...registeredSeat,
  }),
  z.strictObject({
    type: z.literal('company'),
    name: text(160),
    /** Ten digits with their check digit; spaces and dashes are left out. */
    nip: z.string().max(40, { error: 'nip-invalid' }).overwrite(bareDigits).refine(isNip, { error: 'nip-invalid' }),
    /** Nine or fourteen digits with their check digits; null where there is none. */
    regon: z
      .string()
      .max(40, { error: 'regon-invalid' })
      .overwrite(bareDigits)
      .refine(isRegon, { error: 'regon-invalid' })
      .nullable(),
    ...registeredSeat,
  }),
]);
export type Subscriber = z.infer<typeof subscriber>;

export const CESSION_STATES = ['offered', 'accepted', 'agreed', 'completed', 'cancelled', 'declined', 'expired'] as const;

/** What stands and must be dealt with before the subscriber changes: every live thing that lets somebody in. */
export const cessionItem = z.object({
  id,
  /** A grant of any kind (an invitation that waits is one), a panel user without a grant, or a session. */
  what: z.enum(['grant', 'member', 'session']),
  /** Polish: what it is, whose, until when. */
  title: z.string(),
  person: z.string(),
  notAfter: moment.nullable(),
  /** False for what always ends: sessions, and the owner's own sign-in. */
  mayStay: z.boolean(),
  decision: z.enum(['keep', 'end']).nullable(),
});
export type CessionItem = z.infer<typeof cessionItem>;

export const cessionView = z.object({
  id,
  kind: z.enum(['account', 'domain']),
  state: z.enum(CESSION_STATES),
  /** Which side the caller is. */
  side: z.enum(['giver', 'taker']),
  account: z.object({ name: z.string(), clientNumber: z.string() }),
  /** The domain, for a cession of one. */
  domain: z.string().nullable(),
  giver: z.object({ person: z.string(), confirmedAt: moment.nullable() }),
  taker: z.object({ person: z.string(), email: z.string(), confirmedAt: moment.nullable() }),
  /** As the taker gave it; null until then. */
  subscriber: subscriber.nullable(),
  /** For the giver while it is under way, and for both sides when it is done; until then counts are enough for the taker. */
  items: z.array(cessionItem),
  counts: z.object({ keep: z.int(), end: z.int(), undecided: z.int() }),
  version: z.int(),
  createdAt: moment,
  expiresAt: moment,
  endedAt: moment.nullable(),
});
export type CessionView = z.infer<typeof cessionView>;

const owner = { who: 'member', roles: ['owner'] } as const;
const ownerSteppedUp = { ...owner, stepUp: true } as const;
const cessionId = z.object({ cessionId: id });
const taker = { name: text(80), email: z.string().trim().min(1, { error: 'required' }).max(254, { error: 'too-long' }) };

export const blockView = z.object({ blocked: z.boolean(), liftedAt: moment.nullable() });

export const cessionRoutes = {
  listCessions: {
    method: 'get',
    path: '/cessions',
    access: owner,
    summary: 'Cessions of the account and of its domains, newest first, and whether they are blocked',
    responses: { 200: answer('The cessions', z.object({ cessions: z.array(cessionView), block: blockView })) },
  },
  startCession: {
    method: 'post',
    path: '/cessions',
    access: ownerSteppedUp,
    summary: 'Begin a cession: of the account (its number is typed) or of one domain (its name is typed)',
    request: {
      body: body(
        z.strictObject({
          kind: z.enum(['account', 'domain']),
          serviceId: id.nullable(),
          taker: z.strictObject(taker),
          typed: z.string().max(300, { error: 'name-mismatch' }),
        }),
      ),
    },
    responses: { 201: answer('The cession', cessionView) },
  },
  readCession: {
    method: 'get',
    path: '/cessions/{cessionId}',
    access: { who: 'signed-in' },
    summary: 'One cession, for its giver and its taker',
    request: { params: cessionId },
    responses: { 200: answer('The cession', cessionView) },
  },
  decideCession: {
    method: 'post',
    path: '/cessions/{cessionId}/decisions',
    access: owner,
    summary: 'Say of live access what is kept and what ends',
    request: {
      params: cessionId,
      body: body(
        z.strictObject({
          version: z.int(),
          decisions: z.array(z.strictObject({ id, decision: z.enum(['keep', 'end']) })).max(1000),
        }),
      ),
    },
    responses: { 200: answer('The cession', cessionView) },
  },
  lookupCession: {
    method: 'post',
    path: '/cessions/lookup',
    access: { who: 'anyone' },
    idempotent: false,
    summary: 'What a link to a cession offers; never uses it up',
    request: { body: body(z.strictObject({ token: invitationToken })) },
    responses: {
      200: answer(
        'The offer',
        z.object({
          id,
          kind: z.enum(['account', 'domain']),
          state: z.enum(CESSION_STATES),
          giver: z.string(),
          account: z.string(),
          domain: z.string().nullable(),
          taker: z.object({ name: z.string(), hasSignIn: z.boolean() }),
          expiresAt: moment,
        }),
      ),
    },
  },
  acceptCession: {
    method: 'post',
    path: '/cessions/acceptance',
    access: { who: 'anyone' },
    summary:
      'Accept an offered cession by its link, with the new subscriber’s data; as the person of its address, or with a new sign-in',
    request: {
      body: body(
        z.strictObject({
          token: invitationToken,
          subscriber,
          password: z.string().min(12, { error: 'password-too-weak' }).max(128, { error: 'too-long' }).nullable(),
        }),
      ),
    },
    responses: { 200: answer('The cession, with the session of whoever accepted', cessionView) },
  },
  declineCession: {
    method: 'post',
    path: '/cessions/refusal',
    access: { who: 'anyone' },
    summary: 'Say no to an offered cession',
    request: { body: body(z.strictObject({ token: invitationToken })) },
    responses: { 204: { description: 'Declined' } },
  },
  confirmCession: {
    method: 'post',
    path: '/cessions/{cessionId}/confirmation',
    access: { who: 'signed-in' },
    summary: 'Confirm the summary; when the other side has too, the subscriber changes in this very act. Needs a proved password',
    request: { params: cessionId, body: body(z.strictObject({ version: z.int() })) },
    responses: { 200: answer('The cession', cessionView) },
  },
  cancelCession: {
    method: 'post',
    path: '/cessions/{cessionId}/cancellation',
    access: { who: 'signed-in' },
    summary: 'Call a cession off, by either side, any time before the end',
    request: { params: cessionId },
    responses: { 200: answer('The cession', cessionView) },
  },
  blockCession: {
    method: 'post',
    path: '/cession-block',
    access: owner,
    summary: 'Forbid cession of the account and of its domains',
    request: { body: body(z.strictObject({})) },
    responses: { 200: answer('The block', blockView) },
  },
  unblockCession: {
    method: 'post',
    path: '/cession-block/lifting',
    access: ownerSteppedUp,
    summary: 'Lift the block, 24 hours from now; it can be taken back until then',
    request: { body: body(z.strictObject({})) },
    responses: { 200: answer('The block', blockView) },
  },
} as const;

import { z } from 'zod';
import { ERROR_CODES } from '../errors.ts';
import { grantView } from './grants.ts';
import { answer, body, id, MANAGERS, moment, role } from './shape.ts';

/*
 * Who can get at what, and the acts on several grants at once. A person is whoever has one e-mail address (or, without one, one name)
 * in one account; their id says nothing about them, so that it may stand in an address.
 */

export const personView = z.object({ id, name: z.string(), email: z.string() });
export type PersonView = z.infer<typeof personView>;

/** A secret that several people share and this one was told; it stays good after their own access has ended. */
export const sharedSecret = z.object({
  kind: z.literal('mailbox-password'),
  serviceId: id,
  serviceName: z.string(),
  address: z.string(),
  toldAt: moment,
  /** True once it has been changed since. */
  changed: z.boolean(),
});
export type SharedSecret = z.infer<typeof sharedSecret>;

/** A sign-in to the account that no grant stands behind: whoever has been there since the contract was made, or became its owner. */
export const ownSignIn = z.object({
  role,
  /** Why this person's sign-in is not taken away with the rest: it is the caller's own, the only owner's, or above the caller; null when it is. */
  leftOut: z.enum(['own-sign-in', 'last-owner', 'role-too-low']).nullable(),
});
export type OwnSignIn = z.infer<typeof ownSignIn>;

/** One act that takes back everything a person has, as far as it has come. */
export const offboardingView = z.object({
  id,
  person: personView,
  startedAt: moment,
  startedBy: z.string(),
  /** What it takes back, gravest first; each ends when its own service has proved it. */
  grants: z.array(grantView),
  /** What it left alone, each with why; taken back, if at all, on its own page. */
  leftOut: z.array(z.object({ grantId: id, why: ownSignIn.shape.leftOut.unwrap() })),
  /** The sign-in that no grant stands behind, ended with the start of the act unless it was left out; null where there was none. */
  signIn: ownSignIn.nullable(),
  secrets: z.array(sharedSecret),
  /** When the last one had ended; null while any is not. */
  finishedAt: moment.nullable(),
});
export type OffboardingView = z.infer<typeof offboardingView>;

/** What needs a look now, at most 50 of each. */
export const overview = z.object({
  /** Something keeps the server from doing what is asked. */
  failing: z.array(grantView),
  /** Being given or taken back now. */
  moving: z.array(grantView),
  /** Ends within 14 days. */
  ending: z.array(grantView),
  /** Invited, and not accepted yet. */
  invited: z.array(grantView),
  /** Servers of this account that do not answer. */
  hostsAway: z.array(z.object({ name: z.string(), lastSeenAt: moment.nullable() })),
  /** Since when the present subscriber has the account, when there was a cession; grants from before bear `fromEarlierOwner`. */
  ownerSince: moment.nullable(),
  /** Grants were last looked through more than a year ago, or never since the first is a year old. */
  reviewDue: z.boolean(),
});
export type Overview = z.infer<typeof overview>;

export const reviewView = z.object({
  /** Null while no look-through is under way. */
  startedAt: moment.nullable(),
  /** When one was last finished. */
  lastFinishedAt: moment.nullable(),
  /** Decided on since it was started, kept or not; and still to look at. Both count 1000 grants at most. */
  done: z.int(),
  left: z.int(),
  /** The next ones, at most 20, oldest decision first. */
  next: z.array(grantView),
});
export type ReviewView = z.infer<typeof reviewView>;

const managers = { who: 'member', roles: MANAGERS } as const;
const managersSteppedUp = { ...managers, stepUp: true } as const;
const personId = z.object({ personId: id });

export const peopleRoutes = {
  readOverview: {
    method: 'get',
    path: '/access-overview',
    access: managers,
    summary: 'What needs a look: failing, moving, ending, not accepted; servers away; whether a look-through is due',
    responses: { 200: answer('The overview', overview) },
  },
  exportGrants: {
    method: 'get',
    path: '/grants.csv',
    access: managers,
    summary: 'Everybody who has access now, as a CSV file',
    responses: { 200: { description: 'UTF-8 CSV with a header row', content: { 'text/csv': { schema: z.string() } } } },
  },
  extendGrants: {
    method: 'post',
    path: '/grants/extension',
    access: managersSteppedUp,
    summary: 'One end date for several grants; each is changed or refused on its own',
    request: {
      body: body(
        z.strictObject({
          grants: z
            .array(z.strictObject({ id, version: z.int() }))
            .min(1)
            .max(50),
          notAfter: moment.nullable(),
        }),
      ),
    },
    responses: {
      200: answer(
        'What became of each, in the order asked',
        z.object({ results: z.array(z.object({ id, grant: grantView.nullable(), refused: z.enum(ERROR_CODES).nullable() })) }),
      ),
    },
  },
  readPerson: {
    method: 'get',
    path: '/people/{personId}',
    access: managers,
    summary: 'Everything one person holds, how it came about, and what they were told',
    request: { params: personId },
    responses: {
      200: answer(
        'The person',
        z.object({
          person: personView,
          /** Live ones, at most 200; then those that ended last, at most 20. */
          grants: z.array(grantView),
          ended: z.array(grantView),
          truncated: z.boolean(),
          signIn: ownSignIn.nullable(),
          secrets: z.array(sharedSecret),
          /** The newest act that took everything back, if there was one. */
          offboardingId: id.nullable(),
        }),
      ),
    },
  },
  startOffboarding: {
    method: 'post',
    path: '/people/{personId}/offboarding',
    access: managers,
    summary: 'Take everything back from one person; the act under way when it covers all there is',
    request: { params: personId },
    responses: { 201: answer('The act', offboardingView) },
  },
  readOffboarding: {
    method: 'get',
    path: '/offboardings/{offboardingId}',
    access: managers,
    summary: 'How far it has come, by service, with the proof of each',
    request: { params: z.object({ offboardingId: id }) },
    responses: { 200: answer('The act', offboardingView) },
  },
  readReview: {
    method: 'get',
    path: '/review',
    access: managers,
    summary: 'The look-through: what is left of it, and the next to decide on',
    responses: { 200: answer('The look-through', reviewView) },
  },
  startReview: {
    method: 'post',
    path: '/review',
    access: managers,
    summary: 'Start to look through all live access; the one under way when there is one',
    responses: { 201: answer('The look-through', reviewView) },
  },
  keepGrant: {
    method: 'post',
    path: '/grants/{grantId}/keeping',
    access: managers,
    summary: 'Looked at and kept; taking it back instead is a revocation',
    request: { params: z.object({ grantId: id }), body: body(z.strictObject({ version: z.int() })) },
    responses: { 200: answer('What is left', reviewView) },
  },
} as const;

import { z } from 'zod';
import { panelRole } from '../kinds/index.ts';
import { grantView, invitationToken, invitationView } from './grants.ts';
import { sessionView } from './session.ts';
import { answer, body, id, MANAGERS, moment, role } from './shape.ts';

/** Somebody who signs in to the account, or is invited to. */
export const panelUserView = z.object({
  /** Null for whoever has been there since the contract was made. */
  grantId: id.nullable(),
  /** Null until the invitation is accepted. */
  userId: id.nullable(),
  name: z.string(),
  email: z.string(),
  role,
  state: z.enum(['invited', 'active', 'suspended']),
  notAfter: moment.nullable(),
  /** True for the one who asks. */
  you: z.boolean(),
  /** True where the account would be left without an owner. */
  lastOwner: z.boolean(),
  /** Licence seats that the person holds; they outlive the sign-in. */
  seats: z.int(),
});
export type PanelUserView = z.infer<typeof panelUserView>;

const managers = { who: 'member', roles: MANAGERS } as const;
const managersSteppedUp = { ...managers, stepUp: true } as const;
const grantId = z.object({ grantId: id });
const userId = z.object({ userId: id });

export const panelUserRoutes = {
  listPanelUsers: {
    method: 'get',
    path: '/panel-users',
    access: managers,
    summary: 'Everybody who signs in to the account, or is invited to, by name',
    responses: { 200: answer('The people', z.object({ users: z.array(panelUserView) })) },
  },
  suspendPanelUser: {
    method: 'post',
    path: '/panel-users/{grantId}/suspension',
    access: managers,
    summary: 'Suspend a panel user at once; nothing is lost, and resuming needs no invitation',
    request: { params: grantId },
    responses: { 200: answer('The grant', grantView) },
  },
  resumePanelUser: {
    method: 'post',
    path: '/panel-users/{grantId}/resumption',
    access: managersSteppedUp,
    summary: 'Let a suspended panel user in again',
    request: { params: grantId },
    responses: { 200: answer('The grant', grantView) },
  },
  removeMember: {
    method: 'post',
    path: '/members/{userId}/removal',
    access: managersSteppedUp,
    summary: 'Remove a panel user who has been there since the contract was made; never the last owner',
    request: { params: userId, body: body(z.strictObject({})) },
    responses: { 200: answer('The people', z.object({ users: z.array(panelUserView) })) },
  },
  changeMemberRole: {
    method: 'post',
    path: '/members/{userId}/role',
    access: managersSteppedUp,
    summary: 'Change the role of such a panel user; the last owner cannot lower themselves, and nobody becomes owner',
    request: { params: userId, body: body(z.strictObject({ role: panelRole })) },
    responses: { 200: answer('The people', z.object({ users: z.array(panelUserView) })) },
  },
  acceptPanelInvitation: {
    method: 'post',
    path: '/invitations/acceptance',
    access: { who: 'anyone' },
    summary:
      'Accept an invitation to the Panel: as the person of its address who is signed in, or with a password for a new sign-in',
    request: {
      body: body(
        z.strictObject({
          token: invitationToken,
          /** Null when the address has a sign-in already; then that very person must be signed in. */
          password: z.string().min(12, { error: 'password-too-weak' }).max(128, { error: 'too-long' }).nullable(),
        }),
      ),
    },
    responses: {
      200: answer(
        'Accepted; the session is that person’s and acts on the account',
        z.object({ invitation: invitationView, session: sessionView }),
      ),
    },
  },
} as const;

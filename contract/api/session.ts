import { z } from 'zod';
import { answer, body, done, id, moment, role, staffRole } from './shape.ts';

export const sessionView = z.object({
  user: z.object({ id, name: z.string(), email: z.string() }),
  /** The account that requests act on; null for staff. */
  account: z.object({ id, name: z.string(), clientNumber: z.string(), role }).nullable(),
  /** Every account this person belongs to, to switch between. */
  accounts: z.array(z.object({ id, name: z.string(), clientNumber: z.string(), role })),
  staffRole: staffRole.nullable(),
  /** Until when dangerous acts need no renewed password; null when it is needed now. */
  steppedUpUntil: moment.nullable(),
});
export type SessionView = z.infer<typeof sessionView>;

const email = z.string().trim().min(1, { error: 'required' }).max(254, { error: 'too-long' });
const password = z.string().min(1, { error: 'required' }).max(200, { error: 'too-long' });

export const sessionRoutes = {
  signIn: {
    method: 'post',
    path: '/session',
    access: { who: 'anyone' },
    idempotent: false,
    summary: 'Sign in; sets the session cookie',
    request: { body: body(z.strictObject({ email, password })) },
    responses: { 200: answer('Signed in', sessionView) },
  },
  readSession: {
    method: 'get',
    path: '/session',
    access: { who: 'signed-in' },
    summary: 'Who is signed in, and to which account',
    responses: { 200: answer('The session', sessionView) },
  },
  signOut: {
    method: 'delete',
    path: '/session',
    access: { who: 'anyone' },
    idempotent: false,
    summary: 'Sign out; the same when nobody is signed in',
    responses: { 204: done('Signed out') },
  },
  stepUp: {
    method: 'post',
    path: '/session/step-up',
    access: { who: 'signed-in' },
    idempotent: false,
    summary: 'Prove the password again before a dangerous act',
    request: { body: body(z.strictObject({ password })) },
    responses: { 200: answer('Proved', sessionView) },
  },
  chooseAccount: {
    method: 'put',
    path: '/session/account',
    access: { who: 'signed-in' },
    idempotent: false,
    summary: 'Act on another of the accounts one belongs to',
    request: { body: body(z.strictObject({ accountId: id })) },
    responses: { 200: answer('The session', sessionView) },
  },
} as const;

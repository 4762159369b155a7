import type { MiddlewareHandler } from 'hono';
import type { Access, StaffRole } from '../../contract/index.ts';
import type { Caller, CallerAccount } from './caller.ts';
import type { AppEnv } from './env.ts';
import { refuse } from './refusal.ts';

/** How long a proved password lets its owner do dangerous things. */
export const STEP_UP_MS = 5 * 60 * 1000;

interface Grown {
  anyone: Record<never, never>;
  'signed-in': { caller: Caller };
  member: { caller: Caller; account: CallerAccount };
  staff: { caller: Caller; staffRole: StaffRole };
}

/** What a route with this access finds in its context. */
export type AccessEnv<A extends Access> = { Variables: Grown[A['who']] };

type AllVariables = AppEnv & { Variables: Grown['member'] & Grown['staff'] };

export const isSteppedUp = (caller: Pick<Caller, 'provedAt'>, now: number): boolean => now - caller.provedAt < STEP_UP_MS;

function memberAccount(caller: Caller, access: Extract<Access, { who: 'member' }>, now: number): CallerAccount {
  if (!caller.account) return refuse('no-account');
  if (!access.roles.includes(caller.account.role)) refuse('role-too-low');
  if (access.stepUp && !isSteppedUp(caller, now)) refuse('step-up-required');
  return caller.account;
}

/** Lets in those whom the contract lets in, and puts them into the context. */
export function requireAccess(access: Access): MiddlewareHandler<AllVariables> {
  return async (c, next) => {
    if (access.who === 'anyone') return next();
    const caller = await c.get('loadCaller')(c.req.raw, c.get('db'));
    if (!caller) return refuse('not-signed-in');
    c.set('caller', caller);
    if (access.who === 'member') c.set('account', memberAccount(caller, access, Date.now()));
    if (access.who === 'staff') {
      if (!caller.staffRole || !access.roles.includes(caller.staffRole)) return refuse('role-too-low');
      c.set('staffRole', caller.staffRole);
    }
    await next();
  };
}

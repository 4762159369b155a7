import { type ErrorCode, MANAGERS, type PanelRole, type Role } from '../../../../contract/index.ts';

const RANK: Record<Role, number> = { user: 0, administrator: 1, owner: 2 };
export const isAbove = (role: Role, other: Role): boolean => RANK[role] > RANK[other];

/** Somebody who signs in to the account, as whoever acts on them finds them. */
export interface PanelTarget {
  role: Role;
  /** True when they are the one who acts. */
  self: boolean;
  lastOwner: boolean;
}
export type PanelAct = { is: 'suspend' | 'resume' | 'remove' } | { is: 'change'; becomes: PanelRole | null };

/** What one may do to one's own sign-in: leave, or step down from owner and still manage. Anything else would lock out unnoticed, or prolong itself. */
const isOwnBusiness = (actor: Role, act: PanelAct) =>
  act.is === 'remove' || (act.is === 'change' && actor === 'owner' && act.becomes === 'administrator');

/** Why somebody may not do this to a panel user; null when they may. Nobody grants above their own role (R1, R2). */
export function panelActRefusal(actor: Role, target: PanelTarget, act: PanelAct): ErrorCode | null {
  if (!MANAGERS.some((manager) => manager === actor)) return 'role-too-low';
  if (isAbove(target.role, actor)) return 'role-too-low';
  if (act.is === 'change' && act.becomes && isAbove(act.becomes, actor)) return 'role-too-low';
  if (target.lastOwner && act.is !== 'resume') return 'last-owner';
  return target.self && !isOwnBusiness(actor, act) ? 'own-sign-in' : null;
}

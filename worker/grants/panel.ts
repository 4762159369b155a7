import type { ErrorCode } from '../../contract/index.ts';
import type { Caller, CallerAccount } from '../http/index.ts';
import { type PanelAct, panelActRefusal } from './kinds/panel-user/rules.ts';
import type { StoredGrant } from './rows.ts';

/** Why the caller may not do this to a grant, where it is a panel user's; null for all others. */
export function panelRefusal(
  { grant, member }: Pick<StoredGrant, 'grant' | 'member'>,
  { user, account }: { user: Caller['user']; account: CallerAccount },
  act: PanelAct,
): ErrorCode | null {
  if (grant.kind !== 'panel-user') return null;
  const role = member?.role ?? 'user';
  // Whoever became owner did so by cession, and stays whatever becomes of the grant they came with.
  const target = { role, self: member?.userId === user.id, lastOwner: role === 'owner' };
  return panelActRefusal(account.role, target, act);
}

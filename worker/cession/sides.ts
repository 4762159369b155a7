import type { Caller } from '../http/index.ts';
import { isUnderWay, type Side } from './rules.ts';
import type { StoredCession } from './store.ts';

/** Which sides of a cession somebody is: none, one, or both, for who changes from a person into their own company. */
export function sidesOf({ cession }: StoredCession, caller: Pick<Caller, 'user' | 'account' | 'staffRole'>, now: number): Side[] {
  if (caller.staffRole) return [];
  const { account, user } = caller;
  const owns = account?.id === cession.accountId && account.role === 'owner' && account.ownerEpoch === cession.ownerEpoch;
  // Whoever gave the account away acts on it no more, and still may look at the receipt.
  const gave = !isUnderWay(cession, now) && cession.startedBy === user.id;
  return [...(owns || gave ? (['giver'] as const) : []), ...(cession.takerUserId === user.id ? (['taker'] as const) : [])];
}

import { type Caller, callerAddress } from '../http/index.ts';
import type { Actor } from './record.ts';

/** The caller as an audit row names them. */
export function actorOf(caller: Caller, request: Request): Actor {
  const { account } = caller;
  return {
    kind: caller.staffRole ?? 'member',
    id: caller.user.id,
    name: caller.user.name,
    from: callerAddress(request),
    ...(account ? { acting: { id: account.id, ownerEpoch: account.ownerEpoch } } : {}),
  };
}

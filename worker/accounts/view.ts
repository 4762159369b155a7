import type { SessionView } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { type Caller, isSteppedUp, STEP_UP_MS } from '../http/index.ts';
import { listAccounts } from './store.ts';

type Accounts = Awaited<ReturnType<typeof listAccounts>>;

const publicPart = ({ id, name, clientNumber, role }: Accounts[number]) => ({ id, name, clientNumber, role });

export function sessionViewOf(caller: Caller, accounts: Accounts, now: number): SessionView {
  return {
    user: caller.user,
    account: caller.account && publicPart(caller.account),
    accounts: accounts.map(publicPart),
    staffRole: caller.staffRole,
    steppedUpUntil: isSteppedUp(caller, now) ? caller.provedAt + STEP_UP_MS : null,
  };
}

export const viewSession = async (db: Database, caller: Caller): Promise<SessionView> =>
  sessionViewOf(caller, await listAccounts(db, caller.user.id), Date.now());

import type { ErrorCode } from '../../contract/index.ts';
import { sha256Hex } from '../../contract/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { act, loadGrant, panelRefusal, type StoredGrant } from '../grants/index.ts';
import type { Caller, CallerAccount } from '../http/index.ts';

interface Asked {
  db: Database;
  caller: Caller;
  account: CallerAccount;
  actor: Actor;
  /** The request's own id; each grant's change derives from it, so that a repeat after a crash finds what was done. */
  op: string;
}
export type Extended = { id: string; row: StoredGrant; refused: null } | { id: string; row: null; refused: ErrorCode };

/** Gives one grant another end, by the same rules as a change of it alone. */
export async function extend(
  { db, caller, account, actor, op }: Asked,
  { id, version }: { id: string; version: number },
  notAfter: number | null,
): Promise<Extended> {
  const event = { type: 'change', version, notAfter } as const;
  const by = { user: caller.user, account };
  const allowed = (row: StoredGrant) => panelRefusal(row, by, { is: 'change', becomes: null }) ?? event;
  const own = await sha256Hex(`${op} ${id}`);
  const acted = await act(db, () => loadGrant(db, account.id, id), allowed, actor, Date.now(), own);
  return acted.ok ? { id, row: acted.row, refused: null } : { id, row: null, refused: acted.code };
}

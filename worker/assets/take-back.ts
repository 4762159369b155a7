import { sha256Hex } from '../../contract/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { act, loadGrant } from '../grants/index.ts';
import { accessToTakeBack } from './access-store.ts';
import type { AssetKey } from './store.ts';

/** How many grants one call takes back; the clock goes on with the rest. */
const AT_ONCE = 100;

/** `begun`: of how many grants the end has just begun. `isAll`: none is left whose end has not. */
export interface TakenBack {
  begun: number;
  isAll: boolean;
}

/** Begins to take back every grant on an asset. `op` marks it, so that a request that is repeated finds what it has done. */
export async function takeBackAccess(db: Database, key: AssetKey, actor: Actor, now: number, op: string): Promise<TakenBack> {
  const live = await accessToTakeBack(db, key, AT_ONCE);
  for (const { id, accountId } of live) {
    const load = () => loadGrant(db, accountId, id);
    await act(db, load, { type: 'revoke', reason: 'target-deleted' }, actor, now, await sha256Hex(`${op} ${id}`));
  }
  return { begun: live.length, isAll: live.length < AT_ONCE };
}

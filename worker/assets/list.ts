import type { AssetKind, DatabaseList } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import type { Env } from '../http/index.ts';
import { listAccess } from './access-store.ts';
import { readFromHost } from './on-host.ts';
import { planOf } from './plan.ts';
import { type Home, listAssets } from './store.ts';
import { type Known, merge } from './view.ts';

/** Everything of one kind that a service has, as the tables and its host know it now. */
export async function readAssets(
  env: Env,
  db: Database,
  home: Home,
  kind: AssetKind,
): Promise<{ live: boolean; plan: DatabaseList['plan']; all: Known[] }> {
  const [rows, access, found] = await Promise.all([
    listAssets(db, home.id, kind),
    listAccess(db, home.id, kind),
    readFromHost(env, home, kind),
  ]);
  const all = merge(kind, rows, found, access);
  const bytes = found?.reduce((sum, one) => sum + one.bytes, 0) ?? null;
  return { live: found !== null, plan: { used: all.length, bytes, ...planOf(home, kind) }, all };
}

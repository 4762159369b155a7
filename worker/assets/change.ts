import type { SQL } from 'drizzle-orm';
import type { AssetKind } from '../../contract/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { type Env, refuse, refuseField } from '../http/index.ts';
import { belongs } from '../services/index.ts';
import { isDone, noAccess } from './access-store.ts';
import { act } from './act.ts';
import type { AssetEvent } from './life.ts';
import { readFromHost } from './on-host.ts';
import { type Home, keyOf, loadAsset, type StoredAsset } from './store.ts';
import { takeBackAccess } from './take-back.ts';

/** What somebody wants done to an asset of a service, and how their request is told from others. */
export interface Wish {
  home: Home;
  kind: AssetKind;
  name: string;
  actor: Actor;
  op: string;
}

/** Refuses what is not the service's, or is nowhere: a name that the tables do not know is looked for on the host. */
async function mustExist(env: Env, db: Database, wish: Wish): Promise<void> {
  const { home, kind, name } = wish;
  if (!belongs(home, kind, name)) refuse('not-found');
  const row = await loadAsset(db, keyOf(wish));
  if (row && row.state !== 'gone') return row.serviceId === home.id ? undefined : refuse('not-found');
  const found = (await readFromHost(env, home, kind)) ?? refuse('host-offline');
  if (!found.some((one) => one.name === name)) refuse('not-found');
}

/** The row that a request once wrote; its repeat is answered with whatever became of it. */
async function doneBefore(db: Database, wish: Wish): Promise<StoredAsset | undefined> {
  return (await isDone(db, wish.home.accountId, wish.op)) ? loadAsset(db, keyOf(wish)) : undefined;
}

/** Does what is wished to an asset that exists, once however often the request is repeated. `event` is asked for when it is certain to be needed. */
export async function changeAsset(
  env: Env,
  db: Database,
  wish: Wish,
  event: () => Promise<AssetEvent> | AssetEvent,
  provided?: readonly SQL[],
): Promise<StoredAsset> {
  const before = await doneBefore(db, wish);
  if (before) return before;
  await mustExist(env, db, wish);
  const acted = await act(db, keyOf(wish), {
    event: await event(),
    actor: wish.actor,
    now: Date.now(),
    op: wish.op,
    ...(provided ? { provided } : {}),
  });
  if (acted.ok) return acted.row ?? refuse('not-found');
  return acted.code === 'mailbox-unmanaged' || acted.code === 'mailbox-in-bin'
    ? refuseField('address', acted.code)
    : refuse(acted.code);
}

/**
 * Deletes an asset (a mailbox: puts it into the bin), and only then takes back every access to it. What a crash between
 * the two leaves is taken back by a repeat of the request, by the clock, or when the host confirms.
 */
export async function deleteAsset(env: Env, db: Database, wish: Wish, typed: string): Promise<StoredAsset> {
  const event = () => (typed.trim() === wish.name ? ({ type: 'delete' } as const) : refuseField('typed', 'name-mismatch'));
  const row = await changeAsset(env, db, wish, event);
  // A late repeat may find something new under the old name, whose access is nobody's to take back.
  if (row.state === 'bin' || row.state === 'deleting') await takeBackAccess(db, row, wish.actor, Date.now(), wish.op);
  return row;
}

/** Takes a mailbox out of the bin. Access that a crash has left comes to its end first, so that none comes back with it. */
export async function restoreAsset(env: Env, db: Database, wish: Wish): Promise<StoredAsset> {
  const row = await loadAsset(db, keyOf(wish));
  const binned = row?.state === 'bin' && row.serviceId === wish.home.id;
  if (binned && !(await takeBackAccess(db, row, wish.actor, Date.now(), wish.op)).isAll) refuse('access-remains');
  return changeAsset(env, db, wish, () => ({ type: 'restore' }), [noAccess(keyOf(wish), 'pass')]);
}

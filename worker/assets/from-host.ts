import type { AssetKind, FromAgent, InventoryItem } from '../../contract/index.ts';
import { CLOCK, hostActor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { act } from './act.ts';
import type { AssetEvent } from './life.ts';
import { markConfirmed, markUnconfirmed } from './marks-store.ts';
import { loadAsset, type StoredAsset } from './store.ts';
import { type TakenBack, takeBackAccess } from './take-back.ts';

type OfAsset<T> = T & { kind: AssetKind };
type Ack = OfAsset<Extract<FromAgent, { t: 'ack' }>>;
type Fail = OfAsset<Extract<FromAgent, { t: 'fail' }>>;
type Named = { kind: AssetKind; principal: string };

const load = (db: Database, hostId: string, { kind, principal }: Named) => loadAsset(db, { hostId, kind, name: principal });

/** A host has applied a state; true when something else is wanted of it now. An older gen than the present one changes nothing. */
export async function acknowledge(db: Database, hostId: string, ack: Ack, now: number): Promise<boolean> {
  const row = await load(db, hostId, ack);
  if (!row || row.gen !== ack.gen) return false;
  const { begun, isAll } = isClosing(row) ? await takeBackAccess(db, row, CLOCK, now, crypto.randomUUID()) : NOTHING;
  // Nothing counts as closed or gone while a grant on it is left: unconfirmed, it is told again and comes back here.
  if (isAll) await confirm(db, row, ack, now);
  return begun > 0;
}

const NOTHING: TakenBack = { begun: 0, isAll: true };

async function confirm(db: Database, row: StoredAsset, ack: Ack, now: number): Promise<void> {
  const { gen } = ack;
  const event: AssetEvent =
    ack.outcome === 'present' ? { type: 'ack-present', gen } : { type: 'ack-absent', gen, look: ack.look };
  await act(db, row, { event, actor: hostActor(row.hostId, row.hostName), now });
  // A repaired host confirms what has long been so: only the courier's own mark is left to set.
  if (ack.outcome === 'present' || ack.look === 2) await markConfirmed(db, row, gen);
}

const isClosing = ({ state }: StoredAsset) => state === 'bin' || state === 'deleting';

/** A host could not apply a state; it is never wanted to do something else instead. */
export async function reportFault(db: Database, hostId: string, fail: Fail, now: number): Promise<boolean> {
  const row = await load(db, hostId, fail);
  if (!row) return false;
  const { gen } = fail;
  await act(db, row, { event: { type: 'fault', gen, fault: fail.fault }, actor: hostActor(hostId, row.hostName), now });
  await markUnconfirmed(db, row, gen);
  return row.gen > gen;
}

/** A host knows a higher gen than the restored tables; what they say is wanted anew. */
export async function overtaken(db: Database, hostId: string, item: OfAsset<InventoryItem>, now: number): Promise<void> {
  const row = await load(db, hostId, item);
  const event: AssetEvent = { type: 'overtaken', gen: item.gen, present: item.digest !== null };
  if (row) await act(db, row, { event, actor: hostActor(hostId, row.hostName), now });
}

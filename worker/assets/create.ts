import type { AssetKind } from '../../contract/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { type Env, refuse, refuseField } from '../http/index.ts';
import type { SealedPassword } from '../secrets/index.ts';
import { accessTo, noAccess } from './access-store.ts';
import { nowhere } from './life.ts';
import { type Found, readFromHost } from './on-host.ts';
import { creationFault, onlyOnHost, planOf } from './plan.ts';
import { advance } from './rules.ts';
import { assetOf, atMost, type Home, keyOf, listAssets, loadAsset, loadMade, type StoredAsset, writeChange } from './store.ts';

interface Creation {
  home: Home;
  kind: AssetKind;
  /** Its full name. */
  name: string;
  /** Seals the password that comes with it; called once nothing else stands against it. */
  seal: () => Promise<SealedPassword | null>;
  actor: Actor;
  /** The same for every repeat of the request: what it makes is found by it. */
  op: string;
}

/** More rivals than this for one name or one last place is not chance but a fault. */
const MAX_RIVALS = 100;

/** Makes a database or a mailbox, or gives the one that the same request made before; refuses what cannot be made. */
export async function createAsset(env: Env, db: Database, creation: Creation): Promise<StoredAsset> {
  const { home, kind, op } = creation;
  const [before, found] = await Promise.all([loadMade(db, home.accountId, op.slice(0, 32)), readFromHost(env, home, kind)]);
  if (before) return before;
  let password: SealedPassword | null | undefined;
  for (let attempt = 0; attempt < MAX_RIVALS; attempt += 1) {
    const { row, room } = await roomFor(db, creation, found);
    password ??= await creation.seal();
    if (await write(db, creation, row, password, room))
      return (await loadMade(db, home.accountId, op.slice(0, 32))) ?? refuse('internal');
  }
  throw new Error('a name kept being taken and freed');
}

/** The row that the name already has, and how many rows there may be with the new one; refuses when something stands against it. */
async function roomFor(db: Database, creation: Creation, found: Found[] | null) {
  const { home, kind, name } = creation;
  const key = keyOf(creation);
  const [row, rows, access] = await Promise.all([loadAsset(db, key), listAssets(db, home.id, kind), accessTo(db, key)]);
  const plan = planOf(home, kind);
  const known = row ?? nowhere(kind);
  const fault = creationFault({ kind, name, known, rows, found, plan, accessRemains: access.length > 0 });
  if (fault) fault.field === null ? refuse(fault.code) : refuseField(fault.field, fault.code);
  return { row, room: plan.most - onlyOnHost(rows, found ?? []) };
}

/** Writes the new asset if the name is still free, the plan still has a place, and no grant of that name has come since. */
async function write(
  db: Database,
  creation: Creation,
  row: StoredAsset | undefined,
  password: SealedPassword | null,
  room: number,
) {
  const { home, kind, actor, op } = creation;
  const key = keyOf(creation);
  const now = Date.now();
  const event = { type: 'create', tree: home.tree, password, by: actor.name } as const;
  const outcome = advance(row ? assetOf(row) : nowhere(kind), event, now);
  if (!outcome.ok || outcome.step === null) return false;
  const provided = [atMost(home.id, kind, room), noAccess(key, 'count')];
  return writeChange(db, { key, row, step: outcome.step, actor, now, op, provided });
}

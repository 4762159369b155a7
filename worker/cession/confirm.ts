import { sql } from 'drizzle-orm';
import type { ErrorCode } from '../../contract/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import type { Caller } from '../http/index.ts';
import { complete } from './completion.ts';
import { standing } from './guards.ts';
import { loadInventory } from './inventory-store.ts';
import { toBoth } from './letters-store.ts';
import { readPlan } from './plan.ts';
import { countsOf, isBlocked, isUnderWay, itemsOf, type Side } from './rules.ts';
import { sidesOf } from './sides.ts';
import { loadCession, type StoredCession, writeTurn } from './store.ts';

/** More rivals than this at one cession at one moment is not chance but a fault. */
const MAX_RIVALS = 100;

export interface Confirmation {
  id: string;
  version: number;
  caller: Caller;
  actor: Actor;
  now: number;
  op: string;
}
export type Confirmed = { ok: true; row: StoredCession; side: Side; completed: boolean } | { ok: false; code: ErrorCode };

const refusal = (code: ErrorCode): Confirmed => ({ ok: false, code });

/** One side's word for the summary. With the other side's already given, the subscriber changes in the same act. */
export async function confirm(db: Database, confirmation: Confirmation): Promise<Confirmed> {
  const { id, caller, now, op } = confirmation;
  for (let attempt = 0; attempt < MAX_RIVALS; attempt += 1) {
    const row = await loadCession(db, id);
    const sides = row ? sidesOf(row, caller, now) : [];
    const [first] = sides;
    if (!row || !first) return refusal('not-found');
    const side = sides.find((one) => confirmedAt(row, one) === null);
    if (!side || row.cession.op === op || row.cession.state === 'completed')
      return { ok: true, row, side: side ?? first, completed: row.cession.state === 'completed' };
    const code = confirmRefusal(row, confirmation);
    if (code) return refusal(code);
    const inventory = await loadInventory(db, row, now);
    const { undecided } = countsOf(itemsOf(inventory.holdings, readPlan(row.cession.plan).decided));
    if (undecided > 0)
      return refusal(attempt === 0 && row.cession.state === 'accepted' ? 'cession-undecided' : 'cession-changed');
    const confirmed = side === 'giver' ? { giverConfirmedAt: now } : { takerConfirmedAt: now };
    const last = confirmedAt(row, side === 'giver' ? 'taker' : 'giver') !== null;
    const written = last
      ? await complete(db, {
          ...confirmation,
          row,
          inventory,
          confirmed,
          takerSession: side === 'taker' ? caller.sessionId : null,
        })
      : await agree(db, row, confirmed, inventory, confirmation);
    if (written) return { ok: true, row: (await loadCession(db, id)) ?? row, side, completed: last };
  }
  throw new Error('a cession kept changing under a confirmation');
}

const confirmedAt = ({ cession }: StoredCession, side: Side) =>
  side === 'giver' ? cession.giverConfirmedAt : cession.takerConfirmedAt;

function confirmRefusal(row: StoredCession, { version, now }: Confirmation): ErrorCode | null {
  if (!isUnderWay(row.cession, now)) return 'cession-over';
  if (row.cession.state === 'offered') return 'cession-not-accepted';
  if (row.cession.version !== version) return 'cession-changed';
  if (row.account.ownerEpoch !== row.cession.ownerEpoch) return 'owner-changed';
  return isBlocked(row.account, now) ? 'cession-blocked' : null;
}

const agree = (
  db: Database,
  row: StoredCession,
  confirmed: { giverConfirmedAt: number } | { takerConfirmedAt: number },
  inventory: Awaited<ReturnType<typeof loadInventory>>,
  { actor, now, op }: Confirmation,
) =>
  writeTurn(
    db,
    row,
    {
      set: { ...confirmed, state: 'agreed' },
      action: 'cession.agreed',
      letters: toBoth('cession-agreed'),
      provided: sql`${standing(row, inventory, now)} = 1`,
    },
    { actor, now, op },
  );

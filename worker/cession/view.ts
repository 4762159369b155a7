import { type CessionItem, type CessionView, subscriber } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { loadInventory } from './inventory-store.ts';
import { readPlan } from './plan.ts';
import { countsOf, isUnderWay, itemsOf, type Side, stateAt } from './rules.ts';
import type { StoredCession } from './store.ts';

/** What stands while a cession is under way; afterwards its receipt says what became of all. */
async function itemsNow(db: Database, row: StoredCession, now: number): Promise<CessionItem[]> {
  const { decided, receipt } = readPlan(row.cession.plan);
  if (!isUnderWay(row.cession, now)) return receipt?.items ?? [];
  const { holdings } = await loadInventory(db, row, now);
  return itemsOf(holdings, decided);
}

/** One cession as a side sees it. */
export async function viewCession(db: Database, row: StoredCession, side: Side, now: number): Promise<CessionView> {
  const { cession, account } = row;
  const items = await itemsNow(db, row, now);
  const state = stateAt(cession, now);
  return {
    id: cession.id,
    kind: cession.kind,
    state,
    side,
    account: { name: readPlan(cession.plan).receipt?.name ?? account.name, clientNumber: account.clientNumber },
    domain: row.domain,
    giver: { person: cession.startedByName, confirmedAt: cession.giverConfirmedAt },
    taker: { person: cession.takerName, email: cession.takerEmail, confirmedAt: cession.takerConfirmedAt },
    subscriber: cession.subscriber === null ? null : subscriber.parse(JSON.parse(cession.subscriber)),
    items: side === 'giver' || state === 'completed' ? items : [],
    counts: countsOf(items),
    version: cession.version,
    createdAt: cession.createdAt,
    expiresAt: cession.expiresAt,
    endedAt: cession.endedAt ?? (state === 'expired' ? cession.expiresAt : null),
  };
}

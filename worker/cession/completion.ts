import { eq, inArray, type SQL, sql } from 'drizzle-orm';
import { subscriber } from '../../contract/index.ts';
import { type Actor, auditRow } from '../audit/index.ts';
import { account, cession, type Database, membership, service, session, zone } from '../db/index.ts';
import { endMany, keepMany } from '../grants/index.ts';
import { closeCases } from '../help/index.ts';
import { dropRequests } from '../settings/index.ts';
import { standing, takerOwns } from './guards.ts';
import type { Inventory } from './inventory-store.ts';
import { letters, toBoth } from './letters-store.ts';
import { memberStatements } from './members.ts';
import { readPlan, writePlan } from './plan.ts';
import { itemsOf } from './rules.ts';
import { countOp, runBatch, type Statement, type StoredCession, subjectOf, turnStatement } from './store.ts';

export interface Completion {
  row: StoredCession;
  inventory: Inventory;
  /** Which side's word was the last. */
  confirmed: { giverConfirmedAt: number } | { takerConfirmedAt: number };
  /** The session of the one who takes over, when it was their word; it acts on the account from now on. */
  takerSession: string | null;
  actor: Actor;
  now: number;
  op: string;
}

/**
 * Changes the subscriber in one batch, whose size does not grow with what stands (R7): nothing is written unless all that stands
 * is what was decided on. False when something else was faster.
 */
export function complete(db: Database, completion: Completion): Promise<boolean> {
  const { row, inventory, confirmed, now, op } = completion;
  // The epoch rises in this very batch; the first statement makes sure of it instead.
  const { acting: _acting, ...actor } = completion.actor;
  const { decided } = readPlan(row.cession.plan);
  const items = itemsOf(inventory.holdings, decided);
  const set = {
    ...confirmed,
    state: 'completed' as const,
    endedAt: now,
    version: sql`${cession.version} + 1` as unknown as number,
    plan: writePlan({ decided, receipt: { name: row.account.name, items } }),
  };
  const change = { ...completion, actor, items };
  const provided = sql`${standing(row, inventory, now)} = 1 AND ${row.cession.kind === 'domain' ? takerOwns(row.cession, now) : sql`1`} = 1`;
  return runBatch(
    db,
    turnStatement(db, row, set, provided, op),
    ...letters(db, row.cession, toBoth('cession-completed'), now),
    ...(row.cession.kind === 'account' ? accountPasses(db, change) : domainPasses(db, change)),
    record(db, change, row.cession.accountId, 'cession.completed'),
  );
}

export type Change = Completion & { items: ReturnType<typeof itemsOf> };

const record = (db: Database, { row, actor, now, op }: Change, accountId: string, action: string) =>
  auditRow(db, actor, {
    accountId,
    grantId: null,
    at: now,
    action,
    details: { what: subjectOf(row), to: row.cession.takerName, op },
    hits: countOp(row.cession.id, op),
  });

/** Ends and keeps grants as was decided. Those that had begun to end go on ending. */
function grantStatements(db: Database, change: Change, owner: { accountId: string; ownerEpoch: number | SQL }): Statement[] {
  const { inventory, items } = change;
  const decisions = new Map(items.map(({ id, decision }) => [id, decision]));
  const those = (decision: 'keep' | 'end') =>
    inventory.holdings
      .filter(({ id, what, ending }) => what === 'grant' && !ending && decisions.get(id) === decision)
      .map(({ id, phrase, foreign }) => ({ id, what: phrase, foreign }));
  const kept = those('keep');
  return [
    ...endMany(db, those('end'), change),
    ...keepMany(
      db,
      kept.filter(({ foreign }) => !foreign),
      owner,
      change,
    ),
    // A domain of another client stays in that client's account.
    ...keepMany(
      db,
      kept.filter(({ foreign }) => foreign),
      null,
      change,
    ),
  ];
}

function accountPasses(db: Database, change: Change): Statement[] {
  const { row, takerSession, now, op } = change;
  const { accountId, takerUserId, ownerEpoch } = row.cession;
  const given = subscriber.parse(JSON.parse(row.cession.subscriber ?? 'null'));
  const everybody = db.select({ id: membership.userId }).from(membership).where(eq(membership.accountId, accountId));
  return [
    db
      .update(session)
      .set({ accountId: null })
      .where(sql`${session.accountId} = ${accountId} AND ${inArray(session.userId, everybody)}`),
    ...grantStatements(db, change, { accountId, ownerEpoch: ownerEpoch + 1 }),
    ...memberStatements(db, change),
    db
      .insert(membership)
      .values({ userId: takerUserId ?? '', accountId, role: 'owner' })
      .onConflictDoUpdate({
        target: [membership.userId, membership.accountId],
        set: { role: 'owner', grantId: null, notAfter: null, suspendedAt: null },
      }),
    ...(takerSession ? [db.update(session).set({ accountId }).where(eq(session.id, takerSession))] : []),
    db
      .update(account)
      .set({
        ownerEpoch: sql`${account.ownerEpoch} + 1`,
        name: given.name,
        subscriber: JSON.stringify(given),
        cessionBlocked: false,
        cessionUnblockAt: null,
        ownerSince: now,
        reviewStartedAt: null,
      })
      .where(eq(account.id, accountId)),
    // What the former owner was asking stays theirs.
    closeCases(db, accountId, op),
    dropRequests(db, { accountId }, op),
    // What the former owner began with single domains is no longer theirs to give.
    db
      .update(cession)
      .set({ state: 'cancelled', endedAt: now, version: sql`${cession.version} + 1`, op })
      .where(
        sql`${cession.accountId} = ${accountId} AND ${cession.kind} = 'domain' AND ${cession.state} IN ('offered', 'accepted', 'agreed')`,
      ),
  ];
}

function domainPasses(db: Database, change: Change): Statement[] {
  const { row, op } = change;
  const [serviceId, accountId] = [row.cession.serviceId ?? '', row.cession.takerAccountId ?? ''];
  return [
    ...grantStatements(db, change, {
      accountId,
      ownerEpoch: sql`(SELECT account.owner_epoch FROM account WHERE account.id = ${accountId})`,
    }),
    db.update(service).set({ accountId }).where(eq(service.id, serviceId)),
    db.update(zone).set({ accountId, op }).where(eq(zone.serviceId, serviceId)),
    dropRequests(db, { accountId: row.cession.accountId, serviceId }, op),
    record(db, change, accountId, 'cession.received'),
  ];
}

import { and, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { GRANT_KIND_NAMES } from '../../contract/index.ts';
import { type Actor, auditRows } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { desired, grants, invitation, membership, vendorSeat } from '../db/schema.ts';
import type { Statement } from './kind.ts';
import { tellOfMany } from './kinds/delegation/effects.ts';
import { kindOf } from './kinds/index.ts';
import { passOn, restTerms } from './people-store.ts';

/*
 * What becomes of any number of grants when a subscriber changes (R7), or one person loses all, in statements that do not grow
 * with their number. They write what the lifecycle's `revoke` for the same reason writes of one grant; a test compares the two.
 */

/** A grant that is decided on, with the phrase that its audit row names it by. */
export interface Decided {
  id: string;
  what: string;
  /** True where the account only manages another client's domain. */
  foreign: boolean;
}
interface Change {
  actor: Actor;
  now: number;
  op: string;
}

const list = (decided: readonly Decided[]) => JSON.stringify(decided.map(({ id, what, foreign }) => ({ id, what, foreign })));
/** The ids of a list, as a set that a statement looks things up in. */
const idsIn = (json: string) => sql`(SELECT json_extract(value, '$.id') FROM json_each(${json}))`;

const EDGE_KINDS = GRANT_KIND_NAMES.filter((name) => kindOf(name).road === 'edge');
const isEdge = inArray(grants.kind, EDGE_KINDS);
/** Over in this very batch: nothing outside has to let it go first. */
const atOnce = sql`(${grants.state} = 'requested' OR ${isEdge})`;

/**
 * Ends grants that have not begun to end: at once what the worker itself keeps, and by way of their host what a host keeps.
 * Sessions that act on the account are left to whoever ends a panel user so.
 */
export function endMany(
  db: Database,
  decided: readonly Decided[],
  { actor, now, op }: Change,
  reason: 'cession' | 'revoked' = 'cession',
): Statement[] {
  const json = list(decided);
  const these = (column: SQL | typeof grants.id) => sql`${column} IN ${idsIn(json)}`;
  return [
    db
      .update(desired)
      .set({ gen: sql`${desired.gen} + 1`, state: null, digest: null, hash: null })
      .where(these(sql`${desired.grantId}`)),
    db
      .update(vendorSeat)
      .set({ dueAt: 0 })
      .where(these(sql`${vendorSeat.grantId}`)),
    db.delete(membership).where(these(sql`${membership.grantId}`)),
    db
      .update(invitation)
      .set({ state: 'void', op })
      .where(
        and(
          these(sql`${invitation.grantId}`),
          // After a cession not even what an old link tells is for its bearer.
          reason === 'cession' ? sql`${invitation.state} <> 'void'` : eq(invitation.state, 'open'),
        ),
      ),
    db
      .update(grants)
      .set({
        state: sql`CASE WHEN ${atOnce} THEN 'ended' ELSE 'revoking' END`,
        endReason: reason === 'cession' ? reason : sql`CASE ${grants.state} WHEN 'requested' THEN 'cancelled' ELSE ${reason} END`,
        problem: sql`CASE WHEN ${atOnce} THEN ${grants.problem} END`,
        gen: sql`CASE WHEN ${atOnce} THEN ${grants.gen} ELSE ${grants.gen} + 1 END`,
        cutAt: sql`CASE WHEN ${grants.state} <> 'requested' AND ${isEdge} THEN ${now} ELSE ${grants.cutAt} END`,
        endedAt: sql`CASE WHEN ${atOnce} THEN ${now} ELSE ${grants.endedAt} END`,
        version: sql`${grants.version} + 1`,
        op,
      })
      .where(these(grants.id)),
    restTerms(db, these),
    tellOfMany(db, json, now),
    recordEach(db, json, sql`CASE WHEN grants.state = 'ended' THEN 'grant.ended' ELSE 'grant.revoking' END`, { actor, now, op }),
  ];
}

/** Lets grants go on under the new owner, whose account may be another one; with no owner they stay where they are. */
export function keepMany(
  db: Database,
  decided: readonly Decided[],
  owner: { accountId: string; ownerEpoch: number | SQL } | null,
  { actor, now, op }: Change,
): Statement[] {
  const json = list(decided);
  return [
    db
      .update(grants)
      .set({ ...owner, op })
      .where(sql`${grants.id} IN ${idsIn(json)}`),
    ...(owner ? passOn(db, owner.accountId, (id) => sql`${id} IN ${idsIn(json)}`) : []),
    recordEach(db, json, sql`'grant.kept'`, { actor, now, op }),
  ];
}

/** One audit row for each grant, in the account that it belongs to. */
const recordEach = (db: Database, json: string, action: SQL, { actor, now, op }: Change): Statement =>
  auditRows(db, actor, {
    at: now,
    action,
    accountId: sql`grants.account_id`,
    grantId: sql`grants.id`,
    details: sql`json_object('what', json_extract(value, '$.what'), 'grantee', grants.grantee_name, 'reason', grants.end_reason, 'op', ${op})`,
    from: sql`json_each(${json}) JOIN grants ON grants.id = json_extract(value, '$.id')`,
  });

/** A grant's mark: it differs once somebody has changed what it opens, or an invited person has taken it up. */
export const markOf = (grant: { version: number; state: string }): string =>
  `${grant.version}${grant.state === 'requested' ? '?' : ''}`;
/** The same, in a statement about `grants`. */
const markInSql = sql`(grants.version || CASE grants.state WHEN 'requested' THEN '?' ELSE '' END)`;

/**
 * 1 while exactly these grants, each still with its mark, are all that `scope` finds beside those that have begun to end.
 * `scope` is an indexed condition on `grants`.
 */
export function areExactly(scope: SQL, marked: readonly { id: string; mark: string }[]): SQL {
  const json = JSON.stringify(marked.map(({ id, mark }) => ({ id, mark })));
  const standing = sql`${scope} AND grants.state IN ('requested', 'pending', 'active')`;
  const known = sql`(SELECT count(*) FROM json_each(${json}) JOIN grants ON grants.id = json_extract(value, '$.id')
    WHERE ${standing} AND ${markInSql} = json_extract(value, '$.mark'))`;
  return sql`((SELECT count(*) FROM grants WHERE ${standing}) = ${marked.length} AND ${known} = ${marked.length})`;
}

/** A whole account's grants, and those of other clients' domains that it manages. */
export const ofAccount = (accountId: string): SQL => and(eq(grants.accountId, accountId), eq(grants.live, 1)) ?? sql`0`;
export const toAccount = (accountId: string): SQL => and(eq(grants.toAccountId, accountId), eq(grants.live, 1)) ?? sql`0`;
/** Who manages one domain. */
export const ofDomain = (serviceId: string): SQL =>
  sql`${grants.serviceId} = ${serviceId} AND ${grants.kind} = 'delegation' AND ${grants.state} <> 'ended'`;

import { sql } from 'drizzle-orm';
import { auditRows } from '../audit/index.ts';
import { type Database, membership } from '../db/index.ts';
import type { Change } from './completion.ts';
import { memberId } from './holdings.ts';
import type { Statement } from './store.ts';

/** Former owners go, and of the others those who were to; each is written down. */
export function memberStatements(db: Database, { row, inventory, items, actor, now, op }: Change): Statement[] {
  const { accountId, takerUserId } = row.cession;
  const decisions = new Map(items.map(({ id, decision }) => [id, decision]));
  const of = (decision: 'keep' | 'end') =>
    JSON.stringify(
      inventory.members.map(({ userId }) => userId).filter((userId) => decisions.get(memberId(userId)) === decision),
    );
  const each = (json: string, action: string) =>
    auditRows(db, actor, {
      at: now,
      action: sql`${action}`,
      accountId: sql`${accountId}`,
      grantId: null,
      details: sql`json_object('grantee', user.name, 'op', ${op})`,
      from: sql`json_each(${json}) JOIN user ON user.id = json_each.value`,
    });
  return [
    each(of('keep'), 'member.kept'),
    each(of('end'), 'member.ended'),
    db
      .delete(membership)
      .where(
        sql`${membership.accountId} = ${accountId} AND ${membership.userId} <> ${takerUserId} AND (${membership.role} = 'owner' OR (${membership.grantId} IS NULL AND ${membership.userId} IN (SELECT value FROM json_each(${of('end')}))))`,
      ),
  ];
}

import { and, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { type PanelRole, panelUserSpec, type Role } from '../../contract/index.ts';
import { isInForce } from '../accounts/index.ts';
import { type Actor, auditRow } from '../audit/index.ts';
import { audit, type Database, grants, membership, session, user } from '../db/index.ts';
import { panelOf } from '../services/index.ts';
import type { Invited, Member } from './rules.ts';

/** An account has few panel users, so there are no pages. */
const AT_MOST = 500;
const seatsOf = (accountId: string, email: SQL | typeof user.email) =>
  sql<number>`(SELECT count(*) FROM grants AS held WHERE held.account_id = ${accountId} AND held.live = 1 AND held.person_key = ${email} AND held.kind = 'seat')`;

/** Who signs in to an account, and who is invited to, in one trip. */
export async function loadPanelUsers(db: Database, accountId: string): Promise<{ members: Member[]; invited: Invited[] }> {
  const there = db
    .select({
      grantId: membership.grantId,
      userId: user.id,
      name: user.name,
      email: user.email,
      role: membership.role,
      notAfter: membership.notAfter,
      suspendedAt: membership.suspendedAt,
      seats: seatsOf(accountId, user.email),
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(eq(membership.accountId, accountId))
    .limit(AT_MOST);
  const waiting = db
    .select({
      grantId: grants.id,
      name: grants.granteeName,
      email: grants.granteeEmail,
      spec: grants.spec,
      notAfter: grants.notAfter,
      seats: seatsOf(accountId, sql`${grants.personKey}`),
    })
    .from(grants)
    .where(
      and(
        eq(grants.accountId, accountId),
        eq(grants.live, 1),
        eq(grants.serviceId, panelOf(accountId)),
        eq(grants.state, 'requested'),
      ),
    )
    .limit(AT_MOST);
  const [members, invited] = await db.batch([there, waiting]);
  const withRole = ({ spec, ...one }: (typeof invited)[number]) => ({
    ...one,
    role: panelUserSpec.parse(JSON.parse(spec)).role,
  });
  return { members, invited: invited.map(withRole) };
}

interface Who {
  accountId: string;
  userId: string;
}
/** A panel user who has been there since the contract was made: no grant stands behind them. */
const since = ({ accountId, userId }: Who) =>
  and(eq(membership.accountId, accountId), eq(membership.userId, userId), isNull(membership.grantId));

/** 1 when the statement before changed just one row and an owner remains. */
const hits = (accountId: string, now: number) =>
  sql`changes() * EXISTS (SELECT 1 FROM ${membership} WHERE ${membership.accountId} = ${accountId} AND ${membership.role} = 'owner' AND ${isInForce(now)})`;

interface Written {
  actor: Actor;
  name: string;
  now: number;
  op: string;
}
const record = (db: Database, { accountId }: Who, action: string, details: object, { actor, name, now, op }: Written) =>
  auditRow(db, actor, {
    accountId,
    grantId: null,
    at: now,
    action,
    details: { grantee: name, ...details, op },
    hits: hits(accountId, now),
  });

/** Takes the sign-in's way to the account away; what it has open in it ends with the same batch. Throws a lost race where it is another's by now, or no owner would remain. */
export const removeMember = (db: Database, who: Who, written: Written) =>
  db.batch([
    db
      .update(session)
      .set({ accountId: null })
      .where(and(eq(session.userId, who.userId), eq(session.accountId, who.accountId))),
    db.delete(membership).where(since(who)),
    record(db, who, 'member.removed', {}, written),
  ]);

/** Gives a panel user another role. Throws a lost race where they have not the one that was seen, or no owner would remain. */
export const changeMemberRole = (db: Database, who: Who, from: Role, to: PanelRole, what: string, written: Written) =>
  db.batch([
    db
      .update(membership)
      .set({ role: to })
      .where(and(since(who), eq(membership.role, from))),
    record(db, who, 'member.role-changed', { what }, written),
  ]);

/** True when the same request has done its work before; looked for among the account's newest acts alone. */
export async function isDone(db: Database, accountId: string, op: string): Promise<boolean> {
  const lately = db
    .select({ details: audit.details })
    .from(audit)
    .where(eq(audit.accountId, accountId))
    .orderBy(sql`${audit.id} DESC`)
    .limit(50)
    .as('lately');
  const found = await db
    .select({ details: lately.details })
    .from(lately)
    .where(sql`json_extract(${lately.details}, '$.op') = ${op}`)
    .get();
  return found !== undefined;
}

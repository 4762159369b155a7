import { and, eq, sql } from 'drizzle-orm';
import { account, type Database, grants, membership, service, session, user } from '../db/index.ts';
import { ofAccount, ofDomain, toAccount } from '../grants/index.ts';
import { ofForeignDomain, ofGrant, ofMember, ofSessions } from './holdings.ts';
import type { Holding } from './rules.ts';
import type { StoredCession } from './store.ts';

/** Everything that stands, and the members whom a completing batch must find as they were read. */
export interface Inventory {
  holdings: Holding[];
  members: Member[];
}
/** Somebody who has been in the account since its contract was made. */
export interface Member {
  userId: string;
  role: 'owner' | 'administrator' | 'user';
}

const grantColumns = {
  id: grants.id,
  kind: grants.kind,
  spec: grants.spec,
  state: grants.state,
  version: grants.version,
  granteeName: grants.granteeName,
  granteeEmail: grants.granteeEmail,
  notAfter: grants.notAfter,
  toAccountId: grants.toAccountId,
  serviceName: service.name,
  memberId: membership.userId,
  accountName: account.name,
};

const grantQuery = (db: Database) =>
  db
    .select(grantColumns)
    .from(grants)
    .innerJoin(service, eq(service.id, grants.serviceId))
    .innerJoin(account, eq(account.id, grants.accountId))
    .leftJoin(membership, eq(membership.grantId, grants.id));
export type GrantRow = Awaited<ReturnType<ReturnType<typeof grantQuery>['all']>>[number];

const loadMembers = (db: Database, accountId: string) =>
  db
    .select({
      userId: membership.userId,
      role: membership.role,
      name: user.name,
      email: user.email,
      notAfter: membership.notAfter,
    })
    .from(membership)
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(membership.accountId, accountId), sql`${membership.grantId} IS NULL`))
    .orderBy(user.name)
    .all();
export type MemberRow = Awaited<ReturnType<typeof loadMembers>>[number];

const loadSessions = (db: Database, accountId: string, now: number) =>
  db
    .select({ userId: user.id, name: user.name, email: user.email, sessions: sql<number>`count(*)` })
    .from(membership)
    .innerJoin(session, and(eq(session.userId, membership.userId), eq(session.accountId, accountId)))
    .innerJoin(user, eq(user.id, membership.userId))
    .where(and(eq(membership.accountId, accountId), sql`${session.expiresAt} > ${Math.floor(now / 1000)}`))
    .groupBy(user.id)
    .orderBy(user.name)
    .all();
export type SessionRow = Awaited<ReturnType<typeof loadSessions>>[number];

/** Everything that lets somebody into what changes hands: each has its own line, whatever kind and state it is of. */
export async function loadInventory(db: Database, stored: StoredCession, now: number): Promise<Inventory> {
  const { kind, accountId, serviceId, takerUserId } = stored.cession;
  if (kind === 'domain') {
    const rows = await grantQuery(db)
      .where(ofDomain(serviceId ?? ''))
      .all();
    return { holdings: rows.map((row) => ofGrant(row, stored)), members: [] };
  }
  const [own, foreign, members, sessions] = await Promise.all([
    grantQuery(db).where(ofAccount(accountId)).orderBy(grants.personKey).all(),
    grantQuery(db).where(toAccount(accountId)).all(),
    loadMembers(db, accountId),
    loadSessions(db, accountId, now),
  ]);
  return {
    holdings: [
      ...own.map((row) => ofGrant(row, stored)),
      ...foreign.map((row) => ofForeignDomain(row, stored)),
      ...members.filter(({ userId }) => userId !== takerUserId).map(ofMember),
      ...sessions.map(ofSessions),
    ],
    members: members.map(({ userId, role }) => ({ userId, role })),
  };
}

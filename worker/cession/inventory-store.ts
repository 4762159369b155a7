import { and, eq, sql } from 'drizzle-orm';
import { scopePhrase } from '../../content/words/index.ts';
import { type GrantSpec, grantSpec } from '../../contract/index.ts';
import { account, type Database, grants, membership, service, session, user } from '../db/index.ts';
import { markOf, ofAccount, ofDomain, toAccount } from '../grants/index.ts';
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
type GrantRow = Awaited<ReturnType<ReturnType<typeof grantQuery>['all']>>[number];

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
type MemberRow = Awaited<ReturnType<typeof loadMembers>>[number];

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

const who = (name: string, email: string) => (email && email !== name ? `${name} (${email})` : name);
const capital = (text: string) => text.charAt(0).toLocaleUpperCase('pl') + text.slice(1);
const specOf = (row: GrantRow): GrantSpec => grantSpec.parse(JSON.parse(row.spec));

const STATES: Partial<Record<GrantRow['state'], string>> = {
  requested: ' – zaproszenie czeka na przyjęcie',
  revoking: ' – jest właśnie odbierany',
};
const ROLES: Record<Member['role'], string> = { owner: 'właściciel', administrator: 'administrator', user: 'użytkownik' };

/** A panel user and a domain are named by their phrase; elsewhere the service says where. */
const titled = (row: GrantRow, phrase: string) =>
  capital(row.kind === 'panel-user' || row.kind === 'delegation' ? phrase : `${row.serviceName}: ${phrase}`);

/** What the one who takes over has now is not kept beside what they get. */
const isTakers = (row: GrantRow, { cession }: StoredCession) =>
  row.kind === 'panel-user'
    ? row.granteeEmail === cession.takerEmail || (row.memberId !== null && row.memberId === cession.takerUserId)
    : cession.kind === 'domain' && row.toAccountId !== null && row.toAccountId === cession.takerAccountId;

function ofGrant(row: GrantRow, stored: StoredCession): Holding {
  const phrase = scopePhrase(specOf(row));
  const ending = row.state === 'revoking';
  return {
    id: row.id,
    what: 'grant',
    title: `${titled(row, phrase)}${STATES[row.state] ?? ''}`,
    person: who(row.granteeName, row.granteeEmail),
    notAfter: row.notAfter,
    mayStay: !ending && !isTakers(row, stored),
    mark: markOf(row),
    phrase,
    ending,
    foreign: false,
  };
}

/** A domain of another client, which this account manages. */
const ofForeignDomain = (row: GrantRow, stored: StoredCession): Holding => ({
  ...ofGrant(row, stored),
  title: `Zarządzanie domeną innego klienta: ${row.serviceName}${STATES[row.state] ?? ''}`,
  person: row.accountName,
  foreign: true,
});

export const memberId = (userId: string): string => `member:${userId}`;

const ofMember = (row: MemberRow): Holding => ({
  id: memberId(row.userId),
  what: 'member',
  title: `Panel klienta: ${ROLES[row.role]}`,
  person: who(row.name, row.email),
  notAfter: row.notAfter,
  mayStay: row.role !== 'owner',
  mark: row.role,
  phrase: row.name,
  ending: false,
  foreign: false,
});

const ofSessions = (row: Awaited<ReturnType<typeof loadSessions>>[number]): Holding => ({
  id: `session:${row.userId}`,
  what: 'session',
  title: `Otwarty Panel klienta (sesje: ${row.sessions})`,
  person: who(row.name, row.email),
  notAfter: null,
  mayStay: false,
  mark: '',
  phrase: '',
  ending: false,
  foreign: false,
});

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

import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { type EndReason, type GrantKindName, type GrantSpec, grantSpec } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { account, desired, grants, host, invitation, membership, person, service } from '../db/schema.ts';
import type { WantedState } from './kind.ts';
import { kindOf } from './kinds/index.ts';
import type { Grant } from './lifecycle.ts';

/** A grant as its tables hold it, with what its lifecycle and its views need. */
export type StoredGrant = NonNullable<Awaited<ReturnType<typeof loadGrant>>>;
/** The part of a grant that its managers are shown. */
export type ShownGrant = Omit<Awaited<ReturnType<ReturnType<typeof shownQuery>['all']>>[number], 'key'>;

/** The newest invitation of a grant, found through its index. */
const newest = alias(invitation, 'newest');
const newestInvitation = sql`${newest.id} = (SELECT id FROM invitation WHERE grant_id = ${grants.id} ORDER BY created_at DESC LIMIT 1)`;

const hostColumns = {
  name: host.name,
  kind: host.kind,
  online: host.online,
  lastSeenAt: host.lastSeenAt,
  endpoints: host.endpoints,
};

/** Who has a grant, by the id that their page has. */
const personId = sql<string>`(SELECT id FROM ${person} WHERE ${person.accountId} = ${grants.accountId} AND ${person.personKey} = ${grants.personKey})`;
/** 1 for what was given before the account passed to its present subscriber. */
const fromEarlierOwner = sql<number>`(SELECT ${grants.createdAt} < owner_since FROM ${account} WHERE ${account.id} = ${grants.accountId})`;

/** Grants whole, for what decides on them. */
export const grantQuery = (db: Database) =>
  db
    .select({
      grant: getTableColumns(grants),
      personId,
      fromEarlierOwner,
      service: { name: service.name, kind: service.kind, tree: service.tree },
      host: hostColumns,
      desired: { gen: desired.gen, ackedGen: desired.ackedGen, state: desired.state, hash: desired.hash },
      invitation: {
        id: newest.id,
        state: newest.state,
        purpose: newest.purpose,
        expiresAt: newest.expiresAt,
        sentAt: newest.sentAt,
      },
      /** The sign-in that a panel user's grant opens the account to. */
      member: { userId: membership.userId, role: membership.role },
    })
    .from(grants)
    .innerJoin(service, eq(service.id, grants.serviceId))
    .innerJoin(host, eq(host.id, grants.hostId))
    .leftJoin(desired, eq(desired.grantId, grants.id))
    .leftJoin(membership, eq(membership.grantId, grants.id))
    .leftJoin(newest, newestInvitation);

/** Grants for a list: the columns that it shows, the `key` that its pages are ordered by, and no other. */
export const shownQuery = (db: Database, key: SQL<string | number>) =>
  db
    .select({
      key,
      grant: {
        id: grants.id,
        serviceId: grants.serviceId,
        kind: grants.kind,
        principal: grants.principal,
        spec: grants.spec,
        state: grants.state,
        endReason: grants.endReason,
        problem: grants.problem,
        granteeName: grants.granteeName,
        granteeEmail: grants.granteeEmail,
        notAfter: grants.notAfter,
        version: grants.version,
        createdByName: grants.createdByName,
        why: grants.why,
        createdAt: grants.createdAt,
        claimedAt: grants.claimedAt,
        activeAt: grants.activeAt,
        cutAt: grants.cutAt,
        endedAt: grants.endedAt,
        suspendedAt: grants.suspendedAt,
        keptAt: grants.keptAt,
      },
      personId,
      fromEarlierOwner,
      service: { name: service.name, kind: service.kind },
      host: hostColumns,
      invitation: { state: newest.state, expiresAt: newest.expiresAt, sentAt: newest.sentAt },
    })
    .from(grants)
    .innerJoin(service, eq(service.id, grants.serviceId))
    .innerJoin(host, eq(host.id, grants.hostId))
    .leftJoin(newest, newestInvitation);

/** One grant of one account; undefined when there is none, or it is another account's. */
export const loadGrant = (db: Database, accountId: string, grantId: string) =>
  grantQuery(db)
    .where(and(eq(grants.id, grantId), eq(grants.accountId, accountId)))
    .get();

/** One grant found by what a host calls it. */
export const loadByPrincipal = (db: Database, hostId: string, kind: GrantKindName, principal: string) =>
  grantQuery(db)
    .where(and(eq(grants.hostId, hostId), eq(grants.kind, kind), eq(grants.principal, principal)))
    .get();

/** One grant found by an invitation to it. */
export const loadByInvitation = (db: Database, invitationId: string) =>
  grantQuery(db)
    .where(eq(grants.id, sql`(SELECT grant_id FROM invitation WHERE id = ${invitationId})`))
    .get();

/** What a stored grant opens. Rows are our own, but a spec written by older code is read as today's or not at all. */
export const specOf = (grant: { spec: string }): GrantSpec => grantSpec.parse(JSON.parse(grant.spec));

function readState(name: GrantKindName, text: string): WantedState | null {
  const kind = kindOf(name);
  return kind.road === 'edge' ? null : (kind.resource.desired.parse(JSON.parse(text)) as WantedState);
}

/** The part of a stored grant that its lifecycle decides on. */
export function lifecycleOf(row: StoredGrant): Grant {
  const { grant, desired: wanted } = row;
  return {
    spec: specOf(grant),
    state: grant.state,
    endReason: grant.endReason as EndReason | null,
    problem: grant.problem as Grant['problem'],
    notAfter: grant.notAfter,
    ownerEpoch: grant.ownerEpoch,
    version: grant.version,
    gen: grant.gen,
    activeAt: grant.activeAt,
    cutAt: grant.cutAt,
    suspendedAt: grant.suspendedAt,
    place: { tree: row.service.tree },
    wanted: wanted && {
      present: wanted.state === null ? null : readState(grant.kind, wanted.state),
      ackedGen: wanted.ackedGen,
      hash: wanted.hash,
    },
  };
}

/** Grants past their end date that nobody has begun to take back, oldest first. */
export const loadDue = (db: Database, now: number, limit: number) =>
  grantQuery(db)
    .where(
      sql`${grants.state} IN ('requested', 'pending', 'active') AND ${grants.notAfter} IS NOT NULL AND ${grants.notAfter} <= ${now}`,
    )
    .orderBy(grants.notAfter)
    .limit(limit)
    .all();

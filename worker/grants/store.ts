import { and, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { type AccessKind, type EndReason, type GrantSpec, grantSpec, KINDS, sha256Hex } from '../../contract/index.ts';
import { type Actor, auditRow, lostRace } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { desired, grants, host, invitation, outbox, service } from '../db/schema.ts';
import type { WantedState } from './kind.ts';
import { GRANT_KINDS } from './kinds/index.ts';
import type { Grant, Step } from './lifecycle.ts';

/** A grant as its tables hold it, with what its lifecycle and its views need. */
export type StoredGrant = NonNullable<Awaited<ReturnType<typeof loadGrant>>>;

/** The newest invitation of a grant, found through its index. */
const newest = alias(invitation, 'newest');
const newestInvitation = sql`${newest.id} = (SELECT id FROM invitation WHERE grant_id = ${grants.id} ORDER BY created_at DESC LIMIT 1)`;

/** The join that every reading of grants shares. */
export const grantQuery = (db: Database) =>
  db
    .select({
      grant: getTableColumns(grants),
      service: { name: service.name, tree: service.tree },
      host: { name: host.name, online: host.online, lastSeenAt: host.lastSeenAt, endpoints: host.endpoints },
      desired: { gen: desired.gen, ackedGen: desired.ackedGen, state: desired.state, hash: desired.hash },
      invitation: {
        id: newest.id,
        state: newest.state,
        purpose: newest.purpose,
        expiresAt: newest.expiresAt,
        sentAt: newest.sentAt,
      },
    })
    .from(grants)
    .innerJoin(service, eq(service.id, grants.serviceId))
    .innerJoin(host, eq(host.id, grants.hostId))
    .leftJoin(desired, eq(desired.grantId, grants.id))
    .leftJoin(newest, newestInvitation);

/** One grant of one account; undefined when there is none, or it is another account's. */
export const loadGrant = (db: Database, accountId: string, grantId: string) =>
  grantQuery(db)
    .where(and(eq(grants.id, grantId), eq(grants.accountId, accountId)))
    .get();

/** One grant found by what a host calls it. */
export const loadByPrincipal = (db: Database, hostId: string, kind: AccessKind, principal: string) =>
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
    place: { tree: row.service.tree },
    wanted: wanted && {
      present: wanted.state === null ? null : (KINDS[grant.kind].desired.parse(JSON.parse(wanted.state)) as WantedState),
      ackedGen: wanted.ackedGen,
      hash: wanted.hash,
    },
  };
}

const columnsOf = ({ spec, ...rest }: Step['grant']) => ({
  ...rest,
  ...(spec ? { spec: JSON.stringify(spec), target: GRANT_KINDS[spec.kind].target(spec) } : {}),
});
const countOp = (grantId: string, op: string) => sql`(SELECT count(*) FROM grants WHERE id = ${grantId} AND op = ${op})`;
const countInvitationOp = (id: string, op: string) => sql`(SELECT count(*) FROM invitation WHERE id = ${id} AND op = ${op})`;

/** The digest a host must report for a wanted state; null for absence. */
export const digestOf = async (kind: keyof typeof KINDS, state: WantedState | null) =>
  state === null ? null : sha256Hex(KINDS[kind].digestInput(state));

export const INVITATION_DAYS = 7;
const INVITATION_MS = INVITATION_DAYS * 24 * 60 * 60 * 1000;

/** A fresh open invitation; its message makes the link. It is named after its batch, so that a repeated request finds the one it made. */
export const openInvitation = (db: Database, grantId: string, purpose: 'access' | 'credential', op: string, now: number) =>
  db.insert(invitation).values({ id: op, grantId, purpose, state: 'open', expiresAt: now + INVITATION_MS, createdAt: now, op });

/** A message in the outbox, due now. */
export const queueMail = (
  db: Database,
  accountId: string,
  template: string,
  recipient: string | SQL,
  data: object,
  now: number,
) =>
  db
    .insert(outbox)
    .values({ id: crypto.randomUUID(), accountId, template, recipient, data: JSON.stringify(data), createdAt: now, dueAt: now });

type Resource = Pick<StoredGrant['grant'], 'id' | 'hostId' | 'kind' | 'principal'>;

/** Inserts or replaces the whole wanted state of a grant's resource. Not async: a drizzle statement that is awaited runs. */
export function wantStatement(
  db: Database,
  grant: Resource,
  gen: number,
  wanted: NonNullable<Step['wanted']>,
  digest: string | null,
) {
  const content = { gen, state: wanted.present === null ? null : JSON.stringify(wanted.present), digest, hash: wanted.hash };
  return db
    .insert(desired)
    .values({ hostId: grant.hostId, kind: grant.kind, principal: grant.principal, grantId: grant.id, ...content })
    .onConflictDoUpdate({ target: [desired.hostId, desired.kind, desired.principal], set: content });
}

/** Writes one step whole, if the grant is still as it was read; false when somebody else was faster. */
export async function writeStep(
  db: Database,
  row: StoredGrant,
  step: Step,
  actor: Actor,
  now: number,
  op: string,
): Promise<boolean> {
  const { grant } = row;
  const digest = await digestOf(grant.kind, step.wanted?.present ?? null);
  const statements = [
    db
      .update(grants)
      .set({ ...columnsOf(step.grant), op })
      .where(and(eq(grants.id, grant.id), eq(grants.op, grant.op))),
    ...(step.wanted ? [wantStatement(db, grant, step.grant.gen ?? grant.gen, step.wanted, digest)] : []),
    ...(step.confirmed === undefined
      ? []
      : [
          db
            .update(desired)
            .set({ ackedGen: step.confirmed, hash: null })
            .where(and(eq(desired.grantId, grant.id), eq(desired.gen, step.confirmed))),
        ]),
    ...invitationStatements(db, row, step, op, now),
    ...(step.mail
      ? [
          queueMail(
            db,
            grant.accountId,
            step.mail,
            step.mail === 'invitation' ? grant.granteeEmail : sql`(SELECT email FROM user WHERE id = ${grant.createdBy})`,
            { grantId: grant.id },
            now,
          ),
        ]
      : []),
  ] as const;
  const hits =
    step.invitation === 'use' && row.invitation
      ? sql`${countOp(grant.id, op)} * ${countInvitationOp(row.invitation.id, op)}`
      : countOp(grant.id, op);
  const record = auditRow(db, actor, {
    accountId: grant.accountId,
    grantId: grant.id,
    at: now,
    ...step.audit,
    details: { ...step.audit.details, grantee: grant.granteeName, op },
    hits,
  });
  try {
    await db.batch([statements[0], ...statements.slice(1), record]);
    return true;
  } catch (error) {
    if (lostRace(error)) return false;
    throw error;
  }
}

function invitationStatements(db: Database, row: StoredGrant, step: Step, op: string, now: number) {
  const open = and(eq(invitation.grantId, row.grant.id), eq(invitation.state, 'open'));
  if (step.invitation === undefined) return [];
  if (step.invitation === 'use') {
    return row.invitation
      ? [
          db
            .update(invitation)
            .set({ state: 'used', op })
            .where(and(open, eq(invitation.id, row.invitation.id))),
        ]
      : [];
  }
  const withdraw = db.update(invitation).set({ state: 'void', op }).where(open);
  if (step.invitation === 'void') return [withdraw];
  return [withdraw, openInvitation(db, row.grant.id, row.grant.state === 'requested' ? 'access' : 'credential', op, now)];
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

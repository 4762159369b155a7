import { and, eq, type SQL, sql } from 'drizzle-orm';
import { type GrantKindName, sha256Hex } from '../../contract/index.ts';
import { type Actor, auditRow, lostRace } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { desired, grants, invitation, outbox } from '../db/schema.ts';
import type { Statement, WantedState } from './kind.ts';
import { kindOf } from './kinds/index.ts';
import type { Step } from './lifecycle.ts';
import { newTerms, restTerms } from './people-store.ts';
import { finishReview } from './review-store.ts';
import { type StoredGrant, specOf } from './rows.ts';

const columnsOf = ({ spec, ...rest }: Step['grant']) => ({
  ...rest,
  ...(spec ? { spec: JSON.stringify(spec), target: kindOf(spec.kind).target(spec) } : {}),
});
const countOp = (grantId: string, op: string) => sql`(SELECT count(*) FROM grants WHERE id = ${grantId} AND op = ${op})`;
const countInvitationOp = (id: string, op: string) => sql`(SELECT count(*) FROM invitation WHERE id = ${id} AND op = ${op})`;

/** The digest a host must report for a wanted state; null for absence. */
export async function digestOf(name: GrantKindName, state: WantedState | null): Promise<string | null> {
  const kind = kindOf(name);
  return state === null || kind.road === 'edge' ? null : sha256Hex(kind.resource.digestInput(state));
}

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
  if (grant.kind === 'panel-user' || grant.kind === 'delegation')
    throw new Error(`nothing is wanted of a host for ${grant.kind}`);
  const content = { gen, state: wanted.present === null ? null : JSON.stringify(wanted.present), digest, hash: wanted.hash };
  return db
    .insert(desired)
    .values({ hostId: grant.hostId, kind: grant.kind, principal: grant.principal, grantId: grant.id, ...content })
    .onConflictDoUpdate({ target: [desired.hostId, desired.kind, desired.principal], set: content });
}

/** Who a step's message goes to. */
const RECIPIENTS: Record<NonNullable<Step['mail']>, (grant: StoredGrant['grant']) => string | SQL> = {
  invitation: (grant) => grant.granteeEmail,
  // Whoever gave it, unless the account is no longer theirs to look into.
  'grant-failed': (grant) =>
    sql`(SELECT user.email FROM membership JOIN user ON user.id = membership.user_id WHERE membership.account_id = ${grant.accountId} AND (membership.user_id = ${grant.createdBy} OR membership.role = 'owner') ORDER BY membership.user_id <> ${grant.createdBy} LIMIT 1)`,
  'mailbox-shared': (grant) => grant.target,
  'seat-assigned': (grant) => grant.granteeEmail,
  'seat-withdrawn': (grant) => grant.granteeEmail,
};

/** A step's message, with the problem it tells of, which the grant itself forgets while it ends. */
function mailStatements(db: Database, grant: StoredGrant['grant'], { mail, grant: { problem } }: Step, now: number) {
  if (!mail) return [];
  const data = { grantId: grant.id, ...(problem ? { fault: problem } : {}) };
  return [queueMail(db, grant.accountId, mail, RECIPIENTS[mail](grant), data, now)];
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
  const [first, ...rest] = await stepStatements(db, row, step, actor, now, op);
  try {
    await db.batch([first, ...rest]);
    return true;
  } catch (error) {
    if (lostRace(error)) return false;
    throw error;
  }
}

/** The statements of one step, for the batch that writes it. */
export async function stepStatements(
  db: Database,
  row: StoredGrant,
  step: Step,
  actor: Actor,
  now: number,
  op: string,
): Promise<[Statement, ...Statement[]]> {
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
    ...findStatements(db, row, step),
    ...reviewStatements(db, row, step, now),
    ...effectsOf(db, grant, step, now),
    ...mailStatements(db, grant, step, now),
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
  return [statements[0], ...statements.slice(1), record];
}

/** Keeps the words that a grant is found by as it is. */
function findStatements(db: Database, { grant, service }: StoredGrant, { grant: { state, spec } }: Step): Statement[] {
  if (state === 'ended') return [restTerms(db, (id) => sql`${id} = ${grant.id}`)];
  if (!spec) return [];
  const target = kindOf(spec.kind).target(spec);
  const found = { name: grant.granteeName, email: grant.granteeEmail, service: service.name, spec, target };
  return newTerms(db, grant.accountId, grant.id, found);
}

/** A look-through is over with the last grant that somebody keeps, or begins to take back. */
function reviewStatements(db: Database, { grant }: StoredGrant, { grant: becomes }: Step, now: number): Statement[] {
  const begins = (becomes.state === 'revoking' || becomes.state === 'ended') && grant.state !== 'revoking';
  return begins || becomes.keptAt !== undefined ? [finishReview(db, grant.accountId, now)] : [];
}

function effectsOf(db: Database, grant: StoredGrant['grant'], step: Step, now: number): Statement[] {
  const { id, accountId, serviceId, kind } = grant;
  const becomes = step.accepter === undefined ? step.grant : { ...step.grant, spec: specOf(grant), notAfter: grant.notAfter };
  const effect = { id, accountId, serviceId, becomes, accepter: step.accepter ?? null };
  return kindOf(kind).effects?.stepped?.(db, effect, now) ?? [];
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

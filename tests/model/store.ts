import { KINDS } from '../../contract/index.ts';
import type { Grant, Step } from '../../worker/grants/lifecycle.ts';
import { claimRefusal } from '../../worker/invitations/rules.ts';
import { isModelSpec, isModelState, type ModelKind, type ModelState } from './kinds.ts';
import { sha256 } from './secrets.ts';
import { type DesiredRow, type GrantRow, type InvitationRow, LostRace, type Tables } from './tables.ts';

/*
 * What worker/grants/store.ts does with D1, done with the tables of the model. Kept as close to it as two
 * storages allow: one batch, compare-and-set on `op`, and the audit row last, whose CHECK makes the batch fail.
 */

export const TREE = 'cust1';
const INVITATION_MS = 7 * 24 * 60 * 60 * 1000;

/** A grant as one query reads it. */
export interface StoredGrant {
  grant: GrantRow;
  desired: DesiredRow | undefined;
  invitation: InvitationRow | undefined;
}

export function loadGrant(tables: Tables, grantId: string): StoredGrant | undefined {
  const grant = tables.grants.get(grantId);
  return grant && { grant, desired: tables.desiredOf(grantId), invitation: tables.invitationOf(grantId) };
}

/** The part of a stored grant that its lifecycle decides on. */
export function lifecycleOf({ grant, desired }: StoredGrant): Grant {
  const { spec, state, endReason, problem, notAfter, ownerEpoch, version, gen, activeAt, cutAt, suspendedAt } = grant;
  const wanted = desired
    ? {
        present: desired.state === null ? null : wantedIn(desired.kind, desired.state),
        ackedGen: desired.ackedGen,
        hash: desired.hash,
      }
    : null;
  const moments = { activeAt, cutAt, suspendedAt };
  return { spec, state, endReason, problem, notAfter, ownerEpoch, version, gen, ...moments, place: { tree: TREE }, wanted };
}

/** A wanted state as its column holds it. */
export function wantedIn(kind: ModelKind, text: string): ModelState {
  const state = KINDS[kind].desired.parse(JSON.parse(text));
  if (!isModelState(state)) throw new Error(`a state of another kind than ${kind}`);
  return state;
}

export function columnsOf({ spec, ...rest }: Step['grant']): Partial<GrantRow> {
  if (!spec) return rest;
  if (!isModelSpec(spec)) throw new Error(`a spec of kind ${spec.kind}`);
  return { ...rest, spec };
}

/** What one step is written under. */
export interface Change {
  actor: string;
  now: number;
  op: string;
}

export function wantResource(tables: Tables, grant: GrantRow, gen: number, wanted: NonNullable<Step['wanted']>): void {
  const before = tables.desired.get(grant.principal);
  const digest = wanted.present === null ? null : sha256(KINDS[grant.spec.kind].digestInput(wanted.present));
  const state = wanted.present === null ? null : JSON.stringify(wanted.present);
  tables.desired.set(grant.principal, {
    kind: grant.spec.kind,
    principal: grant.principal,
    grantId: grant.id,
    ackedGen: before?.ackedGen ?? 0,
    gen,
    state,
    digest,
    hash: wanted.hash,
  });
}

export function openInvitation(tables: Tables, grantId: string, purpose: InvitationRow['purpose'], { op, now }: Change): void {
  tables.invitations.set(op, { id: op, grantId, purpose, state: 'open', expiresAt: now + INVITATION_MS, op });
}

/** The insert of an audit row: its CHECK fails the batch unless exactly one row was hit. */
export function record(tables: Tables, batch: number, grantId: string, audit: Step['audit'], change: Change, hits: number): void {
  if (hits !== 1) throw new LostRace();
  tables.audit.push({
    batch,
    at: change.now,
    actor: change.actor,
    grantId,
    action: audit.action,
    details: JSON.stringify(audit.details),
  });
}

/** Writes one step whole, if the grant is still as it was read; false when somebody else was faster. */
export function writeStep(tables: Tables, row: StoredGrant, step: Step, change: Change): boolean {
  return tables.batch((batch) => {
    const { grant } = row;
    const now = tables.grants.get(grant.id);
    const hit = now?.op === grant.op;
    if (now && hit) tables.grants.set(grant.id, { ...now, ...columnsOf(step.grant), op: change.op });
    if (step.wanted) wantResource(tables, grant, step.grant.gen ?? grant.gen, step.wanted);
    if (step.confirmed !== undefined) confirmResource(tables, grant, step.confirmed);
    const invited = writeInvitation(tables, row, step, change);
    record(
      tables,
      batch,
      grant.id,
      { ...step.audit, details: { ...step.audit.details, grantee: grant.granteeName } },
      change,
      (hit ? 1 : 0) * invited,
    );
  });
}

function confirmResource(tables: Tables, grant: GrantRow, gen: number): void {
  const desired = tables.desired.get(grant.principal);
  if (desired?.gen === gen) tables.desired.set(grant.principal, { ...desired, ackedGen: gen, hash: null });
}

/** The number of invitations hit where the batch counts on one; 1 where it does not. */
function writeInvitation(tables: Tables, { grant, invitation }: StoredGrant, step: Step, change: Change): number {
  const set = (row: InvitationRow, state: InvitationRow['state']) =>
    tables.invitations.set(row.id, { ...row, state, op: change.op });
  const open = [...tables.invitations.values()].filter((row) => row.grantId === grant.id && row.state === 'open');
  if (step.invitation === 'use') {
    if (!invitation) return 1;
    const used = open.filter((row) => row.id === invitation.id);
    for (const row of used) set(row, 'used');
    return used.length;
  }
  if (step.invitation === 'void' || step.invitation === 'renew') for (const row of open) set(row, 'void');
  if (step.invitation === 'renew')
    openInvitation(tables, grant.id, grant.state === 'requested' ? 'access' : 'credential', change);
  return 1;
}

/** A link's invitation with what speaks against accepting it. */
export function findInvitation(tables: Tables, token: string, now: number) {
  const invitation = tables.invitations.get(tables.tokens.get(sha256(token)) ?? '');
  return invitation && { invitation, refusal: claimRefusal(invitation, now) };
}

import { type GrantSpec, MANAGERS, type Role, type StaffRole } from '../../contract/index.ts';
import type { Secret } from '../../worker/grants/kind.ts';
import { GRANT_KINDS } from '../../worker/grants/kinds/index.ts';
import type { GrantEvent } from '../../worker/grants/lifecycle.ts';
import { endDateFault, newPrincipal } from '../../worker/grants/rules.ts';
import type { Answer, Edge, Request } from './edge.ts';
import type { ModelSpec } from './kinds.ts';
import { type Credential, sha256 } from './secrets.ts';
import { columnsOf, findInvitation, lifecycleOf, openInvitation, record, type StoredGrant, wantResource } from './store.ts';
import type { GrantRow } from './tables.ts';

/** What worker/grants/{confirm,create,routes}.ts and worker/invitations/routes.ts do between HTTP and the lifecycle. */

export interface Confirmation {
  role: Role | StaffRole;
  spec: ModelSpec;
  notAfter: number | null;
  /** Given when the page shows the credential once; nobody is invited then. */
  credential: Credential | null;
}

/** After the batch the host is told, and letters go out; what dies here is made good by cron. */
function told(edge: Edge, grantId: string, answer: Answer): Answer {
  const desired = edge.tables.desiredOf(grantId);
  if (answer.ok && desired) edge.poke(desired.principal);
  if (answer.ok) edge.deliverMail();
  return answer;
}

/** The grant that a confirmation makes: its id comes from the request, so that a repeat finds it. */
export const grantIdOf = (request: Pick<Request, 'op'>): string => `grant-${sha256(request.op).slice(0, 12)}`;

export async function confirm(edge: Edge, confirmation: Confirmation, request: Request): Promise<Answer> {
  const { role, notAfter, credential } = confirmation;
  const id = grantIdOf(request);
  if (edge.tables.grants.has(id)) return told(edge, id, { ok: true, changed: true });
  if (role === 'support' || role === 'operator' || !edge.parts.mayGive(role)) return { ok: false, code: 'role-too-low' };
  const fault = endDateFault(notAfter, edge.clock.now);
  if (fault) return { ok: false, code: fault };
  const grant = blank(edge, id, confirmation, request.op);
  const step = credential ? claimedAtBirth(edge, grant, credential.secret) : null;
  const change = { actor: role, now: edge.clock.now, op: request.op };
  await edge.pause(`${role} confirms`);
  edge.write(request, credential ? null : id, () =>
    edge.tables.batch((batch) => {
      const row = { ...grant, ...(step ? columnsOf(step.grant) : {}) };
      edge.tables.grants.set(id, row);
      const details = { what: GRANT_KINDS[row.spec.kind].phrase(row.spec), grantee: row.granteeName, notAfter };
      record(edge.tables, batch, id, { action: 'grant.requested', details }, change, 1);
      if (!step?.wanted) return openInvitation(edge.tables, id, 'access', change);
      wantResource(edge.tables, row, 1, step.wanted);
      record(edge.tables, batch, id, { action: 'grant.claimed', details }, change, 1);
    }),
  );
  return told(edge, id, { ok: true, changed: true });
}

function claimedAtBirth(edge: Edge, grant: GrantRow, secret: Secret) {
  const outcome = edge.parts.advance(
    lifecycleOf({ grant, desired: undefined, invitation: undefined }),
    { type: 'claim', secret },
    edge.clock.now,
    GRANT_KINDS[grant.spec.kind],
  );
  return outcome.ok ? outcome.step : null;
}

function blank(edge: Edge, id: string, { role, spec, notAfter, credential }: Confirmation, op: string): GrantRow {
  const number = edge.tables.grants.size + 1;
  return {
    id,
    op,
    notAfter,
    createdByRole: role,
    granteeName: 'Żaneta Łoś',
    granteeEmail: credential ? '' : 'zaneta@example.pl',
    principal: newPrincipal(
      'Żaneta Łoś',
      Uint8Array.from({ length: 10 }, (_, index) => number * (index + 1)),
    ),
    spec,
    state: 'requested',
    endReason: null,
    problem: null,
    ownerEpoch: 1,
    version: 1,
    gen: 0,
    activeAt: null,
    cutAt: null,
    suspendedAt: null,
    claimedAt: null,
    endedAt: null,
  };
}

export async function claim(edge: Edge, token: string, secret: Secret, request: Request): Promise<Answer> {
  const found = findInvitation(edge.tables, token, edge.clock.now);
  if (!found) return { ok: false, code: 'invitation-invalid' };
  const { invitation, refusal } = found;
  if (invitation.state === 'used' && invitation.op === request.op)
    return told(edge, invitation.grantId, { ok: true, changed: true });
  if (refusal) return { ok: false, code: refusal };
  const event = ({ invitation: newest }: StoredGrant) =>
    newest?.id === invitation.id && newest.state === 'open' ? ({ type: 'claim', secret } as const) : ('invitation-used' as const);
  return told(edge, invitation.grantId, await edge.act(invitation.grantId, event, 'grantee', request));
}

/** The grantee refuses before the claim, or gives the access back after it. */
export async function decline(edge: Edge, token: string, request: Request): Promise<Answer> {
  const found = findInvitation(edge.tables, token, edge.clock.now);
  if (!found) return { ok: false, code: 'invitation-invalid' };
  if (found.refusal && found.invitation.state !== 'used') return { ok: false, code: found.refusal };
  const { grantId } = found.invitation;
  return told(edge, grantId, await edge.act(grantId, { type: 'decline' }, 'grantee', request));
}

const mayBecome = (before: ModelSpec, after: GrantSpec) =>
  before.kind === after.kind && GRANT_KINDS[before.kind].mayBecome(before, after);

/** What the account's own people do with a grant; the contract's routes let managers in and nobody else. */
export async function manage(edge: Edge, role: Role, grantId: string, event: GrantEvent, request: Request): Promise<Answer> {
  if (!MANAGERS.some((manager) => manager === role)) return { ok: false, code: 'role-too-low' };
  const fault = event.type === 'change' ? endDateFault(event.notAfter ?? null, edge.clock.now) : null;
  if (fault) return { ok: false, code: fault };
  if (edge.tables.invitations.has(request.op)) return told(edge, grantId, { ok: true, changed: true });
  const row = edge.tables.grants.get(grantId);
  if (row && event.type === 'change' && event.spec && !mayBecome(row.spec, event.spec))
    return { ok: false, code: 'invalid-input' };
  const happens = (row: StoredGrant) =>
    event.type === 'renew-invitation' && row.grant.granteeEmail === '' ? ('email-invalid' as const) : event;
  return told(edge, grantId, await edge.act(grantId, happens, role, request));
}

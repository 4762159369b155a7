import { type Credential, type InvitationView, sha256Hex } from '../../contract/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import {
  act,
  CREDENTIAL_FIELDS,
  invitationViewOf,
  kindOf,
  loadByInvitation,
  type Secret,
  type StoredGrant,
} from '../grants/index.ts';
import { poke } from '../hosts/index.ts';
import { type App, callerAddress, define, refuse } from '../http/index.ts';
import { claimRefusal, lookRefusal } from './rules.ts';
import { loadInvitation, type StoredInvitation } from './store.ts';

async function find(db: Database, token: string): Promise<StoredInvitation> {
  return (await loadInvitation(db, await sha256Hex(token))) ?? refuse('invitation-invalid');
}

const grantOf = async (db: Database, invitation: StoredInvitation): Promise<StoredGrant> =>
  (await loadByInvitation(db, invitation.id)) ?? refuse('invitation-invalid');

function view(invitation: StoredInvitation, row: StoredGrant, state: 'open' | 'used', now: number): InvitationView {
  return invitationViewOf(
    row,
    { state, purpose: invitation.purpose, expiresAt: invitation.expiresAt },
    invitation.accountName,
    now,
  );
}

async function seal(row: StoredGrant, credential: Credential): Promise<Secret> {
  const kind = kindOf(row.grant.kind);
  if (kind.road === 'edge') return refuse('kind-unavailable');
  const sealed = await kind.seal(credential);
  return typeof sealed === 'string' ? refuse('invalid-input', { [CREDENTIAL_FIELDS[sealed]]: sealed }) : sealed;
}

const grantee = (row: StoredGrant, request: Request): Actor => ({
  kind: 'grantee',
  id: null,
  name: row.grant.granteeName,
  from: callerAddress(request),
});

/** Mounts what an invited person does. The token in the body is the whole proof, so nobody need be signed in. */
export function mountInvitations(app: App): void {
  app.openapi(define('readInvitation'), async (c) => {
    const now = Date.now();
    const invitation = await find(c.get('db'), c.req.valid('json').token);
    const refusal = lookRefusal(invitation, now);
    if (refusal) refuse(refusal);
    return c.json(
      view(invitation, await grantOf(c.get('db'), invitation), invitation.state === 'used' ? 'used' : 'open', now),
      200,
    );
  });

  app.openapi(define('claimInvitation'), async (c) => {
    const now = Date.now();
    const db = c.get('db');
    const op = c.get('idempotencyId');
    const { token, credential } = c.req.valid('json');
    const invitation = await find(db, token);
    const row = await grantOf(db, invitation);
    // The same request once more, after the worker died between its batch and its answer.
    if (invitation.state === 'used' && invitation.op === op) return c.json(view(invitation, row, 'used', now), 200);
    const refusal = claimRefusal(invitation, now);
    if (refusal) refuse(refusal);
    const secret = await seal(row, credential);
    const claim = (present: StoredGrant) =>
      present.invitation?.id === invitation.id && present.invitation.state === 'open'
        ? ({ type: 'claim', secret } as const)
        : ('invitation-used' as const);
    const acted = await act(db, () => loadByInvitation(db, invitation.id), claim, grantee(row, c.req.raw), now, op);
    if (!acted.ok) return refuse(acted.code);
    c.executionCtx.waitUntil(poke(c.env, row.grant.hostId, row.grant.principal));
    return c.json(view(invitation, acted.row, 'used', now), 200);
  });

  app.openapi(define('refuseInvitation'), async (c) => {
    const now = Date.now();
    const db = c.get('db');
    const invitation = await find(db, c.req.valid('json').token);
    const refusal = lookRefusal(invitation, now);
    if (refusal) refuse(refusal);
    const row = await grantOf(db, invitation);
    const acted = await act(
      db,
      () => loadByInvitation(db, invitation.id),
      { type: 'decline' },
      grantee(row, c.req.raw),
      now,
      c.get('idempotencyId'),
    );
    if (!acted.ok) return refuse(acted.code);
    if (row.desired) c.executionCtx.waitUntil(poke(c.env, row.grant.hostId, row.grant.principal));
    return c.body(null, 204);
  });
}

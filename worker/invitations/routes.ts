import type { Credential } from '../../contract/index.ts';
import { voidFileTickets } from '../files/index.ts';
import { act, CREDENTIAL_FIELDS, kindOf, loadByInvitation, type Secret, type StoredGrant } from '../grants/index.ts';
import { poke } from '../hosts/index.ts';
import { type App, define, refuse } from '../http/index.ts';
import { find, grantee, grantOf, view } from './found.ts';
import { mountPanelInvitations } from './panel.ts';
import { claimRefusal, lookRefusal } from './rules.ts';

async function seal(row: StoredGrant, credential: Credential): Promise<Secret> {
  const kind = kindOf(row.grant.kind);
  if (kind.road === 'edge') return refuse('kind-unavailable');
  const sealed = await kind.seal(credential);
  return typeof sealed === 'string' ? refuse('invalid-input', { [CREDENTIAL_FIELDS[sealed]]: sealed }) : sealed;
}

/** Mounts what an invited person does. The token in the body is the whole proof, so nobody need be signed in. */
export function mountInvitations(app: App): void {
  mountPanelInvitations(app);
  app.openapi(define('readInvitation'), async (c) => {
    const now = Date.now();
    const db = c.get('db');
    const invitation = await find(db, c.req.valid('json').token);
    const refusal = lookRefusal(invitation, now);
    if (refusal) refuse(refusal);
    const state = invitation.state === 'used' ? 'used' : 'open';
    return c.json(await view(db, invitation, await grantOf(db, invitation), state, now), 200);
  });

  app.openapi(define('claimInvitation'), async (c) => {
    const now = Date.now();
    const db = c.get('db');
    const op = c.get('idempotencyId');
    const { token, credential } = c.req.valid('json');
    const invitation = await find(db, token);
    const row = await grantOf(db, invitation);
    // The same request once more, after the worker died between its batch and its answer.
    if (invitation.state === 'used' && invitation.op === op) return c.json(await view(db, invitation, row, 'used', now), 200);
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
    return c.json(await view(db, invitation, acted.row, 'used', now), 200);
  });

  app.openapi(define('refuseInvitation'), async (c) => {
    const now = Date.now();
    const db = c.get('db');
    const invitation = await find(db, c.req.valid('json').token);
    const refusal = lookRefusal(invitation, now);
    if (refusal) refuse(refusal);
    const row = await grantOf(db, invitation);
    // A sign-in to the Panel is not given up by a link alone, which others may have seen since.
    if (row.member && (await c.get('loadCaller')(c.req.raw, db))?.user.id !== row.member.userId) refuse('sign-in-as-invited');
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
    if (row.member) c.executionCtx.waitUntil(voidFileTickets(c.env, row.grant.accountId));
    return c.body(null, 204);
  });
}

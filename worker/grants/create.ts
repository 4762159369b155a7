import { sql } from 'drizzle-orm';
import type { NewGrant } from '../../contract/index.ts';
import { type Actor, auditRow } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { grants } from '../db/schema.ts';
import { isOpenTo } from '../services/index.ts';
import type { Secret } from './kind.ts';
import { GRANT_KINDS } from './kinds/index.ts';
import { advance, type Grant } from './lifecycle.ts';
import { newPrincipal } from './rules.ts';
import { digestOf, openInvitation, queueMail, wantStatement } from './store.ts';

/** Everything a new grant's batch needs, checked before. */
export interface Confirmed {
  /** Derived from the request's idempotency key, so that a repeat after a crash finds the first one's rows. */
  id: string;
  accountId: string;
  ownerEpoch: number;
  service: { id: string; hostId: string; tree: string };
  body: NewGrant;
  /** Folded; empty when the owner passes the credentials on. */
  email: string;
  /** The sealed credential, when the page shows it once instead of inviting. */
  secret: Secret | null;
}

const blank = (confirmed: Confirmed): Grant => ({
  spec: confirmed.body.spec,
  state: 'requested',
  endReason: null,
  problem: null,
  notAfter: confirmed.body.notAfter,
  ownerEpoch: confirmed.ownerEpoch,
  version: 1,
  gen: 0,
  activeAt: null,
  cutAt: null,
  place: { tree: confirmed.service.tree },
  wanted: null,
});

/** What the credential shown once changes at birth: the same step as a claim. */
function claimedAtBirth(confirmed: Confirmed, now: number) {
  if (!confirmed.secret) return null;
  const outcome = advance(
    blank(confirmed),
    { type: 'claim', secret: confirmed.secret },
    now,
    GRANT_KINDS[confirmed.body.spec.kind],
  );
  return outcome.ok ? outcome.step : null;
}

/**
 * Writes a new grant, its invitation or wanted state, its message and its audit row in one batch. Throws on a repeated id, and a
 * lost race where what it opens is being deleted: whoever deletes takes back what was there, so nothing may come after.
 */
export async function createGrant(db: Database, confirmed: Confirmed, actor: Actor, now: number): Promise<void> {
  const { id, accountId, body, email, service } = confirmed;
  const op = crypto.randomUUID();
  const kind = body.spec.kind;
  const target = GRANT_KINDS[kind].target(body.spec);
  const principal = newPrincipal(body.grantee.name, crypto.getRandomValues(new Uint8Array(10)));
  const claim = claimedAtBirth(confirmed, now);
  const insert = db.insert(grants).values({
    id,
    accountId,
    serviceId: service.id,
    hostId: service.hostId,
    kind,
    principal,
    op,
    spec: JSON.stringify(body.spec),
    target,
    notAfter: body.notAfter,
    ownerEpoch: confirmed.ownerEpoch,
    granteeName: body.grantee.name,
    granteeEmail: email,
    personKey: personKey(email, body.grantee.name),
    createdBy: actor.id ?? '',
    createdByName: actor.name,
    createdAt: now,
    why: body.why && JSON.stringify(body.why),
    state: claim?.grant.state ?? 'requested',
    gen: claim?.grant.gen ?? 0,
    claimedAt: claim?.grant.claimedAt ?? null,
  });
  const details = { what: GRANT_KINDS[kind].phrase(body.spec), grantee: body.grantee.name, notAfter: body.notAfter };
  const hits = sql`(SELECT count(*) FROM grants WHERE id = ${id} AND op = ${op}) * ${isOpenTo(kind, service, target)}`;
  const record = (action: string) => auditRow(db, actor, { accountId, grantId: id, at: now, action, details, hits });
  const digest = await digestOf(kind, claim?.wanted?.present ?? null);
  const wanted = claim?.wanted
    ? [wantStatement(db, { id, hostId: service.hostId, kind, principal }, 1, claim.wanted, digest), record('grant.claimed')]
    : [openInvitation(db, id, 'access', op, now), queueMail(db, accountId, 'invitation', email, { grantId: id }, now)];
  await db.batch([insert, record('grant.requested'), ...wanted]);
}

/** What grants of one person have in common: the address, or the name where there is none. */
const personKey = (email: string, name: string) => email || name.trim().toLocaleLowerCase('pl');

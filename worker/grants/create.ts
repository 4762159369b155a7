import { sql } from 'drizzle-orm';
import { isAccessSpec, type NewGrant } from '../../contract/index.ts';
import { type Actor, auditRow } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { grants } from '../db/schema.ts';
import { belongsTo, isOpenTo } from '../services/index.ts';
import type { Secret, Statement } from './kind.ts';
import { kindOf } from './kinds/index.ts';
import { advance, type Grant } from './lifecycle.ts';
import { isNewToPanel } from './parties-store.ts';
import { personStatement, termsStatement } from './people-store.ts';
import { newPrincipal } from './rules.ts';
import { digestOf, openInvitation, queueMail, wantStatement } from './store.ts';

/** Everything a new grant's batch needs, checked before. */
export interface Confirmed {
  /** Derived from the request's idempotency key, so that a repeat after a crash finds the first one's rows. */
  id: string;
  accountId: string;
  ownerEpoch: number;
  service: { id: string; hostId: string; tree: string; name: string };
  body: NewGrant;
  /** Folded; empty when the owner passes the credentials on. */
  email: string;
  /** The sealed credential, when the page shows it once instead of inviting. */
  secret: Secret | null;
  /** The account that a domain is passed to, when it is one. */
  toAccountId: string | null;
  /** Set when it comes in the place of another, which ends in the same batch. */
  takesOver?: true;
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
  suspendedAt: null,
  place: { tree: confirmed.service.tree },
  wanted: null,
});

const NO_SECRET: Secret = { password: null, keys: [] };

/** What a credential shown once changes at birth, and what needs no yes of anybody: the same step as a claim. */
function claimedAtBirth(confirmed: Confirmed, now: number) {
  const kind = kindOf(confirmed.body.spec.kind);
  const secret = kind.begins === 'at-once' ? NO_SECRET : confirmed.secret;
  if (!secret) return null;
  const outcome = advance(blank(confirmed), { type: 'claim', secret }, now, kind);
  return outcome.ok ? outcome.step : null;
}

/**
 * Writes a new grant, its invitation or wanted state, its message and its audit row in one batch. Throws on a repeated id, and a
 * lost race where what it opens is being deleted (whoever deletes takes back what was there, so nothing may come after), or where
 * another was faster to invite the same person.
 */
export async function createGrant(db: Database, confirmed: Confirmed, actor: Actor, now: number): Promise<void> {
  const { insert, rest } = await birth(db, confirmed, actor, now);
  await db.batch([insert, ...rest]);
}

/** The statements of a new grant, for the batch that makes it. */
export async function birth(db: Database, confirmed: Confirmed, actor: Actor, now: number) {
  const { id, accountId, body, email, service, toAccountId } = confirmed;
  const op = crypto.randomUUID();
  const kind = body.spec.kind;
  const { begins, target: targetOf, phrase, effects } = kindOf(kind);
  const target = targetOf(body.spec);
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
    toAccountId,
    personKey: personKeyOf(email, body.grantee.name),
    createdBy: actor.id ?? '',
    createdByName: actor.name,
    createdAt: now,
    why: body.why && JSON.stringify(body.why),
    state: claim?.grant.state ?? 'requested',
    gen: claim?.grant.gen ?? 0,
    claimedAt: claim?.grant.claimedAt ?? null,
  });
  const details = { what: phrase(body.spec), grantee: body.grantee.name, notAfter: body.notAfter };
  const mine = sql`(SELECT count(*) FROM grants WHERE id = ${id} AND op = ${op})`;
  const ours = sql`${mine} * ${belongsTo(service.id, accountId)}`;
  const hits = sql`${ours} * ${mayStand(confirmed, target)}`;
  const record = (action: string) => auditRow(db, actor, { accountId, grantId: id, at: now, action, details, hits });
  const digest = await digestOf(kind, claim?.wanted?.present ?? null);
  const asking: Record<typeof begins, Statement[]> = {
    invitation: [openInvitation(db, id, 'access', op, now), queueMail(db, accountId, 'invitation', email, { grantId: id }, now)],
    acceptance: [queueMail(db, accountId, 'delegation-offered', ownerOf(toAccountId), { grantId: id }, now)],
    'at-once': [],
  };
  const wanted = claim?.wanted
    ? [wantStatement(db, { id, hostId: service.hostId, kind, principal }, 1, claim.wanted, digest), record('grant.claimed')]
    : asking[begins];
  const takesOver = confirmed.takesOver ?? false;
  const born = effects?.born?.(db, { id, accountId, serviceId: service.id, spec: body.spec, takesOver }) ?? [];
  const who = personStatement(db, accountId, personKeyOf(email, body.grantee.name));
  const found = { name: body.grantee.name, email, service: service.name, spec: body.spec, target };
  return { insert, rest: [who, termsStatement(db, accountId, id, found), ...born, record('grant.requested'), ...wanted] };
}

/** 1 while what was looked at before the batch still holds within it. */
function mayStand({ accountId, body: { spec }, service, email }: Confirmed, target: string) {
  if (isAccessSpec(spec)) return isOpenTo(spec.kind, service, target);
  return spec.kind === 'panel-user' ? isNewToPanel(accountId, email) : sql`1`;
}

/** Where the first owner of an account reads mail. */
const ownerOf = (accountId: string | null) =>
  sql`(SELECT user.email FROM membership JOIN user ON user.id = membership.user_id WHERE membership.account_id = ${accountId} AND membership.role = 'owner' LIMIT 1)`;

/** What grants of one person have in common: the address, or the name where there is none. */
const personKeyOf = (email: string, name: string) => email || name.trim().toLocaleLowerCase('pl');

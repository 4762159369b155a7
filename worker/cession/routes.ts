import { foldEmail } from '../accounts/index.ts';
import { actorOf } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { type App, type CallerAccount, define, refuse, refuseField } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { loadService } from '../services/index.ts';
import { block, readBlock, unblock } from './block-store.ts';
import { decideItems, expire } from './change.ts';
import { changed } from './changed.ts';
import { mountLinks } from './link-routes.ts';
import { mountParties } from './party-routes.ts';
import { isTyped, isUnderWay } from './rules.ts';
import { sidesOf } from './sides.ts';
import { begin } from './start.ts';
import { findPerson, listCessions, loadCession, loadUnderWay, type StoredCession } from './store.ts';
import { viewCession } from './view.ts';

/** A cession that the caller's account gives, under its present owner. */
const given = async (db: Database, account: CallerAccount, id: string): Promise<StoredCession | undefined> => {
  const row = await loadCession(db, id);
  return row?.cession.accountId === account.id && row.cession.ownerEpoch === account.ownerEpoch ? row : undefined;
};

/** Mounts what an account's owner does: begins, decides, blocks. */
function mountOwners(app: App): void {
  app.openapi(define('listCessions'), async (c) => {
    const [db, account, caller, now] = [c.get('db'), c.get('account'), c.get('caller'), Date.now()];
    const [rows, blocked] = await Promise.all([
      listCessions(db, account.id, account.ownerEpoch, caller.user.id),
      readBlock(db, account.id, now),
    ]);
    const cessions = await Promise.all(rows.map((row) => viewCession(db, row, sidesOf(row, caller, now)[0] ?? 'taker', now)));
    return c.json({ cessions, block: blocked }, 200);
  });

  app.openapi(define('startCession'), async (c) => {
    const [db, account, caller, now, op] = [c.get('db'), c.get('account'), c.get('caller'), Date.now(), c.get('idempotencyId')];
    const { kind, serviceId, taker, typed } = c.req.valid('json');
    const id = op.slice(0, 32);
    const before = await given(db, account, id);
    if (before) return c.json(await viewCession(db, before, 'giver', now), 201);
    const domain = kind === 'domain' ? await ownDomain(db, account, serviceId) : null;
    if (!isTyped(typed, domain?.name ?? account.clientNumber)) refuseField('typed', 'name-mismatch');
    const email = foldEmail(taker.email) ?? refuseField('taker.email', 'email-invalid');
    if ((await findPerson(db, email))?.staffRole) refuseField('taker.email', 'email-invalid');
    if ((await readBlock(db, account.id, now)).blocked) refuse('cession-blocked');
    const standing = await loadUnderWay(db, account.id, domain?.id ?? null);
    if (standing && !isUnderWay(standing.cession, now)) await expire(db, standing, now);
    const beginning = { id, account, domain, taker: { name: taker.name, email } };
    const outcome = await begin(db, beginning, { actor: actorOf(caller, c.req.raw), now, op });
    if (outcome === 'under-way') refuse('cession-under-way');
    if (outcome === 'lost') refuse('cession-changed');
    c.get('afterAnswer')(() => deliverMail(c.env));
    const row = (await given(db, account, id)) ?? refuse('internal');
    return c.json(await viewCession(db, row, 'giver', now), 201);
  });

  app.openapi(define('decideCession'), async (c) => {
    const [db, account, now] = [c.get('db'), c.get('account'), Date.now()];
    const load = () => given(db, account, c.req.valid('param').cessionId);
    const circumstances = { actor: actorOf(c.get('caller'), c.req.raw), now, op: c.get('idempotencyId') };
    const row = changed(await decideItems(db, load, c.req.valid('json'), circumstances));
    return c.json(await viewCession(db, row, 'giver', now), 200);
  });

  app.openapi(define('blockCession'), async (c) => {
    const circumstances = { actor: actorOf(c.get('caller'), c.req.raw), now: Date.now(), op: c.get('idempotencyId') };
    return c.json(await block(c.get('db'), c.get('account').id, circumstances), 200);
  });

  app.openapi(define('unblockCession'), async (c) => {
    const circumstances = { actor: actorOf(c.get('caller'), c.req.raw), now: Date.now(), op: c.get('idempotencyId') };
    const left = await unblock(c.get('db'), c.get('account').id, circumstances);
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(left, 200);
  });
}

/** A domain of the account's own; its service alone does not make it one. */
async function ownDomain(db: Database, account: CallerAccount, serviceId: string | null) {
  if (serviceId === null) return refuseField('serviceId', 'required');
  const service = (await loadService(db, account.id, serviceId)) ?? refuse('not-found');
  return service.kind === 'domain' ? service : refuseField('serviceId', 'domain-foreign');
}

/** Mounts cession: what the owner does, what both sides do, and what a link lets its bearer do. */
export function mountCession(app: App): void {
  mountOwners(app);
  mountLinks(app);
  mountParties(app);
}

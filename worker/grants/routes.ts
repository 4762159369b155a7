import type { GrantSpec } from '../../contract/index.ts';
import { actorOf } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { voidFileTickets } from '../files/index.ts';
import { poke } from '../hosts/index.ts';
import { type App, define, type Env, refuse } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { loadService, targetFault } from '../services/index.ts';
import { type Acted, act } from './act.ts';
import { confirmGrant } from './confirm.ts';
import { kindOf } from './kinds/index.ts';
import { listGrants } from './list.ts';
import { panelRefusal } from './panel.ts';
import { loadByInvitation, loadGrant, type ShownGrant, type StoredGrant, specOf } from './rows.ts';
import { endDateFault } from './rules.ts';
import { grantViewOf } from './view.ts';

const viewNow = (row: ShownGrant) => grantViewOf(row, Date.now());

const found = async (db: Database, accountId: string, grantId: string): Promise<StoredGrant> =>
  (await loadGrant(db, accountId, grantId)) ?? refuse('not-found');

/** Speaks with a vendor about one of its seats. */
export type TellVendor = (env: Env, grantId: string) => Promise<unknown>;
interface Answering {
  env: Env;
  executionCtx: Pick<ExecutionContext, 'waitUntil'>;
  get(name: 'afterAnswer'): (work: () => Promise<unknown>) => void;
}

/** Tells the host, or the vendor, after the batch; what gets lost here is repeated by the host's link, or by the clock. */
const telling = (tellVendor: TellVendor) => (c: Answering, row: StoredGrant) => {
  const { id, hostId, principal } = row.grant;
  if (row.host.kind === 'vendor') c.get('afterAnswer')(() => tellVendor(c.env, id).then(() => deliverMail(c.env)));
  else if (row.desired) c.executionCtx.waitUntil(poke(c.env, hostId, principal));
};

/** Whoever may less in the Panel, or nothing more, works on with no file either. */
function lessInPanel(c: Answering, { grant }: StoredGrant): void {
  if (grant.kind === 'panel-user') c.executionCtx.waitUntil(voidFileTickets(c.env, grant.accountId));
}

const done = (acted: Acted): StoredGrant => (acted.ok ? acted.row : refuse(acted.code));

/** Refuses a changed spec that its kind does not allow, or that the service cannot fill. */
async function checkSpec(env: Env, db: Database, { grant }: StoredGrant, spec: GrantSpec | undefined): Promise<void> {
  if (!spec) return;
  const allowed = spec.kind === grant.kind && kindOf(spec.kind).mayBecome(specOf(grant), spec);
  if (!allowed) refuse('invalid-input', { spec: 'target-fixed' });
  const service = await loadService(db, grant.accountId, grant.serviceId);
  const fault = service ? await targetFault(env, db, service, spec) : null;
  if (fault) refuse('invalid-input', fault);
}

/** Mounts what an account's managers do with grants. */
export function mountGrants(app: App, tellVendor: TellVendor): void {
  const pokeAfter = telling(tellVendor);
  app.openapi(define('listGrants'), async (c) => {
    const { rows, next } = await listGrants(c.get('db'), c.get('account').id, c.req.valid('query'));
    return c.json({ grants: rows.map(viewNow), next }, 200);
  });

  app.openapi(define('readGrant'), async (c) =>
    c.json(viewNow(await found(c.get('db'), c.get('account').id, c.req.valid('param').grantId)), 200),
  );

  app.openapi(define('createGrant'), async (c) => {
    // One way to each: seats have their own, which whoever looks after the service may go too, and so have domains, whose clients' numbers must not be guessed.
    const { kind } = c.req.valid('json').spec;
    if (kind === 'seat' || kind === 'delegation') refuse('kind-unavailable');
    const row = await confirmGrant(c.env, c.get('db'), {
      id: c.get('idempotencyId').slice(0, 32),
      account: c.get('account'),
      body: c.req.valid('json'),
      actor: actorOf(c.get('caller'), c.req.raw),
    });
    pokeAfter(c, row);
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(viewNow(row), 201);
  });

  app.openapi(define('changeGrant'), async (c) => {
    const change = c.req.valid('json');
    const account = c.get('account');
    const db = c.get('db');
    const now = Date.now();
    const load = () => loadGrant(db, account.id, c.req.valid('param').grantId);
    const endDate = change.notAfter === undefined ? null : endDateFault(change.notAfter, now);
    const before = (await load()) ?? refuse('not-found');
    if (endDate) refuse('invalid-input', { notAfter: endDate });
    await checkSpec(c.env, db, before, change.spec);
    const { version, spec, notAfter } = change;
    const event = {
      type: 'change',
      version,
      ...(spec ? { spec } : {}),
      ...(notAfter === undefined ? {} : { notAfter }),
    } as const;
    const by = { user: c.get('caller').user, account };
    const becomes = spec?.kind === 'panel-user' ? spec.role : null;
    const allowed = (row: StoredGrant) => panelRefusal(row, by, { is: 'change', becomes }) ?? event;
    const row = done(await act(db, load, allowed, actorOf(c.get('caller'), c.req.raw), now, c.get('idempotencyId')));
    pokeAfter(c, row);
    lessInPanel(c, row);
    return c.json(viewNow(row), 200);
  });

  app.openapi(define('revokeGrant'), async (c) => {
    const db = c.get('db');
    const load = () => loadGrant(db, c.get('account').id, c.req.valid('param').grantId);
    const by = { user: c.get('caller').user, account: c.get('account') };
    const allowed = (row: StoredGrant) =>
      panelRefusal(row, by, { is: 'remove' }) ?? ({ type: 'revoke', reason: 'revoked' } as const);
    const row = done(await act(db, load, allowed, actorOf(c.get('caller'), c.req.raw), Date.now(), c.get('idempotencyId')));
    pokeAfter(c, row);
    lessInPanel(c, row);
    // What needs no host is over now, and the other side is told.
    if (!row.desired) c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(viewNow(row), 200);
  });

  app.openapi(define('sendInvitation'), async (c) => {
    const db = c.get('db');
    const op = c.get('idempotencyId');
    // The same request once more, after the worker died between its batch and its answer; others may have changed the grant since.
    const before = await loadByInvitation(db, op);
    if (before?.grant.accountId === c.get('account').id) return c.json(viewNow(before), 200);
    const load = () => loadGrant(db, c.get('account').id, c.req.valid('param').grantId);
    const renew = (row: StoredGrant) =>
      row.grant.granteeEmail === '' ? ('email-invalid' as const) : ({ type: 'renew-invitation' } as const);
    const row = done(await act(db, load, renew, actorOf(c.get('caller'), c.req.raw), Date.now(), op));
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(viewNow(row), 200);
  });
}

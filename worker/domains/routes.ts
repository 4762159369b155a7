import type { DomainView, ZoneChangeView } from '../../contract/index.ts';
import { type Actor, actorOf } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { grantViewOf } from '../grants/index.ts';
import { askHost, poke } from '../hosts/index.ts';
import { type App, type Caller, type CallerAccount, define, type Env } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { type Asking, type Changing, changeZone, importZone, judgeAct, judgeFile, undoChange, zoneFor } from './change.ts';
import { listChanges } from './changes-store.ts';
import { answerDelegation, delegationViewOf, offerDelegation } from './delegation.ts';
import { listDelegations } from './delegations-store.ts';
import { writeZoneFile } from './rules/export.ts';
import { listManaged, listOwned, recordsOf, type StoredZone } from './store.ts';
import { changeViewOf, layOut, nameserversOf, previewOf, zoneViewOf } from './view.ts';

/** What every route of a zone finds in its context. */
interface Context {
  get(name: 'db'): Database;
  get(name: 'account'): CallerAccount;
  req: { valid(target: 'param'): { serviceId: string } };
}
interface ChangingContext {
  env: Env;
  executionCtx: Pick<ExecutionContext, 'waitUntil'>;
  get(name: 'db'): Database;
  get(name: 'account'): CallerAccount;
  get(name: 'caller'): Caller;
  get(name: 'idempotencyId'): string;
  req: { valid(target: 'param'): { serviceId: string }; raw: Request };
}

const asking = (c: Context): Asking => ({
  db: c.get('db'),
  accountId: c.get('account').id,
  serviceId: c.req.valid('param').serviceId,
});

const changing = (c: ChangingContext): Changing => ({
  db: c.get('db'),
  accountId: c.get('account').id,
  serviceId: c.req.valid('param').serviceId,
  actor: actorOf(c.get('caller'), c.req.raw),
  op: c.get('idempotencyId'),
});

/** Tells the name server after the batch; what gets lost here is repeated by the link itself. */
function told(c: ChangingContext, { zone, view }: { zone: StoredZone; view: ZoneChangeView }): ZoneChangeView {
  c.executionCtx.waitUntil(poke(c.env, zone.hostId, zone.domain));
  return view;
}

type Listed = Awaited<ReturnType<typeof listOwned>>[number];
const domainViewOf =
  (as: DomainView['as']) =>
  ({ grantId, name, state, notAfter, ...rest }: Listed): DomainView => ({
    ...rest,
    as,
    other: grantId === null || name === null || state === null ? null : { grantId, name, state, notAfter },
  });

/** Mounts the lists of domains, and passing their management on (R6). */
function mountDelegation(app: App): void {
  app.openapi(define('listDomains'), async (c) => {
    const [db, { id }] = [c.get('db'), c.get('account')];
    const [owned, managed] = await Promise.all([listOwned(db, id), listManaged(db, id, Date.now())]);
    return c.json({ domains: [...owned.map(domainViewOf('owner')), ...managed.map(domainViewOf('delegate'))] }, 200);
  });

  app.openapi(define('listDelegations'), async (c) => {
    const rows = await listDelegations(c.get('db'), c.get('account').id);
    return c.json({ delegations: rows.map(delegationViewOf) }, 200);
  });

  app.openapi(define('offerDelegation'), async (c) => {
    const request = {
      id: c.get('idempotencyId').slice(0, 32),
      account: c.get('account'),
      actor: actorOf(c.get('caller'), c.req.raw),
    };
    const offer = { ...c.req.valid('param'), ...c.req.valid('json') };
    const row = await offerDelegation(c.env, c.get('db'), request, offer);
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(grantViewOf(row, Date.now()), 201);
  });

  const answering = (
    c: { get(name: 'db'): Database; get(name: 'account'): CallerAccount },
    grantId: string,
    actor: Actor,
    op: string,
  ) => ({
    db: c.get('db'),
    accountId: c.get('account').id,
    grantId,
    actor,
    op,
  });

  app.openapi(define('acceptDelegation'), async (c) => {
    const { grantId } = c.req.valid('param');
    const asked = answering(c, grantId, actorOf(c.get('caller'), c.req.raw), c.get('idempotencyId'));
    const row = await answerDelegation(asked, 'accept');
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(delegationViewOf(row), 200);
  });

  app.openapi(define('refuseDelegation'), async (c) => {
    const { grantId } = c.req.valid('param');
    const asked = answering(c, grantId, actorOf(c.get('caller'), c.req.raw), c.get('idempotencyId'));
    const row = await answerDelegation(asked, 'refuse');
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(delegationViewOf(row), 200);
  });
}

/** DS records as the name server says them; asked with the first page only, for they hardly ever change. */
async function keysOf(env: Env, { hostId, domain, gen }: StoredZone, isFirstPage: boolean): Promise<string[] | null> {
  if (!isFirstPage || gen === 0) return null;
  const answer = await askHost(env, hostId, { about: 'zone-keys', zone: domain });
  return answer?.ok && answer.found.ds.length > 0 ? answer.found.ds : null;
}

/** Mounts reading a zone, its history and its file. */
function mountReading(app: App): void {
  app.openapi(define('readZone'), async (c) => {
    const query = c.req.valid('query');
    const zone = await zoneFor(asking(c));
    const ds = await keysOf(c.env, zone, query.after === undefined && query.search === undefined);
    return c.json(zoneViewOf(zone, query, ds), 200);
  });

  app.openapi(define('previewZone'), async (c) => {
    const zone = await zoneFor(asking(c));
    return c.json(previewOf(zone.gen, judgeAct(zone, c.req.valid('json'))), 200);
  });

  app.openapi(define('previewZoneFile'), async (c) => {
    const zone = await zoneFor(asking(c));
    const { judged, skipped } = judgeFile(zone, c.req.valid('json'));
    return c.json(previewOf(zone.gen, judged, skipped), 200);
  });

  app.openapi(define('listZoneChanges'), async (c) => {
    const { after, limit } = c.req.valid('query');
    const zone = await zoneFor(asking(c));
    const before = /^\d{1,15}$/.test(after ?? '') ? Number(after) : null;
    const rows = await listChanges(c.get('db'), zone.serviceId, { before, limit: limit + 1 });
    const laid = layOut(zone);
    const changes = await Promise.all(rows.slice(0, limit).map((row) => changeViewOf(laid, row)));
    return c.json({ changes, next: rows.length > limit ? String(rows[limit - 1]?.gen) : null }, 200);
  });

  app.openapi(define('exportZone'), async (c) => {
    const zone = await zoneFor(asking(c));
    const file = writeZoneFile(zone.domain, { records: recordsOf(zone), version: zone.gen, nameservers: nameserversOf(zone) });
    c.header('Content-Disposition', `attachment; filename="${zone.domain}.zone"`);
    return c.body(file, 200, { 'Content-Type': 'text/dns; charset=utf-8' });
  });
}

/** Mounts changing a zone, for its owner and for whoever manages it. */
function mountChanging(app: App): void {
  app.openapi(define('changeZone'), async (c) => c.json(told(c, await changeZone(changing(c), c.req.valid('json'))), 200));
  app.openapi(define('importZone'), async (c) => c.json(told(c, await importZone(changing(c), c.req.valid('json'))), 200));
  app.openapi(define('undoZoneChange'), async (c) =>
    c.json(told(c, await undoChange(changing(c), c.req.valid('param').changeId)), 200),
  );
}

/** Mounts domains: whose they are to manage, and their records. */
export function mountDomains(app: App): void {
  mountDelegation(app);
  mountReading(app);
  mountChanging(app);
}

import { actorOf } from '../audit/index.ts';
import { voidFileTickets } from '../files/index.ts';
import { act, endDateFault, grantViewOf, loadGrant, type StoredGrant, type TellVendor } from '../grants/index.ts';
import { poke } from '../hosts/index.ts';
import { type App, define, type Env, refuse, refuseField } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { exportGrants } from './csv.ts';
import { extend } from './extend.ts';
import { offboard, offboardingViewOf } from './offboard.ts';
import { loadOffboarding } from './offboarding-store.ts';
import { readOverview } from './overview.ts';
import { readPerson } from './person.ts';
import { readReview, startReview } from './review.ts';

interface Answering {
  env: Env;
  executionCtx: Pick<ExecutionContext, 'waitUntil'>;
  get(name: 'afterAnswer'): (work: () => Promise<unknown>) => void;
}

/** Tells hosts and vendors of many grants that have changed; what gets lost here is repeated by the hosts' links, or by the clock. */
const telling = (tellVendor: TellVendor) => (c: Answering, rows: readonly StoredGrant[]) => {
  const kept = (by: StoredGrant['host']['kind']) => rows.filter(({ host, desired }) => host.kind === by && desired);
  const hosts = new Set(kept('agent').map(({ grant }) => grant.hostId));
  c.executionCtx.waitUntil(Promise.all([...hosts].map((hostId) => poke(c.env, hostId))));
  c.get('afterAnswer')(async () => {
    for (const { grant } of kept('vendor')) await tellVendor(c.env, grant.id);
    await deliverMail(c.env);
  });
};

/** Mounts what an account's managers see and do of everybody's access at once. */
export function mountPeople(app: App, tellVendor: TellVendor): void {
  const tell = telling(tellVendor);
  app.openapi(define('readOverview'), async (c) => c.json(await readOverview(c.get('db'), c.get('account').id, Date.now()), 200));

  app.openapi(define('exportGrants'), (c) => {
    const headers = {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="kto-ma-dostep.csv"',
    };
    return new Response(exportGrants(c.get('db'), c.get('account').id, Date.now()), { headers });
  });

  app.openapi(define('extendGrants'), async (c) => {
    const { grants, notAfter } = c.req.valid('json');
    const fault = endDateFault(notAfter, Date.now());
    if (fault) refuseField('notAfter', fault);
    const caller = c.get('caller');
    const asked = {
      db: c.get('db'),
      caller,
      account: c.get('account'),
      actor: actorOf(caller, c.req.raw),
      op: c.get('idempotencyId'),
    };
    const extended = [];
    for (const one of grants) extended.push(await extend(asked, one, notAfter));
    tell(
      c,
      extended.flatMap(({ row }) => row ?? []),
    );
    const now = Date.now();
    const results = extended.map(({ id, row, refused }) => ({ id, grant: row && grantViewOf(row, now), refused }));
    return c.json({ results }, 200);
  });

  app.openapi(define('readPerson'), async (c) =>
    c.json(await readPerson(c.get('db'), c.get('caller'), c.get('account'), c.req.valid('param').personId, Date.now()), 200),
  );

  app.openapi(define('startOffboarding'), async (c) => {
    const [db, caller, account] = [c.get('db'), c.get('caller'), c.get('account')];
    const id = c.get('idempotencyId').slice(0, 32);
    const asked = { db, caller, account, actor: actorOf(caller, c.req.raw), id };
    const { act: made, taken, fromPanel } = await offboard(asked, c.req.valid('param').personId);
    if (taken.length > 0) tell(c, taken);
    if (fromPanel) c.executionCtx.waitUntil(voidFileTickets(c.env, account.id));
    return c.json(await offboardingViewOf(db, made, Date.now()), 201);
  });

  app.openapi(define('readOffboarding'), async (c) => {
    const made = await loadOffboarding(c.get('db'), c.get('account').id, c.req.valid('param').offboardingId);
    return c.json(await offboardingViewOf(c.get('db'), made ?? refuse('not-found'), Date.now()), 200);
  });

  app.openapi(define('readReview'), async (c) => c.json(await readReview(c.get('db'), c.get('account').id, Date.now()), 200));

  app.openapi(define('startReview'), async (c) => {
    const [db, account] = [c.get('db'), c.get('account').id];
    await startReview(db, account, actorOf(c.get('caller'), c.req.raw), Date.now(), c.get('idempotencyId'));
    return c.json(await readReview(db, account, Date.now()), 201);
  });

  app.openapi(define('keepGrant'), async (c) => {
    const [db, account] = [c.get('db'), c.get('account').id];
    const load = () => loadGrant(db, account, c.req.valid('param').grantId);
    const event = { type: 'keep', version: c.req.valid('json').version } as const;
    const acted = await act(db, load, event, actorOf(c.get('caller'), c.req.raw), Date.now(), c.get('idempotencyId'));
    if (!acted.ok) refuse(acted.code);
    return c.json(await readReview(db, account, Date.now()), 200);
  });
}

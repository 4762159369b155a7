import { foldEmail } from '../accounts/index.ts';
import { actorOf } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { type App, type Caller, type CallerAccount, define, refuse, refuseField } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { loadService } from '../services/index.ts';
import { change } from './change.ts';
import { mountForms } from './form-routes.ts';
import { ASKING_MS, end, MOST_ASKED, REQUEST_MS, resendRefusal, type Standing, tick } from './rules.ts';
import { hasAsked, listRequests, loadRequest, type StoredRequest } from './store.ts';
import { requestView } from './view.ts';
import { type Turn, writeRequest } from './write-store.ts';

interface Variables {
  db: Database;
  caller: Caller;
  account: CallerAccount;
  idempotencyId: string;
}
interface Asked {
  get<K extends keyof Variables>(name: K): Variables[K];
  req: { raw: Request };
}
const circumstances = (c: Asked, now: number) => ({
  actor: actorOf(c.get('caller'), c.req.raw),
  now,
  op: c.get('idempotencyId'),
});

/** One act of a manager with a request of their account. */
async function act(c: Asked, id: string, decide: (standing: Standing, row: StoredRequest, now: number) => Turn | null) {
  const [db, account, now] = [c.get('db'), c.get('account'), Date.now()];
  const load = () => loadRequest(db, account.id, id);
  const changed = await change(db, load, (standing, row) => decide(standing, row, now), circumstances(c, now));
  return requestView(changed.ok ? changed.row : refuse(changed.code), now);
}

/** Only a server or a domain has settings that people ask about. */
async function checkService(db: Database, accountId: string, serviceId: string): Promise<void> {
  const service = (await loadService(db, accountId, serviceId)) ?? refuse('not-found');
  if (service.kind !== 'hosting' && service.kind !== 'domain') refuseField('serviceId', 'invalid-input');
}

function mountManagers(app: App): void {
  app.openapi(define('listSettingRequests'), async (c) => {
    const { rows, next } = await listRequests(c.get('db'), c.get('account').id, c.req.valid('query'));
    const now = Date.now();
    return c.json({ requests: rows.map((row) => requestView(row, now)), next }, 200);
  });

  app.openapi(define('createSettingRequest'), async (c) => {
    const [db, account, now] = [c.get('db'), c.get('account'), Date.now()];
    const { setting, serviceId, helper, note } = c.req.valid('json');
    const id = c.get('idempotencyId').slice(0, 32);
    const before = await loadRequest(db, account.id, id);
    if (before) return c.json(requestView(before, now), 201);
    const helperEmail = foldEmail(helper.email) ?? refuseField('helper.email', 'email-invalid');
    await checkService(db, account.id, serviceId);
    const asksTooMuch = () => hasAsked(db, account.id, now - ASKING_MS, MOST_ASKED);
    if (await asksTooMuch()) refuse('settings-asked-often');
    const request = { id, accountId: account.id, serviceId, setting, helperName: helper.name, helperEmail, note };
    if (!(await writeRequest(db, request, circumstances(c, now))))
      refuse((await asksTooMuch()) ? 'settings-asked-often' : 'not-found');
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(requestView((await loadRequest(db, account.id, id)) ?? refuse('internal'), now), 201);
  });

  app.openapi(define('readSettingRequest'), async (c) => {
    const row = await loadRequest(c.get('db'), c.get('account').id, c.req.valid('param').requestId);
    return c.json(requestView(row ?? refuse('not-found'), Date.now()), 200);
  });

  app.openapi(define('resendSettingRequest'), async (c) => {
    const view = await act(c, c.req.valid('param').requestId, (standing, { request }, now) => {
      const refused = resendRefusal(standing, now);
      if (refused) refuse(refused);
      const set = { sending: request.sending + 1, expiresAt: now + REQUEST_MS };
      return { set, action: 'setting.resent', letter: 'setting-request' };
    });
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(view, 200);
  });

  app.openapi(define('tickSettingStep'), async (c) => {
    const { step, done } = c.req.valid('json');
    const view = await act(c, c.req.valid('param').requestId, (standing) => {
      const ticked = tick(standing, step, done);
      if (ticked === 'invalid-input') refuseField('step', ticked);
      if (typeof ticked === 'string') refuse(ticked);
      if (ticked.length === standing.stepsDone.length) return null;
      return { set: { stepsDone: JSON.stringify(ticked) }, action: done ? 'setting.ticked' : 'setting.unticked', letter: null };
    });
    return c.json(view, 200);
  });

  app.openapi(define('endSettingRequest'), async (c) => {
    const { outcome } = c.req.valid('json');
    const view = await act(c, c.req.valid('param').requestId, (standing) => {
      const state = end(standing, outcome);
      if (state === null) return null;
      if (state !== 'done' && state !== 'dropped') return refuse(state);
      return { set: { state }, action: `setting.${state}`, letter: null };
    });
    return c.json(view, 200);
  });
}

/** Mounts questions about settings: from the account that asks, and from the bearer of a link who answers (R11). */
export function mountSettings(app: App): void {
  mountManagers(app);
  mountForms(app);
}

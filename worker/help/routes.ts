import { foldEmail } from '../accounts/index.ts';
import { actorOf } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { type App, type Caller, type CallerAccount, define, refuse, refuseField } from '../http/index.ts';
import { loadService } from '../services/index.ts';
import { type Changed, change } from './change.ts';
import { download } from './download-store.ts';
import { listCases } from './lists-store.ts';
import { writeOpening } from './open-store.ts';
import { customerCloses, customerWrites, MOST_OPEN_CASES } from './rules.ts';
import { filesIn } from './said.ts';
import { hasOpen, loadCase, loadConversation, markRead, type Reader, type StoredCase } from './store.ts';
import { customerSummary, customerView } from './view.ts';

const isManager = ({ role }: CallerAccount) => role !== 'user';
const readerOf = (account: CallerAccount, caller: Caller): Reader => ({
  accountId: account.id,
  openedBy: isManager(account) ? null : caller.user.id,
});

const shown = async (db: Database, row: StoredCase) => customerView(row, await loadConversation(db, row.case.id));
const changed = async (db: Database, outcome: Changed) => shown(db, outcome.ok ? outcome.row : refuse(outcome.code));

interface Order {
  subject: string;
  replyEmail: string;
}
/** An order is the account's, so its managers give it (R12). */
function orderOf(account: CallerAccount, order: Order | null): Order | null {
  if (order === null) return null;
  if (!isManager(account)) refuse('role-too-low');
  return { ...order, replyEmail: foldEmail(order.replyEmail) ?? refuseField('order.replyEmail', 'email-invalid') };
}

/** Whoever sees no services cannot name one either. */
async function checkService(db: Database, account: CallerAccount, serviceId: string | null): Promise<void> {
  if (serviceId === null) return;
  if (!isManager(account) || !(await loadService(db, account.id, serviceId))) refuse('not-found');
}

/** Mounts what a customer does with their own conversations. */
export function mountCustomers(app: App): void {
  app.openapi(define('listCases'), async (c) => {
    const { show, ...page } = c.req.valid('query');
    const { rows, next } = await listCases(c.get('db'), readerOf(c.get('account'), c.get('caller')), show, page);
    return c.json({ cases: rows.map(customerSummary), next }, 200);
  });

  app.openapi(define('openCase'), async (c) => {
    const [db, account, caller, op] = [c.get('db'), c.get('account'), c.get('caller'), c.get('idempotencyId')];
    const { subject, text, serviceId, order, context, attachments } = c.req.valid('json');
    const id = op.slice(0, 32);
    const load = () => loadCase(db, readerOf(account, caller), id);
    const before = await load();
    if (before) return c.json(await shown(db, before), 201);
    const opening = {
      id,
      accountId: account.id,
      subject: subject.replaceAll(/\s+/g, ' '),
      saying: { source: 'customer' as const, text, attachments: filesIn(attachments) },
      serviceId,
      order: orderOf(account, order),
      context,
    };
    await checkService(db, account, serviceId);
    if (await hasOpen(db, account.id, MOST_OPEN_CASES)) refuse('cases-too-many');
    const written = await writeOpening(db, opening, { actor: actorOf(caller, c.req.raw), now: Date.now(), op });
    if (!written) refuse((await hasOpen(db, account.id, MOST_OPEN_CASES)) ? 'cases-too-many' : 'not-found');
    return c.json(await shown(db, (await load()) ?? refuse('internal')), 201);
  });

  app.openapi(define('readCase'), async (c) => {
    const [db, reader] = [c.get('db'), readerOf(c.get('account'), c.get('caller'))];
    const row = (await loadCase(db, reader, c.req.valid('param').caseId)) ?? refuse('not-found');
    const view = await shown(db, row);
    if (view.unread) await markRead(db, row, 'customer');
    return c.json(view, 200);
  });

  app.openapi(define('writeInCase'), async (c) => {
    const [db, reader] = [c.get('db'), readerOf(c.get('account'), c.get('caller'))];
    const { text, attachments } = c.req.valid('json');
    const load = () => loadCase(db, reader, c.req.valid('param').caseId);
    const saying = { source: 'customer' as const, text, attachments: filesIn(attachments) };
    const by = { actor: actorOf(c.get('caller'), c.req.raw), now: Date.now(), op: c.get('idempotencyId') };
    return c.json(await changed(db, await change(db, load, customerWrites, { saying, action: 'case.written' }, by)), 200);
  });

  app.openapi(define('closeCase'), async (c) => {
    const [db, reader] = [c.get('db'), readerOf(c.get('account'), c.get('caller'))];
    const load = () => loadCase(db, reader, c.req.valid('param').caseId);
    const by = { actor: actorOf(c.get('caller'), c.req.raw), now: Date.now(), op: c.get('idempotencyId') };
    return c.json(await changed(db, await change(db, load, customerCloses, { saying: null, action: 'case.closed' }, by)), 200);
  });

  app.openapi(define('readAttachment'), async (c) => {
    const [db, reader] = [c.get('db'), readerOf(c.get('account'), c.get('caller'))];
    const { caseId, attachmentId } = c.req.valid('param');
    if (!(await loadCase(db, reader, caseId))) refuse('not-found');
    return (await download(db, caseId, attachmentId)) ?? refuse('not-found');
  });
}

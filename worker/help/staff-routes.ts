import { actorOf } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { type App, type Caller, define, refuse, refuseField } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { change } from './change.ts';
import { download } from './download-store.ts';
import { listQueue } from './lists-store.ts';
import { type Colleague, type StaffAct, staffActs } from './rules.ts';
import { filesIn } from './said.ts';
import { findStaff, listStaff, loadConversation, loadStaffCase, markRead, type StoredCase } from './store.ts';
import { staffSummary, staffView, takerOf } from './view.ts';
import type { Saying } from './write-store.ts';

interface Variables {
  db: Database;
  caller: Caller;
  idempotencyId: string;
}
interface Asked {
  get<K extends keyof Variables>(name: K): Variables[K];
  req: { raw: Request };
}

const ACTIONS = { take: 'case.taken', answer: 'case.answered', 'hand-on': 'case.handed-on', close: 'case.closed' } as const;

const shown = async (db: Database, row: StoredCase) => staffView(row, await loadConversation(db, row.case.id));

/** One act of one of the staff with a case as they have read it. */
async function act(c: Asked, caseId: string, version: number, does: StaffAct, saying: Saying | null) {
  const [db, caller] = [c.get('db'), c.get('caller')];
  const who: Colleague = { id: caller.user.id, name: caller.user.name };
  const outcome = await change(
    db,
    () => loadStaffCase(db, caseId),
    (standing) => staffActs(standing, who, version, does),
    { saying, action: ACTIONS[does.is] },
    { actor: actorOf(caller, c.req.raw), now: Date.now(), op: c.get('idempotencyId') },
  );
  return shown(db, outcome.ok ? outcome.row : refuse(outcome.code));
}

/** Mounts what the provider's people do with cases. Nothing else of a customer's is opened by it. */
export function mountStaffCases(app: App): void {
  app.openapi(define('listCaseQueue'), async (c) => {
    const { show, ...page } = c.req.valid('query');
    const { rows, next } = await listQueue(c.get('db'), show, c.get('caller').user.id, page);
    return c.json({ cases: rows.map(staffSummary), next }, 200);
  });

  app.openapi(define('readStaffCase'), async (c) => {
    const [db, caller] = [c.get('db'), c.get('caller')];
    const row = (await loadStaffCase(db, c.req.valid('param').caseId)) ?? refuse('not-found');
    const view = await shown(db, row);
    // Whoever only looks leaves it unread for the one who has it.
    if (view.unread && (takerOf(row)?.id ?? caller.user.id) === caller.user.id) await markRead(db, row, 'staff');
    return c.json(view, 200);
  });

  app.openapi(define('readStaffAttachment'), async (c) => {
    const { caseId, attachmentId } = c.req.valid('param');
    return (await download(c.get('db'), caseId, attachmentId)) ?? refuse('not-found');
  });

  app.openapi(define('takeCase'), async (c) =>
    c.json(await act(c, c.req.valid('param').caseId, c.req.valid('json').version, { is: 'take' }, null), 200),
  );

  app.openapi(define('answerCase'), async (c) => {
    const { version, text, close, attachments } = c.req.valid('json');
    const saying = { source: 'staff' as const, text, attachments: filesIn(attachments) };
    const view = await act(c, c.req.valid('param').caseId, version, { is: 'answer', close }, saying);
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(view, 200);
  });

  app.openapi(define('handCaseOn'), async (c) => {
    const { version, to, note } = c.req.valid('json');
    const colleague = to === null ? null : ((await findStaff(c.get('db'), to)) ?? refuseField('to', 'invalid-input'));
    const saying = note === '' ? null : { source: 'note' as const, text: note, attachments: [] };
    const does = { is: 'hand-on' as const, to: colleague, hasNote: saying !== null };
    return c.json(await act(c, c.req.valid('param').caseId, version, does, saying), 200);
  });

  app.openapi(define('closeStaffCase'), async (c) =>
    c.json(await act(c, c.req.valid('param').caseId, c.req.valid('json').version, { is: 'close' }, null), 200),
  );

  app.openapi(define('listColleagues'), async (c) => c.json({ colleagues: await listStaff(c.get('db')) }, 200));
}

import { scopePhrase } from '../../content/words/index.ts';
import type { PanelRole } from '../../contract/index.ts';
import { actorOf, lostRace } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { voidFileTickets } from '../files/index.ts';
import { act, grantViewOf, loadGrant, type PanelAct, panelActRefusal, panelRefusal, type StoredGrant } from '../grants/index.ts';
import { type App, type Caller, type CallerAccount, define, refuse } from '../http/index.ts';
import { isLastOwner, type Member, panelUsersOf } from './rules.ts';
import { changeMemberRole, isDone, loadPanelUsers, removeMember } from './store.ts';

interface Asked {
  db: Database;
  caller: Caller;
  account: CallerAccount;
  request: Request;
  op: string;
}

interface Variables {
  db: Database;
  caller: Caller;
  account: CallerAccount;
  idempotencyId: string;
}
const askedOf = (c: { get<K extends keyof Variables>(name: K): Variables[K]; req: { raw: Request } }): Asked => ({
  db: c.get('db'),
  caller: c.get('caller'),
  account: c.get('account'),
  request: c.req.raw,
  op: c.get('idempotencyId'),
});

async function shown(db: Database, caller: Caller, account: CallerAccount) {
  const { members, invited } = await loadPanelUsers(db, account.id);
  return { users: panelUsersOf(members, invited, caller.user.id, Date.now()) };
}

/** Puts a panel user to rest, or wakes them. */
async function rest({ db, caller, account, request, op }: Asked, grantId: string, is: 'suspend' | 'resume') {
  const happens = (row: StoredGrant) =>
    row.grant.kind === 'panel-user' ? (panelRefusal(row, { user: caller.user, account }, { is }) ?? { type: is }) : 'not-found';
  const acted = await act(db, () => loadGrant(db, account.id, grantId), happens, actorOf(caller, request), Date.now(), op);
  return grantViewOf(acted.ok ? acted.row : refuse(acted.code), Date.now());
}

/** A panel user without a grant to whom the caller may do this; null when this very request has done it. */
async function memberToChange({ db, caller, account, op }: Asked, userId: string, act: PanelAct): Promise<Member | null> {
  const now = Date.now();
  const { members } = await loadPanelUsers(db, account.id);
  const member = members.find((one) => one.userId === userId && one.grantId === null);
  if (!member) return (await isDone(db, account.id, op)) ? null : refuse('not-found');
  const target = { role: member.role, self: userId === caller.user.id, lastOwner: isLastOwner(members, userId, now) };
  const refusal = panelActRefusal(account.role, target, act);
  return refusal ? refuse(refusal) : member;
}

/** Whoever is seen and no more so in the batch was changed by somebody else meanwhile. */
async function unlessRaced(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (lostRace(error)) refuse('grant-changed');
    throw error;
  }
}

async function remove(asked: Asked, userId: string): Promise<void> {
  const { db, caller, account, request, op } = asked;
  const member = await memberToChange(asked, userId, { is: 'remove' });
  if (!member) return;
  const written = { actor: actorOf(caller, request), name: member.name, now: Date.now(), op };
  await unlessRaced(() => removeMember(db, { accountId: account.id, userId }, written));
}

async function changeRole(asked: Asked, userId: string, role: PanelRole): Promise<void> {
  const { db, caller, account, request, op } = asked;
  const member = await memberToChange(asked, userId, { is: 'change', becomes: role });
  if (!member || member.role === role) return;
  const written = { actor: actorOf(caller, request), name: member.name, now: Date.now(), op };
  const what = scopePhrase({ kind: 'panel-user', role });
  await unlessRaced(() => changeMemberRole(db, { accountId: account.id, userId }, member.role, role, what, written));
}

/** Mounts what an account's managers do with those who sign in to it. */
export function mountPanelUsers(app: App): void {
  app.openapi(define('listPanelUsers'), async (c) => c.json(await shown(c.get('db'), c.get('caller'), c.get('account')), 200));

  app.openapi(define('suspendPanelUser'), async (c) => {
    const view = await rest(askedOf(c), c.req.valid('param').grantId, 'suspend');
    c.executionCtx.waitUntil(voidFileTickets(c.env, c.get('account').id));
    return c.json(view, 200);
  });

  app.openapi(define('resumePanelUser'), async (c) =>
    c.json(await rest(askedOf(c), c.req.valid('param').grantId, 'resume'), 200),
  );

  app.openapi(define('removeMember'), async (c) => {
    await remove(askedOf(c), c.req.valid('param').userId);
    c.executionCtx.waitUntil(voidFileTickets(c.env, c.get('account').id));
    return c.json(await shown(c.get('db'), c.get('caller'), c.get('account')), 200);
  });

  app.openapi(define('changeMemberRole'), async (c) => {
    await changeRole(askedOf(c), c.req.valid('param').userId, c.req.valid('json').role);
    c.executionCtx.waitUntil(voidFileTickets(c.env, c.get('account').id));
    return c.json(await shown(c.get('db'), c.get('caller'), c.get('account')), 200);
  });
}

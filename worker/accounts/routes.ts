import { type App, define, refuse, refuseField } from '../http/index.ts';
import { foldEmail } from './email.ts';
import { provePassword } from './prove.ts';
import { endSession, startSession } from './sessions.ts';
import { actOn, findPasswordHash, findUserByEmail, listAccounts, markProved } from './store.ts';
import { sessionViewOf, viewSession } from './view.ts';

function mountSignIn(app: App): void {
  app.openapi(define('signIn'), async (c) => {
    const { email, password } = c.req.valid('json');
    const db = c.get('db');
    const folded = foldEmail(email) ?? refuseField('email', 'email-invalid');
    const person = await findUserByEmail(db, folded);
    if (!(await provePassword(c.env, c.req.raw, folded, password, person?.passwordHash)) || !person)
      return refuse('wrong-credentials');
    const accounts = await listAccounts(db, person.id);
    const account = accounts[0] ?? null;
    const now = Date.now();
    await endSession(db, c.req.raw);
    const { sessionId, cookie } = await startSession(db, person.id, { accountId: account?.id ?? null, provedAt: now });
    c.header('Set-Cookie', cookie);
    const { id, name, staffRole } = person;
    return c.json(
      sessionViewOf({ sessionId, user: { id, name, email: folded }, staffRole, account, provedAt: now }, accounts, now),
      200,
    );
  });
}

function mountStepUp(app: App): void {
  app.openapi(define('stepUp'), async (c) => {
    const caller = c.get('caller');
    const hash = await findPasswordHash(c.get('db'), caller.user.id);
    if (!(await provePassword(c.env, c.req.raw, caller.user.email, c.req.valid('json').password, hash)))
      return refuse('wrong-credentials');
    const provedAt = Date.now();
    await markProved(c.get('db'), caller.sessionId, provedAt);
    return c.json(await viewSession(c.get('db'), { ...caller, provedAt }), 200);
  });
}

/** Signing in and out, proving the password again, and choosing the account to act on. */
export function mountAccounts(app: App): void {
  mountSignIn(app);
  mountStepUp(app);
  app.openapi(define('readSession'), async (c) => c.json(await viewSession(c.get('db'), c.get('caller')), 200));
  app.openapi(define('signOut'), async (c) => {
    c.header('Set-Cookie', await endSession(c.get('db'), c.req.raw));
    return c.body(null, 204);
  });
  app.openapi(define('chooseAccount'), async (c) => {
    const caller = c.get('caller');
    const { accountId } = c.req.valid('json');
    if (caller.staffRole) return refuse('no-account');
    if (!(await actOn(c.get('db'), caller.sessionId, caller.user.id, accountId))) return refuse('not-found');
    const accounts = await listAccounts(c.get('db'), caller.user.id);
    const account = accounts.find(({ id }) => id === accountId) ?? null;
    return c.json(sessionViewOf({ ...caller, account }, accounts, Date.now()), 200);
  });
}

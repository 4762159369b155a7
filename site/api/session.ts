import type { SessionView } from '../../contract/index.ts';
import { api, call } from './client.ts';
import { type GateAnswer, isSamePerson } from './gate.ts';
import { type Failure, failure, type Result } from './result.ts';

type Watcher = (session: SessionView | null) => void;

let known: SessionView | null = null;
const watchers = new Set<Watcher>();

/** The session as last seen on this page; null before the first look or after signing out. */
export const knownSession = (): SessionView | null => known;

export function rememberSession(session: SessionView | null): void {
  known = session;
  for (const watcher of watchers) watcher(session);
}

export function watchSession(watcher: Watcher): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** Looks the session up without asking anybody to sign in. */
export async function refreshSession(): Promise<Result<SessionView>> {
  const result = await call((options) => api.session.$get({}, options), { quiet: true });
  if (result.ok) rememberSession(result.value);
  return result;
}

/** Signs in, and goes back to the account that was chosen before the session ran out. */
async function signInAsBefore(email: string, password: string, before: SessionView | null): Promise<Result<SessionView>> {
  const signedIn = await call((options) => api.session.$post({ json: { email, password } }, options), { quiet: true });
  const wanted = before?.account?.id;
  if (
    !signedIn.ok ||
    !wanted ||
    signedIn.value.account?.id === wanted ||
    !signedIn.value.accounts.some((one) => one.id === wanted)
  )
    return signedIn;
  return chooseAccount(wanted);
}

export const chooseAccount = (accountId: string): Promise<Result<SessionView>> =>
  call((options) => api.session.account.$put({ json: { accountId } }, options), { quiet: true });

/** Signs in and says whether what was begun before may go on. */
export async function signIn(
  email: string,
  password: string,
): Promise<{ ok: true; answer: GateAnswer; session: SessionView } | Failure> {
  const before = known;
  const result = await signInAsBefore(email, password, before);
  if (!result.ok) return result;
  rememberSession(result.value);
  return { ok: true, answer: isSamePerson(before, result.value) ? 'passed' : 'someone-else', session: result.value };
}

export async function stepUp(password: string): Promise<Result<SessionView>> {
  const result = await call((options) => api.session['step-up'].$post({ json: { password } }, options), { quiet: true });
  if (result.ok) rememberSession(result.value);
  return result.ok || result.code !== 'wrong-credentials'
    ? result
    : failure('wrong-credentials', 'To hasło się nie zgadza. Wpisz je jeszcze raz.');
}

export async function signOut(): Promise<Result<unknown>> {
  const result = await call((options) => api.session.$delete({}, options), { quiet: true });
  if (result.ok) rememberSession(null);
  return result;
}

/** Where somebody is told that no account lets them in (any more). */
export const NO_ACCOUNT = '/panel/brak-dostepu/';

/** Where a person begins after signing in; role `user` works only with its licences (R2). */
export function homeOf(session: SessionView): string {
  if (session.staffRole === 'operator') return '/bok/serwery/';
  if (session.staffRole === 'support') return '/bok/';
  if (!session.account) return NO_ACCOUNT;
  return session.account.role === 'user' ? '/panel/licencje/' : '/panel/';
}

/** A place on this site to go back to, or null: anything that could lead elsewhere is refused. */
export function safeReturn(target: string | null, origin: string): string | null {
  if (!target?.startsWith('/') || !URL.canParse(target, origin)) return null;
  const url = new URL(target, origin);
  return url.origin === origin && !url.pathname.startsWith('//') ? url.pathname + url.search + url.hash : null;
}

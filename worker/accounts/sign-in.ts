import type { SessionView } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { type Caller, refuseField } from '../http/index.ts';
import { hashPassword } from './passwords.ts';
import { newSession } from './sessions.ts';
import { listAccounts } from './store.ts';
import { sessionViewOf } from './view.ts';

const MIN_DISTINCT_CHARACTERS = 6;

/** A sign-in with its first session, for the batch that makes both; refuses a password that is easily guessed. */
export async function newSignIn(password: string | null, now: number) {
  if (password === null) return refuseField('password', 'required');
  if (new Set(password).size < MIN_DISTINCT_CHARACTERS) return refuseField('password', 'password-too-weak');
  const [passwordHash, session] = await Promise.all([hashPassword(password), newSession(now)]);
  return { userId: crypto.randomUUID(), passwordHash, session };
}

/** The session of somebody who has just begun to act on an account. */
export async function viewAs(
  db: Database,
  person: Omit<Caller, 'account' | 'staffRole'>,
  accountId: string,
): Promise<SessionView> {
  const accounts = await listAccounts(db, person.user.id);
  const account = accounts.find(({ id }) => id === accountId) ?? null;
  return sessionViewOf({ ...person, staffRole: null, account }, accounts, Date.now());
}

import type { ErrorCode, Subscriber } from '../../contract/index.ts';
import { newSignIn } from '../accounts/index.ts';
import { type Database, session, user } from '../db/index.ts';
import { type Caller, refuse } from '../http/index.ts';
import { toBoth } from './letters-store.ts';
import { linkRefusal } from './rules.ts';
import { type Circumstances, findPerson, loadCession, type Statement, type StoredCession, writeTurn } from './store.ts';

interface Acceptance {
  row: StoredCession;
  subscriber: Subscriber;
  password: string | null;
  caller: Caller | null;
}
export interface Accepted {
  row: StoredCession;
  /** The `Set-Cookie` of a sign-in that was made by accepting. */
  cookie: string | null;
}

/** Why an offer can no longer be accepted; null while it can. */
export const acceptRefusal = (row: StoredCession, now: number): ErrorCode | null =>
  linkRefusal(row.cession, now) ?? (row.cession.state === 'offered' ? null : 'invitation-used');

/** Whoever it was offered to gives the new subscriber's data, as the person of its address or with a new sign-in. */
export async function accept(
  db: Database,
  { row, subscriber, password, caller }: Acceptance,
  circumstances: Circumstances,
): Promise<Accepted> {
  const { now } = circumstances;
  const refused = acceptRefusal(row, now);
  if (refused) refuse(refused);
  const takerAccountId = row.cession.kind === 'domain' ? ownAccount(row, caller) : null;
  const person = await takerOf(db, row, password, caller, now);
  const written = await writeTurn(
    db,
    row,
    {
      set: {
        state: 'accepted',
        subscriber: JSON.stringify(subscriber),
        takerUserId: person.userId,
        takerAccountId,
        version: row.cession.version + 1,
      },
      action: 'cession.accepted',
      letters: toBoth('cession-accepted'),
      after: person.statements(db),
    },
    circumstances,
  );
  const after = (await loadCession(db, row.cession.id)) ?? row;
  // Of several who come at the same time, one is first; the others are told what came of it.
  if (!written) return refuse(acceptRefusal(after, now) ?? 'cession-changed');
  return { row: after, cookie: person.cookie };
}

/** A domain goes to an account that its taker owns, and acts on now. */
function ownAccount(row: StoredCession, caller: Caller | null): string {
  const account = caller?.account;
  return account?.role === 'owner' && account.id !== row.cession.accountId ? account.id : refuse('cession-account-needed');
}

interface Person {
  userId: string;
  cookie: string | null;
  statements: (db: Database) => Statement[];
}

async function takerOf(
  db: Database,
  { cession }: StoredCession,
  password: string | null,
  caller: Caller | null,
  now: number,
): Promise<Person> {
  const known = await findPerson(db, cession.takerEmail);
  if (known?.staffRole) refuse('invitation-invalid');
  if (known)
    return caller?.user.id === known.id ? { userId: known.id, cookie: null, statements: () => [] } : refuse('sign-in-as-invited');
  const { userId, passwordHash, session: begun } = await newSignIn(password, now);
  return {
    userId,
    cookie: begun.cookie,
    statements: (into) => [
      into.insert(user).values({ id: userId, email: cession.takerEmail, name: cession.takerName, passwordHash, createdAt: now }),
      into.insert(session).values({ id: begun.id, userId, accountId: null, ...begun.begins }),
    ],
  };
}

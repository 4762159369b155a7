import { DrizzleSQLiteAdapter } from '@lucia-auth/adapter-drizzle';
import { and, eq } from 'drizzle-orm';
import { parse } from 'hono/utils/cookie';
import { type DatabaseSession, type DatabaseUser, Lucia, TimeSpan } from 'lucia';
import { type Role, type StaffRole, sha256Hex } from '../../contract/index.ts';
import { account, type Database, membership, session, user } from '../db/index.ts';
import type { Caller, CallerAccount } from '../http/index.ts';
import { isInForce } from './in-force.ts';

interface SessionAttributes {
  accountId: string | null;
  provedAt: number;
}
interface UserAttributes {
  email: string;
  name: string;
  staffRole: StaffRole | null;
  account: CallerAccount | null;
}

declare module 'lucia' {
  interface Register {
    Lucia: Lucia<SessionAttributes, UserAttributes>;
    DatabaseSessionAttributes: SessionAttributes;
    DatabaseUserAttributes: UserAttributes;
  }
}

/** `__Host-`: only this very origin, over TLS (browsers count localhost as such), could have set it. */
export const COOKIE_NAME = '__Host-klucznik';
const COOKIE_ATTRIBUTES = 'Path=/; HttpOnly; Secure; SameSite=Lax';
const TOKEN = /^[A-Za-z0-9_-]{43}$/;
/** A session that nobody uses for this long (at least half of it) is over. The cookie itself lives as long as the browser. */
const LIFETIME = new TimeSpan(12, 'h');

const sessionWithPerson = {
  session,
  user: { id: user.id, email: user.email, name: user.name, staffRole: user.staffRole },
  account: { id: account.id, name: account.name, clientNumber: account.clientNumber, ownerEpoch: account.ownerEpoch },
  role: membership.role,
};

/** Lucia's own adapter asks twice; every signed-in request waits for this, so it asks once and brings the account along. */
class OneQueryAdapter extends DrizzleSQLiteAdapter {
  readonly #db: Database;

  constructor(db: Database) {
    super(db, session, user);
    this.#db = db;
  }

  override async getSessionAndUser(id: string): Promise<[DatabaseSession | null, DatabaseUser | null]> {
    const row = await this.#db
      .select(sessionWithPerson)
      .from(session)
      .innerJoin(user, eq(user.id, session.userId))
      .leftJoin(
        membership,
        and(eq(membership.userId, session.userId), eq(membership.accountId, session.accountId), isInForce(Date.now())),
      )
      .leftJoin(account, eq(account.id, membership.accountId))
      .where(eq(session.id, id))
      .get();
    if (!row) return [null, null];
    const { id: userId, ...person } = row.user;
    const { accountId, provedAt, expiresAt } = row.session;
    return [
      { id, userId, expiresAt: new Date(expiresAt * 1000), attributes: { accountId, provedAt } },
      { id: userId, attributes: { ...person, account: chosen(row.account, row.role) } },
    ];
  }
}

const chosen = (found: Omit<CallerAccount, 'role'> | null, role: Role | null): CallerAccount | null =>
  found && role ? { ...found, role } : null;

const luciaOf = (db: Database) =>
  new Lucia<SessionAttributes, UserAttributes>(new OneQueryAdapter(db), {
    sessionExpiresIn: LIFETIME,
    getSessionAttributes: (attributes) => attributes,
    getUserAttributes: (attributes) => attributes,
  });

/** The token a request carries; null when it carries none, or something else under its name. */
function tokenOf(request: Request): string | null {
  const token = parse(request.headers.get('Cookie') ?? '', COOKIE_NAME)[COOKIE_NAME];
  return token && TOKEN.test(token) ? token : null;
}

/** Who sent a request, in one query; null when nobody is signed in. */
export async function loadCaller(request: Request, db: Database): Promise<Caller | null> {
  const token = tokenOf(request);
  if (!token) return null;
  const { session: found, user: person } = await luciaOf(db).validateSession(await sha256Hex(token));
  if (!found) return null;
  const { id, name, email, staffRole, account: acting } = person;
  return { sessionId: found.id, user: { id, name, email }, staffRole, account: acting, provedAt: found.provedAt };
}

async function newToken(): Promise<{ sessionId: string; cookie: string }> {
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  return { sessionId: await sha256Hex(token), cookie: `${COOKIE_NAME}=${token}; ${COOKIE_ATTRIBUTES}` };
}

/** Begins a session and gives the value of its `Set-Cookie`. Only the token's SHA-256 is kept. */
export async function startSession(
  db: Database,
  userId: string,
  attributes: SessionAttributes,
): Promise<{ sessionId: string; cookie: string }> {
  const { sessionId, cookie } = await newToken();
  await luciaOf(db).createSession(userId, attributes, { sessionId });
  return { sessionId, cookie };
}

/** A session that somebody else's batch begins: what its row holds, and the value of its `Set-Cookie`. */
export async function newSession(now: number) {
  const { sessionId, cookie } = await newToken();
  const expiresAt = Math.floor((now + LIFETIME.milliseconds()) / 1000);
  return { id: sessionId, begins: { expiresAt, provedAt: now }, cookie };
}

/** Ends the session a request carries, if any, and gives the `Set-Cookie` that clears the cookie. */
export async function endSession(db: Database, request: Request): Promise<string> {
  const token = tokenOf(request);
  if (token) await luciaOf(db).invalidateSession(await sha256Hex(token));
  return `${COOKIE_NAME}=; Max-Age=0; ${COOKIE_ATTRIBUTES}`;
}

/** Deletes sessions that are over. */
export const sweepSessions = (db: Database): Promise<void> => luciaOf(db).deleteExpiredSessions();

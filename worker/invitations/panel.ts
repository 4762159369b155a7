import { endSession, findUserByEmail, newSignIn, provePassword, startSession, viewAs } from '../accounts/index.ts';
import { type Database, failedOn } from '../db/index.ts';
import { type Accepter, act, loadByInvitation, type StoredGrant } from '../grants/index.ts';
import { type App, type Caller, define, type Env, refuse } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { find, grantee, grantOf, view } from './found.ts';
import { claimRefusal } from './rules.ts';

type Person = Omit<Caller, 'account' | 'staffRole'>;
/** Whoever accepts, and the cookie of a session that begins with it. */
interface Accepting {
  person: Person;
  cookie: string | null;
}
interface Asking {
  env: Env;
  request: Request;
  db: Database;
  caller: Caller | null;
  password: string | null;
  now: number;
}

const signedIn = ({ user, sessionId, provedAt }: Caller): Accepting => ({ person: { user, sessionId, provedAt }, cookie: null });

/** The person of the invitation's address: signed in, if that address has a sign-in; otherwise with the one made now. */
async function whoAccepts({ db, caller, password, now }: Asking, { grant }: StoredGrant) {
  const email = grant.granteeEmail;
  const known = await findUserByEmail(db, email);
  if (known?.staffRole) return refuse('invitation-void');
  if (known) {
    if (caller?.user.id !== known.id) return refuse('sign-in-as-invited');
    const by: Accepter = { userId: known.id, newcomer: null, session: { id: caller.sessionId, begins: null } };
    return { by, ...signedIn(caller) };
  }
  const { userId, passwordHash, session } = await newSignIn(password, now);
  const by: Accepter = { userId, newcomer: { name: grant.granteeName, email, passwordHash }, session };
  const person = { user: { id: userId, name: grant.granteeName, email }, sessionId: session.id, provedAt: now };
  return { by, person, cookie: session.cookie };
}

/** The same request once more, after the worker died between its batch and its answer: whoever was let in is let in. */
async function again({ env, request, db, caller, password, now }: Asking, { grant, member }: StoredGrant): Promise<Accepting> {
  if (!member) return refuse('invitation-used');
  if (caller?.user.id === member.userId) return signedIn(caller);
  const known = await findUserByEmail(db, grant.granteeEmail);
  if (!known || !password || !(await provePassword(env, request, known.email, password, known.passwordHash)))
    return refuse('sign-in-as-invited');
  const { sessionId, cookie } = await startSession(db, known.id, { accountId: grant.accountId, provedAt: now });
  return { person: { user: { id: known.id, name: known.name, email: known.email }, sessionId, provedAt: now }, cookie };
}

/** Says why not, where a batch found that somebody had been faster: with the same link, as a member, or with a sign-in for the address. */
async function whyNot(db: Database, token: string, by: Accepter, error: unknown, now: number): Promise<never> {
  if (!['user.email', 'membership.'].some((unique) => failedOn(error, `UNIQUE constraint failed: ${unique}`))) throw error;
  const used = claimRefusal(await find(db, token), now);
  return refuse(used ?? (by.newcomer ? 'sign-in-as-invited' : 'already-panel-user'));
}

/** Mounts the acceptance of invitations to the Panel, which brings a session of its own. */
export function mountPanelInvitations(app: App): void {
  app.openapi(define('acceptPanelInvitation'), async (c) => {
    const now = Date.now();
    const db = c.get('db');
    const op = c.get('idempotencyId');
    const request = c.req.raw;
    const { token, password } = c.req.valid('json');
    const [invitation, caller] = await Promise.all([find(db, token), c.get('loadCaller')(request, db)]);
    const row = await grantOf(db, invitation);
    if (row.grant.kind !== 'panel-user') return refuse('kind-unavailable');
    const asking: Asking = { env: c.env, request, db, caller, password, now };

    const answer = async ({ person, cookie }: Accepting, accepted: StoredGrant) => {
      if (cookie) c.header('Set-Cookie', cookie);
      const [seen, session] = await Promise.all([
        view(db, invitation, accepted, 'used', now),
        viewAs(db, person, row.grant.accountId),
      ]);
      return c.json({ invitation: seen, session }, 200);
    };
    if (invitation.state === 'used' && invitation.op === op) return answer(await again(asking, row), row);
    const refusal = claimRefusal(invitation, now);
    if (refusal) refuse(refusal);

    const { by, ...accepting } = await whoAccepts(asking, row);
    const happens = (present: StoredGrant) =>
      present.invitation?.id === invitation.id && present.invitation.state === 'open'
        ? ({ type: 'accept', by } as const)
        : ('invitation-used' as const);
    const acted = await act(db, () => loadByInvitation(db, invitation.id), happens, grantee(row, request), now, op).catch(
      (error: unknown) => whyNot(db, token, by, error, now),
    );
    if (!acted.ok) return refuse(acted.code);
    // A session of somebody else's in the same browser is over, as when one signs in.
    if (accepting.cookie) await endSession(db, request);
    c.get('afterAnswer')(() => deliverMail(c.env));
    return answer(accepting, acted.row);
  });
}

import { sha256Hex } from '../../contract/index.ts';
import { type Actor, actorOf } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { type App, type Caller, callerAddress, define, refuse } from '../http/index.ts';
import { deliverMail } from '../mail/index.ts';
import { accept } from './accept.ts';
import { decline } from './change.ts';
import { changed } from './changed.ts';
import { linkRefusal, stateAt } from './rules.ts';
import { findPerson, loadByToken, loadCession, type StoredCession } from './store.ts';
import { viewCession } from './view.ts';

const find = async (db: Database, token: string): Promise<StoredCession> =>
  (await loadByToken(db, await sha256Hex(token))) ?? refuse('invitation-invalid');

/** Whoever holds the link, by the name it was sent to; somebody who is signed in, by their own. */
const bearer = ({ cession }: StoredCession, caller: Caller | null, request: Request): Actor =>
  caller && !caller.staffRole
    ? actorOf(caller, request)
    : { kind: 'grantee', id: null, name: cession.takerName, from: callerAddress(request) };

/** Mounts what the link in a letter lets its bearer do. The token in the body is the proof, so nobody need be signed in. */
export function mountLinks(app: App): void {
  app.openapi(define('lookupCession'), async (c) => {
    const [db, now] = [c.get('db'), Date.now()];
    const row = await find(db, c.req.valid('json').token);
    const { cession, account, domain } = row;
    const refused = linkRefusal(cession, now);
    if (refused) refuse(refused);
    const hasSignIn = (await findPerson(db, cession.takerEmail)) !== undefined;
    const { id, kind, startedByName: giver, expiresAt } = cession;
    const offer = { id, kind, state: stateAt(cession, now), giver, account: account.name, domain, expiresAt };
    return c.json({ ...offer, taker: { name: cession.takerName, hasSignIn } }, 200);
  });

  app.openapi(define('acceptCession'), async (c) => {
    const [db, now, op] = [c.get('db'), Date.now(), c.get('idempotencyId')];
    const { token, subscriber, password } = c.req.valid('json');
    const row = await find(db, token);
    // The same request once more, after the worker died between its batch and its answer; a new sign-in signs in from here.
    if (row.cession.op === op) return c.json(await viewCession(db, row, 'taker', now), 200);
    const caller = await c.get('loadCaller')(c.req.raw, db);
    const circumstances = { actor: bearer(row, caller, c.req.raw), now, op };
    const accepted = await accept(db, { row, subscriber, password, caller }, circumstances);
    if (accepted.cookie) c.header('Set-Cookie', accepted.cookie);
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.json(await viewCession(db, accepted.row, 'taker', now), 200);
  });

  app.openapi(define('declineCession'), async (c) => {
    const [db, now] = [c.get('db'), Date.now()];
    const row = await find(db, c.req.valid('json').token);
    const refused = row.cession.state === 'declined' ? null : linkRefusal(row.cession, now);
    if (refused) refuse(refused);
    const caller = await c.get('loadCaller')(c.req.raw, db);
    const circumstances = { actor: bearer(row, caller, c.req.raw), now, op: c.get('idempotencyId') };
    changed(await decline(db, () => loadCession(db, row.cession.id), circumstances));
    c.get('afterAnswer')(() => deliverMail(c.env));
    return c.body(null, 204);
  });
}

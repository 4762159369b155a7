import type { Context, MiddlewareHandler } from 'hono';
import { sha256Hex } from '../../contract/index.ts';
import type { Caller } from './caller.ts';
import type { AppEnv } from './env.ts';
import { reportFault } from './faults.ts';
import { claimKey, keepAnswer, releaseKey } from './idempotency-store.ts';
import { refuse } from './refusal.ts';

/** What a route that takes an `Idempotency-Key` finds in its context. */
export interface IdempotencyEnv {
  Variables: {
    /**
     * The same for every repeat of one request. Rows that must not come into being twice take their id from it,
     * because the worker can die after its batch and before the answer is kept.
     */
    idempotencyId: string;
  };
}

type Ctx = Context<AppEnv & IdempotencyEnv & { Variables: { caller?: Caller } }>;
type Handler = MiddlewareHandler<AppEnv & IdempotencyEnv & { Variables: { caller?: Caller } }>;

const KEY = /^[\x21-\x7e]{1,200}$/;
const SECRETS = new Set(['password', 'token']);

/** A body without its secrets, so that not even their hash is kept. */
const withoutSecrets = (body: unknown) => JSON.stringify(body, (name, value: unknown) => (SECRETS.has(name) ? undefined : value));

async function readBody(c: Ctx): Promise<unknown> {
  const text = await c.req.text();
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return refuse('malformed-json');
  }
}

const tokenOf = (body: unknown): string =>
  typeof body === 'object' && body !== null && 'token' in body ? String(body.token) : '';

/** Whose key it is: two people, or the bearers of two tokens, may choose the same one. */
function owner(caller: Caller | undefined, body: unknown): Promise<string> {
  return caller ? Promise.resolve(`${caller.user.id} ${caller.account?.id ?? ''}`) : sha256Hex(`anyone ${tokenOf(body)}`);
}

function replay(status: number, body: string): Response {
  const response = new Response(body === '' ? null : body, { status, headers: { 'Idempotent-Replay': 'true' } });
  if (body !== '') response.headers.set('Content-Type', 'application/json');
  return response;
}

/** Only what changed something is worth keeping: a refusal changed nothing, so its key is free again. */
async function settle(c: Ctx, id: string, claimedAt: number): Promise<void> {
  try {
    if (c.res.ok) await keepAnswer(c.get('db'), id, claimedAt, c.res.status, await c.res.clone().text());
    else await releaseKey(c.get('db'), id, claimedAt);
  } catch (error) {
    // The change itself is done. A repeat waits until the claim counts as abandoned, and then finds the rows by their id.
    reportFault(error, c.get('requestId'));
  }
}

/** Gives the second and every further request with the same key the answer of the first. */
export const answerOnce: Handler = async (c, next) => {
  const key = c.req.header('Idempotency-Key');
  if (!key || !KEY.test(key)) return refuse('idempotency-key-missing');
  const body = await readBody(c);
  const id = await sha256Hex(`${await owner(c.get('caller'), body)} ${key}`);
  const fingerprint = await sha256Hex(`${c.req.method} ${c.req.path} ${withoutSecrets(body)}`);
  const now = Date.now();
  const claim = await claimKey(c.get('db'), id, fingerprint, now);
  if (claim.is === 'answered') return replay(claim.status, claim.body);
  if (claim.is === 'under-way') refuse('in-progress');
  if (claim.is === 'other-request') refuse('idempotency-key-reused');
  c.set('idempotencyId', id);
  await next();
  await settle(c, id, now);
};

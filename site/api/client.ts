import { hc } from 'hono/client';
import type { Act } from './acts.ts';
import { passGate } from './gate.ts';
import { type Failure, failure, type Result, readProblem } from './result.ts';
import type { Api } from './schema.ts';

/** The API as functions: `api.grants[':grantId'].$get({ param })`. */
export const api = hc<Api>('/api/v1');

type Headers = Record<string, string>;
interface Answer<T> {
  ok: boolean;
  status: number;
  json(): Promise<T>;
}
type Send<T> = (options: { headers: Headers }) => Promise<Answer<T>>;

interface CallOptions {
  act?: Act;
  /** For requests nobody asked for (polling): refusals come back as they are, no dialog opens. */
  quiet?: boolean;
}

const IN_PROGRESS_PAUSE = 400;
/** Together 12 s: a first try whose worker died is taken over after ten. */
const IN_PROGRESS_TRIES = 30;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

async function sendOnce<T>(send: Send<T>, act: Act | undefined): Promise<Result<T>> {
  let answer: Answer<T>;
  try {
    answer = await send({ headers: act ? { 'Idempotency-Key': act.key } : {} });
  } catch (fault) {
    // fetch rejects with TypeError when there is no connection; anything else is a fault of ours.
    if (fault instanceof TypeError) return failure('network');
    throw fault;
  }
  if (answer.status === 204) return { ok: true, value: null as T };
  const body: unknown = await answer.json().catch(() => null);
  return answer.ok && body !== null ? { ok: true, value: body as T } : readProblem(body);
}

/** What a refusal asks of the person before the same request is worth repeating. */
const remedyFor = (refused: Failure) =>
  refused.code === 'not-signed-in' ? 'signIn' : refused.code === 'step-up-required' ? 'stepUp' : null;

/**
 * Sends a request and answers with a value, whatever happens.
 *
 * An expired session or a missing step-up opens its dialog and then repeats the very same request; if somebody else
 * has signed in meanwhile, nothing is repeated.
 */
export async function call<T>(send: Send<T>, { act, quiet = false }: CallOptions = {}): Promise<Result<T>> {
  let result = await sendOnce(send, act);
  // Twice: the session may be renewed and still need a step-up.
  for (let round = 0; round < 2 && !quiet && !result.ok; round++) {
    const remedy = remedyFor(result);
    if (!remedy) break;
    const passed = await passGate(remedy);
    if (passed === 'someone-else') return failure('someone-else');
    if (passed === 'given-up') return result;
    result = await sendOnce(send, act);
  }
  for (let tries = 0; tries < IN_PROGRESS_TRIES && !result.ok && result.code === 'in-progress'; tries++) {
    await pause(IN_PROGRESS_PAUSE);
    result = await sendOnce(send, act);
  }
  if (result.ok || !result.retryable) act?.finish();
  return result;
}

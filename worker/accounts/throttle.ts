import { type Env, Refusal } from '../http/index.ts';

/** Slows down those who fail again and again under one name. */
export interface Throttle {
  /** Refuses while the name has to wait; counts nothing. */
  check(): Promise<void>;
  /** Refuses while the name has to wait; else counts this try as failed until it is pardoned, so that parallel tries cannot slip through. */
  attempt(): Promise<void>;
  fail(): Promise<void>;
  /** The counted try was none. */
  pardon(): Promise<void>;
  /** All of them are forgiven. */
  forget(): Promise<void>;
}

function refuseWhileWaiting(waitMs: number): void {
  if (waitMs > 0) throw new Refusal('too-many-requests', [], { 'Retry-After': String(Math.ceil(waitMs / 1000)) });
}

/** The throttle of one name, `subject:value`; `freeFailures` cost nothing, then each doubles the wait. */
export function throttle(env: Pick<Env, 'GUESS_COUNTER'>, name: string, freeFailures: number): Throttle {
  const counter = env.GUESS_COUNTER.getByName(name);
  return {
    check: async () => refuseWhileWaiting(await counter.waitFor(Date.now(), freeFailures)),
    attempt: async () => refuseWhileWaiting(await counter.attempt(Date.now(), freeFailures)),
    fail: () => counter.fail(Date.now()),
    pardon: () => counter.pardon(),
    forget: () => counter.forget(),
  };
}

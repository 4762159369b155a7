export { isSteppedUp, STEP_UP_MS } from './access.ts';
export { createApp } from './app.ts';
export { type Caller, type CallerAccount, callerAddress } from './caller.ts';
export { define } from './define.ts';
export {
  type App,
  type AppEnv,
  type Env,
  type GuessCounterCalls,
  isDevelopment,
} from './env.ts';
export { reportFault } from './faults.ts';
export { sweepIdempotency } from './idempotency-store.ts';
export { Refusal, refuse, refuseField } from './refusal.ts';

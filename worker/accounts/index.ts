export { foldEmail } from './email.ts';
export { GuessCounter } from './guess-counter.ts';
export { isInForce } from './in-force.ts';
export { provePassword } from './prove.ts';
export { mountAccounts } from './routes.ts';
export { endSession, loadCaller, startSession, sweepSessions } from './sessions.ts';
export { newSignIn, viewAs } from './sign-in.ts';
export { findUserByEmail } from './store.ts';
export { type Throttle, throttle } from './throttle.ts';

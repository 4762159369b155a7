export { foldEmail } from './email.ts';
export { GuessCounter } from './guess-counter.ts';
export { mountAccounts } from './routes.ts';
export { loadCaller, sweepSessions } from './sessions.ts';
export { type Throttle, throttle } from './throttle.ts';

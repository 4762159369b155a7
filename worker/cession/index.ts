export { sweepCessions } from './change.ts';
export { mountCession } from './routes.ts';

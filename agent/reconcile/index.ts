export { backoff } from './backoff.ts';
export { isDiskFull } from './disk-full.ts';
export { ExpirySweep } from './expiry.ts';
export { Guard } from './guard.ts';
export { inParts, takeInventory } from './inventory.ts';
export {
  type Clock,
  type Ended,
  type Outcome,
  type ServicePort,
  type Services,
  type Standing,
  systemClock,
  type Wanted,
} from './port.ts';
export { Reconciler, type ReconcilerOptions, type Report } from './reconciler.ts';
export { Stocktaking } from './stocktaking.ts';

export { backoff } from './backoff.ts';
export { ExpirySweep } from './expiry.ts';
export { inParts, takeInventory } from './inventory.ts';
export {
  type Clock,
  type Ended,
  type Listing,
  type Outcome,
  type ServicePort,
  type Standing,
  systemClock,
  type Wanted,
} from './port.ts';
export { Reconciler, type ReconcilerOptions, type Report } from './reconciler.ts';

import { database } from '../db/index.ts';
import type { Env } from '../http/index.ts';
import { vendorsOf } from './connect.ts';
import { type Courier, deliverDue, deliverSeat } from './courier.ts';

const courierOf = (env: Env): Courier => ({
  db: database(env.DB),
  vendors: vendorsOf(env),
  now: Date.now,
  wait: (ms) => scheduler.wait(ms),
});

/** Speaks with a seat's vendor about it at once. */
export const tellVendor = (env: Env, grantId: string): Promise<void> => deliverSeat(courierOf(env), grantId);

/** Speaks with all vendors about what they have not confirmed and whose time has come. */
export const tellVendors = (env: Env): Promise<void> => deliverDue(courierOf(env));

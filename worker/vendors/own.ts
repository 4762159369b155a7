import type { Vendor } from './port.ts';

/** Seats that Klucznik itself keeps: its own tables are all there is to them, so they are as wanted at once. */
export const own: Vendor = { secondLookMs: 0, apply: async () => ({ done: true }) };

/** A vendor that nobody has told us how to reach; seats wait until somebody does. */
export const unconfigured: Vendor = {
  secondLookMs: 0,
  apply: async () => ({ done: false, problem: 'service-unavailable', waitMs: null }),
};

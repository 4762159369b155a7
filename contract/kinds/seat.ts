import { z } from 'zod';
import { notAfter } from './parts.ts';

/** What a seat lets its holder do (R5): use the service, or look after the whole of that service and nothing else. */
export const seatRole = z.enum(['user', 'administrator']);
export type SeatRole = z.infer<typeof seatRole>;

/** One assigned licence of a licence service (R4). */
export const seatSpec = z.strictObject({ kind: z.literal('seat'), role: seatRole });
export type SeatSpec = z.infer<typeof seatSpec>;

/** The whole wanted state of one seat; whose it is stands in its grant and never changes. */
export const seatDesired = z.strictObject({ role: seatRole, notAfter });
export type SeatDesired = z.infer<typeof seatDesired>;

export const seatDigestInput = (state: SeatDesired): string => JSON.stringify([state.role, state.notAfter]);

/** True when its holder may do less than before. */
export const seatNarrows = (before: SeatDesired, after: SeatDesired): boolean =>
  before.role === 'administrator' && after.role === 'user';

import { and, gt, isNull, or } from 'drizzle-orm';
import { membership } from '../db/index.ts';

/** A panel user who is suspended, or whose time is over, acts on nothing, whether or not the clock has come by. */
export const isInForce = (now: number) =>
  and(isNull(membership.suspendedAt), or(isNull(membership.notAfter), gt(membership.notAfter, now)));

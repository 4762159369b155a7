import { fold } from '../../contract/fold.ts';
import { type ErrorCode, MANAGERS, type NewGrant, type Role } from '../../contract/index.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const MAX_DAYS = 2 * 366;

/** Nobody grants above their own role: access to a whole service is a manager's to give (R1, R2). */
export const mayGive = (role: Role): boolean => MANAGERS.some((manager) => manager === role);

/** What is wrong with an end date; null when it can be taken. */
export function endDateFault(notAfter: number | null, now: number): ErrorCode | null {
  if (notAfter === null) return null;
  if (notAfter <= now) return 'end-date-past';
  return notAfter > now + MAX_DAYS * DAY_MS ? 'end-date-too-far' : null;
}

/** The fields of a new grant that cannot be taken, with their codes; `email` is the folded address or null. */
export function newGrantFaults(
  grant: Pick<NewGrant, 'notAfter' | 'credential' | 'grantee'> & Partial<Pick<NewGrant, 'spec'>>,
  email: string | null,
  now: number,
): Record<string, ErrorCode> {
  const faults: Record<string, ErrorCode> = {};
  const endDate = endDateFault(grant.notAfter, now);
  if (endDate) faults.notAfter = endDate;
  const typed = grant.grantee.email?.trim() ?? '';
  // A domain is passed to a client, by number.
  const needsEmail = grant.credential === null && grant.spec?.kind !== 'delegation';
  if (typed === '' && needsEmail) faults['grantee.email'] = 'required';
  else if (typed !== '' && email === null) faults['grantee.email'] = 'email-invalid';
  return faults;
}

/** A user name for a host: said aloud, typed on a phone, and never used twice. About 50 random bits. */
export function newPrincipal(granteeName: string, random: Uint8Array): string {
  const unlike = 'abcdefghjkmnpqrstuvwxyz23456789';
  const tail = Array.from(random.subarray(0, 10), (byte) => unlike[byte % unlike.length]).join('');
  return `${slug(granteeName)}-${tail}`;
}

function slug(name: string): string {
  const ascii = fold(name)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return ascii.slice(0, 16).replace(/-+$/, '') || 'dostep';
}

import type { Role, StaffRole } from '../../contract/index.ts';

/** The account that a caller's requests act on, and what the caller is in it. */
export interface CallerAccount {
  id: string;
  name: string;
  clientNumber: string;
  role: Role;
  /** Rises when the subscriber changes (R7). */
  ownerEpoch: number;
}

/** Who is signed in. */
export interface Caller {
  /** SHA-256 of the cookie's token. */
  sessionId: string;
  user: { id: string; name: string; email: string };
  staffRole: StaffRole | null;
  account: CallerAccount | null;
  /** Epoch ms of the last proof of the password. */
  provedAt: number;
}

/** The caller's network address, as Cloudflare's edge reports it; null where no edge stands in front. */
export const callerAddress = (request: Request): string | null => request.headers.get('CF-Connecting-IP');

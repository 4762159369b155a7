import type { ErrorCode } from '../../contract/index.ts';

/** What decides whether an invitation still counts. */
export interface Validity {
  state: 'open' | 'used' | 'void';
  expiresAt: number;
}

/** Why an invitation can no longer be accepted; null when it can. */
export function claimRefusal(invitation: Validity, now: number): ErrorCode | null {
  if (invitation.state === 'used') return 'invitation-used';
  if (invitation.state === 'void') return 'invitation-void';
  return invitation.expiresAt <= now ? 'invitation-expired' : null;
}

/** Why an invitation cannot even be looked at. A used one can: it leads its owner back to the settings. */
export function lookRefusal(invitation: Validity, now: number): ErrorCode | null {
  return invitation.state === 'used' ? null : claimRefusal(invitation, now);
}

import type { ErrorCode } from '../../contract/index.ts';
import type { StoredInvitation } from './store.ts';

/** Why an invitation can no longer be accepted; null when it can. */
export function claimRefusal(invitation: Pick<StoredInvitation, 'state' | 'expiresAt'>, now: number): ErrorCode | null {
  if (invitation.state === 'used') return 'invitation-used';
  if (invitation.state === 'void') return 'invitation-void';
  return invitation.expiresAt <= now ? 'invitation-expired' : null;
}

/** Why an invitation cannot even be looked at. A used one can: it leads its owner back to the settings. */
export function lookRefusal(invitation: Pick<StoredInvitation, 'state' | 'expiresAt'>, now: number): ErrorCode | null {
  return invitation.state === 'used' ? null : claimRefusal(invitation, now);
}

import type { Letter } from '../message.ts';
import { delegationAcceptedLetter, delegationEndedLetter, delegationOfferedLetter } from './delegation.ts';
import { grantFailedLetter } from './grant-failed.ts';
import { invitationLetter } from './invitation.ts';
import { mailboxSharedLetter } from './mailbox-shared.ts';
import type { Occasion } from './occasion.ts';
import { panelUserJoinedLetter } from './panel-user.ts';
import { seatAssignedLetter, seatWithdrawnLetter } from './seat.ts';

/** How each message is written; null where it would no longer say anything true. */
const LETTERS: Record<string, (occasion: Occasion) => Letter | null | Promise<Letter | null>> = {
  invitation: invitationLetter,
  'grant-failed': grantFailedLetter,
  'mailbox-shared': mailboxSharedLetter,
  'delegation-offered': delegationOfferedLetter,
  'delegation-accepted': delegationAcceptedLetter,
  'delegation-ended': delegationEndedLetter,
  'panel-user-joined': panelUserJoinedLetter,
  'seat-assigned': seatAssignedLetter,
  'seat-withdrawn': seatWithdrawnLetter,
};

/** Writes a queued message from what is true now. */
export async function letterOf(template: string, occasion: Occasion): Promise<Letter | null> {
  const write = LETTERS[template];
  if (!write) throw new Error(`no such message: ${template}`);
  return write(occasion);
}

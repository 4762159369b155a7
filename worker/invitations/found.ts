import { type InvitationView, sha256Hex } from '../../contract/index.ts';
import { findUserByEmail } from '../accounts/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { invitationViewOf, loadByInvitation, type StoredGrant } from '../grants/index.ts';
import { callerAddress, refuse } from '../http/index.ts';
import { loadInvitation, type StoredInvitation } from './store.ts';

/** The invitation that a link leads to. */
export async function find(db: Database, token: string): Promise<StoredInvitation> {
  return (await loadInvitation(db, await sha256Hex(token))) ?? refuse('invitation-invalid');
}

export const grantOf = async (db: Database, invitation: StoredInvitation): Promise<StoredGrant> =>
  (await loadByInvitation(db, invitation.id)) ?? refuse('invitation-invalid');

/** What the invited person is shown; of the Panel, also whether they have a sign-in to accept with. */
export async function view(
  db: Database,
  invitation: StoredInvitation,
  row: StoredGrant,
  state: 'open' | 'used',
  now: number,
): Promise<InvitationView> {
  const { purpose, expiresAt, accountName } = invitation;
  const email = row.grant.granteeEmail;
  const panel = row.grant.kind === 'panel-user' ? { email, hasSignIn: (await findUserByEmail(db, email)) !== undefined } : null;
  return { ...invitationViewOf(row, { state, purpose, expiresAt }, accountName, now), panel };
}

/** Whoever holds the link, by the name that the giver wrote. */
export const grantee = (row: StoredGrant, request: Request): Actor => ({
  kind: 'grantee',
  id: null,
  name: row.grant.granteeName,
  from: callerAddress(request),
});

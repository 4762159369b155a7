import { type Connection, type Endpoints, endpoints, type GrantView, type InvitationView, why } from '../../contract/index.ts';
import { isOnline } from '../hosts/index.ts';
import { lifecycleOf, type StoredGrant } from './store.ts';

const readEndpoints = (text: string | null): Endpoints => (text === null ? {} : endpoints.parse(JSON.parse(text)));

/** How to sign in with a grant; null until its host has said where it is. */
export function connectionOf(row: StoredGrant): Connection | null {
  const { ftp } = readEndpoints(row.host.endpoints);
  return ftp ? { user: row.grant.principal, ftp } : null;
}

function invitationPart(row: StoredGrant, now: number): GrantView['invitation'] {
  if (!row.invitation) return null;
  const { state, expiresAt, sentAt } = row.invitation;
  return { state: state === 'open' && expiresAt <= now ? 'expired' : state, expiresAt, sentAt };
}

/** One grant as the account's managers see it. */
export function grantViewOf(row: StoredGrant, now: number): GrantView {
  const { grant } = row;
  const { spec, problem } = lifecycleOf(row);
  return {
    id: grant.id,
    spec,
    state: grant.state,
    endReason: grant.endReason,
    problem,
    grantee: { name: grant.granteeName, email: grant.granteeEmail },
    service: { id: grant.serviceId, name: row.service.name },
    host: { name: row.host.name, online: isOnline(row.host, now), lastSeenAt: row.host.lastSeenAt },
    notAfter: grant.notAfter,
    createdAt: grant.createdAt,
    createdBy: grant.createdByName,
    claimedAt: grant.claimedAt,
    activeAt: grant.activeAt,
    cutAt: grant.cutAt,
    endedAt: grant.endedAt,
    version: grant.version,
    invitation: invitationPart(row, now),
    connection: connectionOf(row),
    why: grant.why === null ? null : why.parse(JSON.parse(grant.why)),
  };
}

/** One grant as the invited person sees it; the connection only once they have accepted. */
export function invitationViewOf(
  row: StoredGrant,
  invitation: { state: 'open' | 'used'; purpose: 'access' | 'credential'; expiresAt: number },
  accountName: string,
  now: number,
): InvitationView {
  const { spec, problem, endReason } = lifecycleOf(row);
  return {
    state: invitation.state,
    purpose: invitation.purpose,
    expiresAt: invitation.expiresAt,
    giver: { person: row.grant.createdByName, account: accountName },
    grantee: { name: row.grant.granteeName },
    service: { name: row.service.name },
    grant: {
      spec,
      state: row.grant.state,
      endReason,
      problem,
      notAfter: row.grant.notAfter,
      hostOnline: isOnline(row.host, now),
    },
    connection: invitation.state === 'used' ? connectionOf(row) : null,
  };
}

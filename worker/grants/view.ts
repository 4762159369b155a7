import { type Connection, type Endpoints, endpoints, type GrantView, type InvitationView, why } from '../../contract/index.ts';
import { isOnline } from '../hosts/index.ts';
import { kindOf } from './kinds/index.ts';
import { type ShownGrant, type StoredGrant, specOf } from './rows.ts';

/** The last host's endpoints: rows of a list come from a handful of hosts, and each would be read again and again. */
let lastRead: { text: string; endpoints: Endpoints } | null = null;

function readEndpoints(text: string | null): Endpoints {
  if (text === null) return {};
  if (lastRead?.text !== text) lastRead = { text, endpoints: endpoints.parse(JSON.parse(text)) };
  return lastRead.endpoints;
}

/** How to sign in with a grant; null until its host has said where it is. */
export function connectionOf(row: ShownGrant): Connection | null {
  const { grant, host } = row;
  const kind = kindOf(grant.kind);
  return kind.road === 'edge' ? null : kind.connection(specOf(grant), grant.principal, readEndpoints(host.endpoints));
}

/** What everybody is shown of a grant's lifecycle. */
const shownPart = ({ grant }: ShownGrant) => ({
  spec: specOf(grant),
  problem: grant.problem as GrantView['problem'],
  endReason: grant.endReason,
});

function invitationPart(row: ShownGrant, now: number): GrantView['invitation'] {
  if (!row.invitation) return null;
  const { state, expiresAt, sentAt } = row.invitation;
  return { state: state === 'open' && expiresAt <= now ? 'expired' : state, expiresAt, sentAt };
}

/** One grant as the account's managers see it. */
export function grantViewOf(row: ShownGrant, now: number): GrantView {
  const { grant } = row;
  return {
    id: grant.id,
    ...shownPart(row),
    state: grant.state,
    grantee: { name: grant.granteeName, email: grant.granteeEmail },
    service: { id: grant.serviceId, name: row.service.name, kind: row.service.kind },
    host: { name: row.host.name, online: isOnline(row.host, now), lastSeenAt: row.host.lastSeenAt },
    notAfter: grant.notAfter,
    createdAt: grant.createdAt,
    createdBy: grant.createdByName,
    claimedAt: grant.claimedAt,
    activeAt: grant.activeAt,
    cutAt: grant.cutAt,
    endedAt: grant.endedAt,
    suspendedAt: grant.suspendedAt,
    version: grant.version,
    invitation: invitationPart(row, now),
    connection: connectionOf(row),
    why: grant.why === null ? null : why.parse(JSON.parse(grant.why)),
    personId: row.personId,
    fromEarlierOwner: row.fromEarlierOwner === 1,
    keptAt: grant.keptAt,
  };
}

/** One grant as the invited person sees it; the connection only once they have accepted. */
export function invitationViewOf(
  row: StoredGrant,
  invitation: { state: 'open' | 'used'; purpose: 'access' | 'credential'; expiresAt: number },
  accountName: string,
  now: number,
): InvitationView {
  return {
    state: invitation.state,
    purpose: invitation.purpose,
    expiresAt: invitation.expiresAt,
    giver: { person: row.grant.createdByName, account: accountName },
    grantee: { name: row.grant.granteeName },
    service: { name: row.service.name },
    grant: {
      ...shownPart(row),
      state: row.grant.state,
      notAfter: row.grant.notAfter,
      hostOnline: isOnline(row.host, now),
    },
    panel: null,
    connection: invitation.state === 'used' ? connectionOf(row) : null,
  };
}

import type { PanelUserView, Role } from '../../contract/index.ts';

/** Somebody whose sign-in opens the account. */
export interface Member {
  grantId: string | null;
  userId: string;
  name: string;
  email: string;
  role: Role;
  notAfter: number | null;
  suspendedAt: number | null;
  seats: number;
}
/** Somebody who has not accepted yet. */
export interface Invited {
  grantId: string;
  name: string;
  email: string;
  role: Role;
  notAfter: number | null;
  seats: number;
}

const acts = ({ suspendedAt, notAfter }: Member, now: number) => suspendedAt === null && (notAfter === null || notAfter > now);

/** True when the account would be left without an owner. */
export const isLastOwner = (members: readonly Member[], userId: string, now: number): boolean =>
  members.some((member) => member.userId === userId && member.role === 'owner') &&
  !members.some((member) => member.userId !== userId && member.role === 'owner' && acts(member, now));

/** Everybody who signs in to an account or may come to, by name. */
export function panelUsersOf(
  members: readonly Member[],
  invited: readonly Invited[],
  callerId: string,
  now: number,
): PanelUserView[] {
  const there = members.map(({ suspendedAt, ...member }) => ({
    ...member,
    state: suspendedAt === null ? ('active' as const) : ('suspended' as const),
    you: member.userId === callerId,
    lastOwner: isLastOwner(members, member.userId, now),
  }));
  const waiting = invited.map((one) => ({ ...one, userId: null, state: 'invited' as const, you: false, lastOwner: false }));
  return [...there, ...waiting].sort((a, b) => a.name.localeCompare(b.name, 'pl') || a.email.localeCompare(b.email));
}

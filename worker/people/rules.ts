import { fold } from '../../contract/fold.ts';
import type { ErrorCode, GrantSpec, OffboardingView, OwnSignIn, Role, SharedSecret } from '../../contract/index.ts';

const YEAR_MS = 365 * 24 * 60 * 60 * 1000;

export type LeftOut = OffboardingView['leftOut'][number]['why'];

/** What opens most comes first. */
const GRAVITY: Record<GrantSpec['kind'], number> = {
  'panel-user': 0,
  delegation: 1,
  database: 2,
  mailbox: 3,
  ftp: 4,
  seat: 5,
};

/** Grants in the order in which somebody who takes them all back wants to see them end. */
export const gravestFirst = <G extends { id: string; spec: GrantSpec }>(grants: readonly G[]): G[] =>
  grants.toSorted((a, b) => GRAVITY[a.spec.kind] - GRAVITY[b.spec.kind] || a.id.localeCompare(b.id));

/**
 * Why a panel user's grant stays when everything is taken back; null when it goes with the rest. One's own way into the account is
 * left by a page of its own, where it says so. `refusal` is what taking back that one grant would be answered.
 */
export function leavesOut(panel: { self: boolean; refusal: ErrorCode | null }): LeftOut | null {
  if (panel.self) return 'own-sign-in';
  if (panel.refusal === null) return null;
  return panel.refusal === 'last-owner' ? 'last-owner' : 'role-too-low';
}

/** A sign-in without a grant, as whoever takes everything back may end it or not. `others`: whether there are other owners. */
export function signInOf(
  member: { userId: string; role: Role; others: number },
  caller: { userId: string; role: Role },
): OwnSignIn {
  const { role, others } = member;
  if (member.userId === caller.userId) return { role, leftOut: 'own-sign-in' };
  if (role === 'owner' && caller.role !== 'owner') return { role, leftOut: 'role-too-low' };
  return { role, leftOut: role === 'owner' && others === 0 ? 'last-owner' : null };
}

/** A shared secret with the mark of what it was when somebody had been told it. */
export type ToldSecret = Omit<SharedSecret, 'changed'> & { print: string | null };
/** A secret as it is now, with the people who were told it. */
export type KnownSecret = Omit<ToldSecret, 'toldAt'> & { knownBy: readonly { person: string; since: number }[] };

/** The secrets that a person was told, by their names as the owner noted them. */
export function toldTo(names: readonly string[], secrets: readonly KnownSecret[]): ToldSecret[] {
  const theirs = new Set(names.filter(Boolean).map((name) => fold(name.trim())));
  return secrets.flatMap(({ knownBy, ...secret }) => {
    const told = knownBy.find(({ person }) => theirs.has(fold(person.trim())));
    return told ? [{ ...secret, toldAt: told.since }] : [];
  });
}

/** Whether each has been changed since, or is there no more. Being crossed off the list of readers changes nothing. */
export function sinceTold(told: readonly ToldSecret[], now: readonly KnownSecret[]): SharedSecret[] {
  const prints = new Map(now.map(({ address, print }) => [address, print]));
  return told.map(({ print, ...secret }) => ({ ...secret, changed: prints.get(secret.address) !== print }));
}

/** When an act was over: with the last grant it took back; null while any is not. */
export function finishedAt(startedAt: number, grants: readonly { endedAt: number | null }[]): number | null {
  const ends = grants.map(({ endedAt }) => endedAt);
  return ends.includes(null) ? null : Math.max(startedAt, ...ends.map((end) => end ?? 0));
}

export interface ReviewFacts {
  /** When the oldest live grant was last decided on; null when there is none. */
  oldest: number | null;
  lastFinishedAt: number | null;
}

/** From when on all access should be looked through again; null while there is none. */
export const reviewDueAt = ({ oldest, lastFinishedAt }: ReviewFacts): number | null =>
  oldest === null ? null : (lastFinishedAt ?? oldest) + YEAR_MS;

/** When to look again whether to ask for it: no earlier than it can be due, and once asked a year later. */
export function nextLookAt(facts: ReviewFacts, now: number): { due: boolean; at: number } {
  const dueAt = reviewDueAt(facts);
  const due = dueAt !== null && dueAt <= now;
  return { due, at: due || dueAt === null ? now + YEAR_MS : dueAt };
}

import type { CaseState, ErrorCode } from '../../contract/index.ts';

/** A case may be open in so many copies; more would bury what matters. */
export const MOST_OPEN_CASES = 20;
/** So many messages still fit one answer, notes of staff included. */
export const MOST_MESSAGES = 100;

/** So many files one case holds: with messages alone it could hold 600 MB. */
export const MOST_FILES = 30;

export interface Colleague {
  id: string;
  name: string;
}

/** What decides what may happen to a case. */
export interface Standing {
  state: CaseState;
  version: number;
  /** Who has it; null when nobody does, or whoever had it is no longer of the staff. */
  taker: Colleague | null;
  messages: number;
}

export type StaffAct =
  | { is: 'take' }
  | { is: 'answer'; close: boolean }
  | { is: 'hand-on'; to: Colleague | null; hasNote: boolean }
  | { is: 'close' };

/** What a case becomes. */
export interface Becomes {
  state: CaseState;
  taker: Colleague | null;
}
/** `null`: it is so already. */
export type Verdict = Becomes | ErrorCode | null;

/** A customer goes on: the taker has it again, or the queue when there is none. What was closed is open again. */
export function customerWrites({ state, taker, messages }: Standing): Verdict {
  if (messages >= MOST_MESSAGES) return 'case-full';
  if (state === 'new' || taker === null) return { state: 'new', taker: null };
  return { state: 'taken', taker };
}

export const customerCloses = ({ state, taker }: Standing): Verdict => (state === 'closed' ? null : { state: 'closed', taker });

function becomes({ state, taker }: Standing, who: Colleague, act: StaffAct): Becomes {
  switch (act.is) {
    case 'take':
      return { state: 'taken', taker: who };
    case 'answer':
      return { state: act.close ? 'closed' : 'waiting', taker: who };
    case 'hand-on':
      return act.to ? { state: state === 'waiting' ? 'waiting' : 'taken', taker: act.to } : { state: 'new', taker: null };
    case 'close':
      return { state: 'closed', taker };
  }
}

/** Null while a case that holds `held` files takes so many more. */
export const filesFault = (held: number, more: number): ErrorCode | null =>
  more > 0 && held + more > MOST_FILES ? 'case-files-full' : null;

const speaks = (act: StaffAct) => act.is === 'answer' || (act.is === 'hand-on' && act.hasNote);

/**
 * What one of the staff may do to a case as they have read it: only with one that they have or that nobody has.
 * Answering one that nobody has takes it.
 */
export function staffActs(now: Standing, who: Colleague, seen: number, act: StaffAct): Verdict {
  if (now.state === 'closed') return act.is === 'close' ? null : 'case-closed';
  if (act.is === 'take' && now.taker?.id === who.id) return null;
  if (now.taker !== null && now.taker.id !== who.id) return 'case-not-yours';
  if (now.version !== seen) return 'case-changed';
  if (speaks(act) && now.messages >= MOST_MESSAGES) return 'case-full';
  return becomes(now, who, act);
}

import type { CessionItem, CessionView, ErrorCode } from '../../contract/index.ts';
import type { Entry } from './plan.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
/** After this long a cession that is not completed is over. */
export const CESSION_MS = 14 * DAY_MS;
/** How long a block goes on after it was lifted. */
export const UNBLOCK_MS = DAY_MS;

export type CessionState = CessionView['state'];
export type Side = CessionView['side'];
export interface Standing {
  state: CessionState;
  expiresAt: number;
}

const UNDER_WAY: readonly CessionState[] = ['offered', 'accepted', 'agreed'];
/** True while a cession can still be changed, whether or not the clock has come by. */
export const isUnderWay = ({ state, expiresAt }: Standing, now: number): boolean => UNDER_WAY.includes(state) && expiresAt > now;

/** The state as people are told it: one whose time is over has expired, whether or not the clock has come by. */
export const stateAt = (standing: Standing, now: number): CessionState =>
  UNDER_WAY.includes(standing.state) && standing.expiresAt <= now ? 'expired' : standing.state;

/** Why a link to a cession opens nothing any more; null while it does. */
export function linkRefusal(standing: Standing, now: number): ErrorCode | null {
  switch (stateAt(standing, now)) {
    case 'completed':
      return 'invitation-used';
    case 'cancelled':
    case 'declined':
      return 'invitation-void';
    case 'expired':
      return 'invitation-expired';
    default:
      return null;
  }
}

/** True while cession of an account and its domains is forbidden. */
export const isBlocked = (account: { cessionBlocked: boolean; cessionUnblockAt: number | null }, now: number): boolean =>
  account.cessionBlocked && (account.cessionUnblockAt === null || account.cessionUnblockAt > now);

/** Something that stands and lets somebody in. */
export interface Holding extends Omit<CessionItem, 'decision'> {
  /** What it is like now; something decided on that has another mark must be decided on again, unless it ends. */
  mark: string;
  /** As the audit names it. */
  phrase: string;
  /** True once it has begun to end by itself. */
  ending: boolean;
  /** True for what belongs to another client, and is only managed from here. */
  foreign: boolean;
}

/** What becomes of a thing that stands; null while nobody has said. */
export function decisionOf(holding: Pick<Holding, 'id' | 'mark' | 'mayStay'>, entry: Entry | undefined): CessionItem['decision'] {
  if (!holding.mayStay) return 'end';
  if (!entry) return null;
  return entry.decision === 'end' || entry.mark === holding.mark ? entry.decision : null;
}

/** What stands, each with what becomes of it. */
export function itemsOf(holdings: readonly Holding[], decided: readonly Entry[]): CessionItem[] {
  const entries = new Map(decided.map((entry) => [entry.id, entry]));
  return holdings.map((holding) => {
    const { id, what, title, person, notAfter, mayStay } = holding;
    return { id, what, title, person, notAfter, mayStay, decision: decisionOf(holding, entries.get(id)) };
  });
}

export const countsOf = (items: readonly CessionItem[]): CessionView['counts'] => {
  const count = (decision: CessionItem['decision']) => items.filter((item) => item.decision === decision).length;
  return { keep: count('keep'), end: count('end'), undecided: count(null) };
};

export type Decided = { ok: true; decided: Entry[] } | { ok: false; code: ErrorCode; field: string | null };

/** The decisions with new ones among them. What is no longer there was looked at on an old page. */
export function decide(
  holdings: readonly Holding[],
  decided: readonly Entry[],
  wishes: readonly { id: string; decision: Entry['decision'] }[],
): Decided {
  const standing = new Map(holdings.map((holding) => [holding.id, holding]));
  const entries = new Map(decided.filter(({ id }) => standing.has(id)).map((entry) => [entry.id, entry]));
  for (const [place, { id, decision }] of wishes.entries()) {
    const holding = standing.get(id);
    if (!holding) return { ok: false, code: 'cession-changed', field: null };
    if (!holding.mayStay && decision === 'keep')
      return { ok: false, code: 'cession-must-end', field: `decisions.${place}.decision` };
    entries.set(id, { id, decision, mark: holding.mark });
  }
  return { ok: true, decided: [...entries.values()] };
}

/** What is typed to begin, without what people put between. */
const bare = (text: string) => text.trim().toLowerCase().replaceAll(/\s/g, '').replace(/\.$/, '');

/** A host name's ASCII form; null for what is more than a name, or none. */
const asHost = (text: string) =>
  /[/?#@:%[\]\\]/.test(text) || !URL.canParse(`http://${text}`) ? null : new URL(`http://${text}`).hostname;

/** True when somebody typed what they are about to give away: the client's number, or the domain in either of its forms. */
export const isTyped = (typed: string, name: string): boolean => bare(typed) === bare(name) || asHost(bare(typed)) === name;

import { stepsFor } from '../../content/settings/index.ts';
import type { ErrorCode, SettingName, SettingRequest } from '../../contract/index.ts';

/** How long a link lets its bearer fill in the form. */
export const REQUEST_MS = 14 * 24 * 60 * 60 * 1000;

/** The first letter and two more cost nothing; each one after that has to wait, twice as long each time. */
const FREE_SENDINGS = 3;
const FIRST_PAUSE_MS = 10 * 60 * 1000;
const LONGEST_PAUSE_MS = 24 * 60 * 60 * 1000;

/** An account asks so many questions in {@link ASKING_MS}, whatever became of them: each is a letter in our name to whoever it names. */
export const MOST_ASKED = 20;
export const ASKING_MS = 24 * 60 * 60 * 1000;

/** What decides what may happen to a request. */
export interface Standing {
  setting: SettingName;
  state: 'sent' | 'answered' | 'done' | 'dropped';
  answers: Readonly<Record<string, string>> | null;
  comment: string;
  stepsDone: readonly string[];
  /** {@link REQUEST_MS} after the last sending. */
  expiresAt: number;
  sending: number;
}

/** A request that nobody answered in time is over until it is sent again; one that was answered stays. */
export const stateAt = ({ state, expiresAt }: Pick<Standing, 'state' | 'expiresAt'>, now: number): SettingRequest['state'] =>
  state === 'sent' && expiresAt <= now ? 'expired' : state;

const isOpen = ({ state }: Standing) => state === 'sent' || state === 'answered';

/** Whether the link of the last letter still lets its bearer say something. */
export const takesAnswers = (row: Standing, now: number): boolean => isOpen(row) && row.expiresAt > now;

const pauseAfter = (sending: number) =>
  sending < FREE_SENDINGS ? 0 : Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (sending - FREE_SENDINGS));

/** Nobody's mailbox is filled in our name. */
export function resendRefusal(row: Standing, now: number): ErrorCode | null {
  if (!isOpen(row)) return 'setting-request-over';
  return now < row.expiresAt - REQUEST_MS + pauseAfter(row.sending) ? 'setting-sent-often' : null;
}

const sameAnswers = (one: Standing['answers'], other: Standing['answers']) =>
  JSON.stringify(Object.entries(one ?? {}).sort()) === JSON.stringify(Object.entries(other ?? {}).sort());

export interface Filled {
  stepsDone: readonly string[];
  /** The owner is told of a first answer, and of another one when they have begun to follow the former. */
  tells: boolean;
}

/** Other answers make other steps, so none of them is done yet. */
export function fill(row: Standing, answers: Readonly<Record<string, string>>): Filled {
  const same = sameAnswers(row.answers, answers);
  return { stepsDone: same ? row.stepsDone : [], tells: row.state === 'sent' || (!same && row.stepsDone.length > 0) };
}

/** The steps done after one is ticked off or put back; a code where there is no such step to tick. */
export function tick(row: Standing, step: string, done: boolean): readonly string[] | ErrorCode {
  if (!isOpen(row)) return 'setting-request-over';
  const ids = row.answers ? stepsFor(row.setting, row.answers).map(({ id }) => id) : [];
  if (!ids.includes(step)) return 'invalid-input';
  const ticked = new Set(row.stepsDone);
  if (done) ticked.add(step);
  else ticked.delete(step);
  return ids.filter((id) => ticked.has(id));
}

/** Null when it has ended so already. */
export function end(row: Standing, outcome: 'done' | 'dropped'): 'done' | 'dropped' | ErrorCode | null {
  if (row.state === outcome) return null;
  return isOpen(row) ? outcome : 'setting-request-over';
}

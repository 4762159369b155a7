import type { MailboxView } from '../../../contract/index.ts';
import { momentWords, timeLeft } from '../../words/dates.ts';

/** When somebody last signed in; nobody's name, because the server keeps none. */
export function lastUseWords({ lastUseAt, bytes }: Pick<MailboxView, 'lastUseAt' | 'bytes'>): string {
  if (lastUseAt !== null) return momentWords(lastUseAt);
  return bytes === null ? 'nieznane' : 'jeszcze żadnego';
}

/** Until when a mailbox in the bin can be brought back; one put aside on the server itself has no such day. */
export function binWords({ binnedUntil }: Pick<MailboxView, 'binnedUntil'>, now: number): string {
  if (binnedUntil === null) return 'Ta skrzynka jest wyłączona na serwerze, a nie w Panelu. Zapytaj o nią BOK.';
  const left = timeLeft(binnedUntil, now);
  if (left === null) return 'Czas w koszu minął. Skrzynka znika na dobre razem z wiadomościami.';
  return `Na przywrócenie masz czas do ${momentWords(binnedUntil)} (jeszcze ${left}). Potem zniknie na dobre razem z wiadomościami.`;
}

/** True while a mailbox in the bin can be brought back. */
export const isRestorable = ({ binnedUntil }: Pick<MailboxView, 'binnedUntil'>, now: number): boolean =>
  binnedUntil !== null && binnedUntil > now;

/** Names one in a line; the owner's own spelling, without empty lines and repetitions. */
export function namesIn(lines: string): string[] {
  return [...new Set(lines.split('\n').map((line) => line.trim()))].filter(Boolean);
}

const MOST_READERS = 20;
const LONGEST_NAME = 80;

/** What is wrong with a list of people; null when it may be kept. */
export function readersFault(people: readonly string[]): string | null {
  if (people.length > MOST_READERS) return `Zapiszemy najwyżej ${MOST_READERS}\u00a0osób. Usuń te, które już nie znają hasła.`;
  const long = people.find((name) => name.length > LONGEST_NAME);
  return long ? `Skróć tę nazwę do ${LONGEST_NAME}\u00a0znaków: ${long.slice(0, LONGEST_NAME)}…` : null;
}

/** True when its own password can be changed; for a mailbox that was not made this tries again. */
export const hasPassword = ({ state }: Pick<MailboxView, 'state'>): boolean =>
  state === 'ready' || state === 'changing' || state === 'failed';

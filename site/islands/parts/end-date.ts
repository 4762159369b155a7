import { dayAfter, dayOf, endOfDay } from '../../words/dates.ts';

/** How an end date is chosen; „never” counts only together with `endless`, the second, deliberate touch. */
export type EndChoice = { end: '1' | '7' | '30' | 'date' | 'never'; date: string; endless: boolean };

const LONGEST_DAYS = 730;

/** The day a choice ends with; null for „never” and for a date that is not filled in. */
export function endDay({ end, date }: EndChoice, now: number): string | null {
  if (end === 'never') return null;
  return end === 'date' ? date || null : dayAfter(now, Number(end));
}

/** The moment a choice means: the last second of its day, or null for „until I take it back”. */
export function endMoment(choice: EndChoice, now: number): number | null {
  const day = endDay(choice, now);
  return day === null ? null : endOfDay(day);
}

/** What is wrong with the choice, in words; null when nothing is. */
export function endFault(choice: EndChoice, now: number): string | null {
  if (choice.end === 'never') return choice.endless ? null : 'Zaznacz, że ten dostęp ma trwać bez daty końca, albo wybierz datę.';
  const day = endDay(choice, now);
  if (day === null || endOfDay(day) === null) return 'Wybierz dzień, z którego końcem dostęp ma się skończyć.';
  if (day < dayOf(now)) return 'Ta data już minęła. Wybierz późniejszą.';
  return day > dayAfter(now, LONGEST_DAYS - 1) ? 'Wybierz datę w ciągu najbliższych dwóch lat.' : null;
}

/** The choice that says what is true now, to begin a change from. */
export const choiceFrom = (notAfter: number | null): EndChoice =>
  notAfter === null ? { end: 'never', date: '', endless: true } : { end: 'date', date: dayOf(notAfter), endless: false };

import { counted, DAYS, HOURS, MINUTES } from './plural.ts';

/*
 * Moments are epoch milliseconds; days are `YYYY-MM-DD` as a Polish calendar shows them. An access that ends on a day
 * ends with that day: at 23:59:59 in Warsaw.
 */

const ZONE = 'Europe/Warsaw';
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NBSP = '\u00a0';

const dayParts = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });
const longDay = new Intl.DateTimeFormat('pl', { timeZone: ZONE, day: 'numeric', month: 'long', year: 'numeric' });
const clock = new Intl.DateTimeFormat('pl', { timeZone: ZONE, hour: '2-digit', minute: '2-digit' });
const clockSeconds = new Intl.DateTimeFormat('pl', { timeZone: ZONE, hour: '2-digit', minute: '2-digit', second: '2-digit' });
const wallClock = new Intl.DateTimeFormat('sv', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' });

/** The day a moment falls on in Warsaw. */
export const dayOf = (at: number): string => dayParts.format(at);

/** How far Warsaw's clock is ahead of UTC at a moment. */
const warsawAhead = (at: number) => Date.parse(`${wallClock.format(at).replace(' ', 'T')}Z`) - Math.floor(at / 1000) * 1000;

/** The last second of a day in Warsaw, or null when it is no day of the calendar. */
export function endOfDay(day: string): number | null {
  const asUtc = Date.parse(`${day}T23:59:59Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(asUtc) || !new Date(asUtc).toISOString().startsWith(day)) return null;
  // No clock change happens in the last hours of a day, so the offset an hour earlier is the right one.
  return asUtc - warsawAhead(asUtc - 3 * HOUR);
}

/** The day `days` after the one on which `now` falls. */
export const dayAfter = (now: number, days: number): string =>
  new Date(Date.parse(`${dayOf(now)}T12:00:00Z`) + days * DAY).toISOString().slice(0, 10);

const glued = (text: string) => text.replaceAll(' ', NBSP);
/** „3 lipca 2026”. The day stays with its month; the year may begin a line where a column is narrow. */
export const dayWords = (at: number) => longDay.format(at).replace(' ', NBSP);

/** „3 lipca 2026, godz. 14:05” */
export const momentWords = (at: number): string => `${dayWords(at)}, godz.${NBSP}${clock.format(at)}`;
/** „3 lipca 2026, godz. 14:05:07”: for proofs, where seconds matter. */
export const exactMomentWords = (at: number): string => `${dayWords(at)}, godz.${NBSP}${clockSeconds.format(at)}`;

/** „7 dni”, „3 godziny”, „10 minut”: how long until a moment; null once it has passed. */
export function timeLeft(at: number, now: number): string | null {
  const left = at - now;
  if (left <= 0) return null;
  const days = Math.round((Date.parse(dayOf(at)) - Date.parse(dayOf(now))) / DAY);
  if (days >= 1 && left >= 12 * HOUR) return counted(days, DAYS);
  if (left >= HOUR) return counted(Math.floor(left / HOUR), HOURS);
  return counted(Math.max(1, Math.floor(left / MINUTE)), MINUTES);
}

/** „do 3 lipca 2026, godz. 23:59 (jeszcze 7 dni)”, or „do odwołania” when there is no end. */
export function untilWords(notAfter: number | null, now: number): string {
  if (notAfter === null) return 'do odwołania';
  const left = timeLeft(notAfter, now);
  return `do${NBSP}${momentWords(notAfter)} (${left ? `jeszcze ${glued(left)}` : 'termin minął'})`;
}

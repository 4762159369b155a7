import { describe, expect, it } from 'vitest';
import { dayAfter, dayOf, endOfDay, exactMomentWords, momentWords, timeLeft, untilWords } from './dates.ts';

const plain = (text: string | null) => text?.replaceAll('\u00a0', ' ') ?? null;
const NOW = Date.parse('2026-06-26T10:00:00Z');
const MINUTE = 60_000;

describe('the end of a day in Warsaw', () => {
  it('is its last second in summer and in winter', () => {
    expect(endOfDay('2026-07-03')).toBe(Date.parse('2026-07-03T21:59:59Z'));
    expect(endOfDay('2026-12-31')).toBe(Date.parse('2026-12-31T22:59:59Z'));
  });
  it('is right on the two days when the clocks change', () => {
    expect(endOfDay('2026-03-29')).toBe(Date.parse('2026-03-29T21:59:59Z'));
    expect(endOfDay('2026-10-25')).toBe(Date.parse('2026-10-25T22:59:59Z'));
  });
  it.each(['', '2026-02-30', '2026-13-01', 'jutro', '2026-7-3'])('does not exist for „%s”', (day) => {
    expect(endOfDay(day)).toBeNull();
  });
  it('falls on the day it was asked for', () => {
    for (let days = 0; days < 800; days++) {
      const day = dayAfter(NOW, days);
      expect(dayOf(endOfDay(day) ?? 0)).toBe(day);
    }
  });
});

describe('how long is left', () => {
  it.each([
    ['2026-07-03', '7 dni'],
    ['2026-06-27', '1 dzień'],
    ['2026-06-28', '2 dni'],
    ['2026-07-18', '22 dni'],
  ])('counts days until %s', (day, words) => {
    expect(plain(timeLeft(endOfDay(day) ?? 0, NOW))).toBe(words);
  });
  it('counts hours and minutes on the last day, and says nothing once it has passed', () => {
    expect(plain(timeLeft(NOW + 5 * 60 * MINUTE, NOW))).toBe('5 godzin');
    expect(plain(timeLeft(NOW + 62 * MINUTE, NOW))).toBe('1 godzina');
    expect(plain(timeLeft(NOW + 3 * MINUTE, NOW))).toBe('3 minuty');
    expect(timeLeft(NOW, NOW)).toBeNull();
  });
});

describe('dates in words', () => {
  it('say the day, the hour and how long is left', () => {
    expect(plain(untilWords(endOfDay('2026-07-03'), NOW))).toBe('do 3 lipca 2026, godz. 23:59 (jeszcze 7 dni)');
  });
  it('say when the date has passed and when there is none', () => {
    expect(plain(untilWords(NOW - MINUTE, NOW))).toBe('do 26 czerwca 2026, godz. 11:59 (termin minął)');
    expect(untilWords(null, NOW)).toBe('do odwołania');
  });
  it('break only before the year and the hour', () => {
    expect(momentWords(NOW).split(' ')).toEqual(['26\u00a0czerwca', '2026,', 'godz.\u00a012:00']);
  });
  it('show seconds where they prove something', () => {
    expect(plain(exactMomentWords(NOW + 7000))).toBe('26 czerwca 2026, godz. 12:00:07');
  });
});

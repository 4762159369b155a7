import { describe, expect, test } from 'vitest';
import { end, fill, REQUEST_MS, resendRefusal, type Standing, stateAt, takesAnswers, tick } from './rules.ts';

const ANSWERS = { version: '8.3' };
const standing = (over: Partial<Standing> = {}): Standing => ({
  setting: 'php-version',
  state: 'answered',
  answers: ANSWERS,
  comment: '',
  stepsDone: ['open'],
  expiresAt: 100,
  sending: 1,
  ...over,
});

describe('a request', () => {
  test('that nobody answered in time is over; one that was answered stays', () => {
    expect(stateAt(standing({ state: 'sent' }), 99)).toBe('sent');
    expect(stateAt(standing({ state: 'sent' }), 100)).toBe('expired');
    expect(stateAt(standing(), 100)).toBe('answered');
  });
  test('takes answers until its link ends, or it does', () => {
    expect(takesAnswers(standing(), 99)).toBe(true);
    expect(takesAnswers(standing(), 100)).toBe(false);
    for (const state of ['done', 'dropped'] as const) {
      expect(takesAnswers(standing({ state }), 99)).toBe(false);
      expect(resendRefusal(standing({ state }), 99)).toBe('setting-request-over');
    }
    expect(resendRefusal(standing({ state: 'sent' }), 99)).toBeNull();
  });
  test('is sent three times at once, then ever more rarely, and always when its link has run out', () => {
    const MINUTE = 60_000;
    const waits = (sending: number) =>
      [0, 10, 20, 40, 24 * 60, REQUEST_MS / MINUTE].find(
        (minutes) => resendRefusal(standing({ sending, expiresAt: REQUEST_MS }), minutes * MINUTE) === null,
      );
    expect([1, 2, 3, 4, 5, 50].map(waits)).toEqual([0, 0, 10, 20, 40, 24 * 60]);
    expect(resendRefusal(standing({ sending: 4, expiresAt: REQUEST_MS }), 20 * MINUTE - 1)).toBe('setting-sent-often');
    expect(resendRefusal(standing({ sending: 50, state: 'sent' }), 100)).toBeNull();
  });
  test('ends once, one way', () => {
    expect(end(standing(), 'done')).toBe('done');
    expect(end(standing({ state: 'done' }), 'done')).toBeNull();
    expect(end(standing({ state: 'dropped' }), 'done')).toBe('setting-request-over');
  });
});

describe('an answer', () => {
  test('that is the same leaves what is ticked off, and tells nobody', () =>
    expect(fill(standing(), { version: '8.3' })).toEqual({ stepsDone: ['open'], tells: false }));
  test('that is another begins anew, and is told to whoever followed the former', () => {
    expect(fill(standing(), { version: '8.4' })).toEqual({ stepsDone: [], tells: true });
    expect(fill(standing({ stepsDone: [] }), { version: '8.4' })).toEqual({ stepsDone: [], tells: false });
  });
  test('that is the first is told', () =>
    expect(fill(standing({ state: 'sent', answers: null, stepsDone: [] }), ANSWERS)).toEqual({ stepsDone: [], tells: true }));
});

describe('a step', () => {
  test('is ticked off in the order of the steps, and put back', () => {
    expect(tick(standing({ stepsDone: ['set'] }), 'open', true)).toEqual(['open', 'set']);
    expect(tick(standing(), 'open', true)).toEqual(['open']);
    expect(tick(standing(), 'open', false)).toEqual([]);
  });
  test.each<[Partial<Standing>, string, string]>([
    [{}, 'no-such', 'invalid-input'],
    [{ state: 'sent', answers: null, stepsDone: [] }, 'open', 'invalid-input'],
    [{ state: 'done' }, 'open', 'setting-request-over'],
  ])('of %j called %s is refused', (over, step, code) => expect(tick(standing(over), step, true)).toBe(code));
});

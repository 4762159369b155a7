import { describe, expect, test } from 'vitest';
import {
  countsOf,
  decide,
  decisionOf,
  type Holding,
  isBlocked,
  isTyped,
  isUnderWay,
  itemsOf,
  linkRefusal,
  stateAt,
} from './rules.ts';

const NOW = 1_000_000;
const holding = (id: string, over: Partial<Holding> = {}): Holding => ({
  id,
  what: 'grant',
  title: '',
  person: '',
  notAfter: null,
  mayStay: true,
  mark: '1',
  phrase: '',
  ending: false,
  foreign: false,
  ...over,
});

describe('what becomes of a thing that stands', () => {
  const keep = { id: 'g', decision: 'keep', mark: '1' } as const;
  test('is nothing until somebody has said', () => expect(decisionOf(holding('g'), undefined)).toBeNull());
  test('is kept while it is what it was', () => expect(decisionOf(holding('g'), keep)).toBe('keep'));
  test('is asked again once a kept thing has changed, or was taken up', () => {
    expect(decisionOf(holding('g', { mark: '2' }), keep)).toBeNull();
    expect(decisionOf(holding('g', { mark: '1' }), { ...keep, mark: '1?' })).toBeNull();
  });
  test('ends whatever it has become', () =>
    expect(decisionOf(holding('g', { mark: '2' }), { ...keep, decision: 'end' })).toBe('end'));
  test('always ends where it may not stay', () => expect(decisionOf(holding('s', { mayStay: false }), keep)).toBe('end'));
});

describe('deciding', () => {
  const standing = [holding('a'), holding('b'), holding('s', { mayStay: false })];
  test('adds to what was decided before, and forgets what is gone', () => {
    const before = [
      { id: 'a', decision: 'keep', mark: '1' },
      { id: 'gone', decision: 'end', mark: '1' },
    ] as const;
    const outcome = decide(standing, before, [{ id: 'b', decision: 'end' }]);
    expect(outcome).toEqual({ ok: true, decided: [before[0], { id: 'b', decision: 'end', mark: '1' }] });
    expect(countsOf(itemsOf(standing, outcome.ok ? outcome.decided : []))).toEqual({ keep: 1, end: 2, undecided: 0 });
  });
  test('refuses what is not there, and to keep what always ends, beside its field', () => {
    expect(decide(standing, [], [{ id: 'x', decision: 'end' }])).toEqual({ ok: false, code: 'cession-changed', field: null });
    const wishes = [
      { id: 'a', decision: 'keep' },
      { id: 's', decision: 'keep' },
    ] as const;
    expect(decide(standing, [], wishes)).toEqual({ ok: false, code: 'cession-must-end', field: 'decisions.1.decision' });
  });
});

test('a cession whose days are over has expired before the clock says so', () => {
  const standing = { state: 'agreed', expiresAt: NOW } as const;
  expect([isUnderWay(standing, NOW - 1), isUnderWay(standing, NOW), stateAt(standing, NOW)]).toEqual([true, false, 'expired']);
  expect(stateAt({ state: 'completed', expiresAt: 1 }, NOW)).toBe('completed');
});

test.each([
  ['offered', null],
  ['agreed', null],
  ['completed', 'invitation-used'],
  ['cancelled', 'invitation-void'],
  ['declined', 'invitation-void'],
  ['expired', 'invitation-expired'],
] as const)('a link to a cession that is %s answers %s', (state, code) =>
  expect(linkRefusal({ state, expiresAt: NOW + 1 }, NOW)).toBe(code),
);

test.each([
  [false, null, false],
  [true, null, true],
  [true, NOW + 1, true],
  [true, NOW, false],
])('blocked %s until %s holds: %s', (cessionBlocked, cessionUnblockAt, holds) =>
  expect(isBlocked({ cessionBlocked, cessionUnblockAt }, NOW)).toBe(holds),
);

test.each([
  ['100 100', '100100', true],
  ['100101', '100100', false],
  ['', '100100', false],
  ['Firma.PL.', 'firma.pl', true],
  ['żółw.pl', 'xn--w-uga1v8h.pl', true],
  ['firma.pl/x', 'firma.pl', false],
  ['firma.com', 'firma.pl', false],
])('%j typed for %s: %s', (typed, name, fits) => expect(isTyped(typed, name)).toBe(fits));

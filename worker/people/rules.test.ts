import { describe, expect, test } from 'vitest';
import { finishedAt, type KnownSecret, leavesOut, nextLookAt, reviewDueAt, signInOf, sinceTold, toldTo } from './rules.ts';

const YEAR = 365 * 86_400_000;
const secret = (over: Partial<KnownSecret> = {}): KnownSecret => ({
  kind: 'mailbox-password',
  serviceId: 's',
  serviceName: 'S',
  address: 'biuro@alfa.test',
  print: 'one',
  knownBy: [{ person: 'Łucja Żak', since: 3 }],
  ...over,
});

describe('what is left alone', () => {
  test.each([
    [true, null, 'own-sign-in'],
    [true, 'last-owner', 'own-sign-in'],
    [false, null, null],
    [false, 'last-owner', 'last-owner'],
    [false, 'role-too-low', 'role-too-low'],
  ] as const)('self %s, refusal %s: %s', (self, refusal, why) => expect(leavesOut({ self, refusal })).toBe(why));
  test.each([
    ['ja', 'owner', 'owner', 1, 'own-sign-in'],
    ['ona', 'owner', 'administrator', 1, 'role-too-low'],
    ['ona', 'owner', 'owner', 0, 'last-owner'],
    ['ona', 'owner', 'owner', 1, null],
    ['ona', 'administrator', 'administrator', 0, null],
  ] as const)('%s, %s, by %s with %i other owners: %s', (userId, role, by, others, leftOut) =>
    expect(signInOf({ userId, role, others }, { userId: 'ja', role: by })).toEqual({ role, leftOut }),
  );
});

describe('a shared secret', () => {
  test('is theirs by name, however it was typed, and by nothing that only looks alike', () => {
    expect(toldTo(['lucja zak', ''], [secret()])).toMatchObject([{ address: 'biuro@alfa.test', toldAt: 3 }]);
    expect(toldTo(['Łucja', ''], [secret(), secret({ knownBy: [{ person: '', since: 1 }] })])).toEqual([]);
  });
  test('has changed with its password, or when it is gone', () => {
    const told = toldTo(['Łucja Żak'], [secret()]);
    const changedBy = (now: KnownSecret[]) => sinceTold(told, now).map(({ changed }) => changed);
    expect([changedBy([secret()]), changedBy([secret({ knownBy: [] })])]).toEqual([[false], [false]]);
    expect([changedBy([secret({ print: 'two' })]), changedBy([])]).toEqual([[true], [true]]);
  });
});

test('an act is over with its last grant, and at once when there was none', () => {
  expect(finishedAt(5, [])).toBe(5);
  expect(finishedAt(5, [{ endedAt: 3 }, { endedAt: 9 }])).toBe(9);
  expect(finishedAt(5, [{ endedAt: 3 }, { endedAt: null }])).toBeNull();
});

describe('a look-through', () => {
  test.each([
    [null, null, null],
    [10, null, 10 + YEAR],
    [10, 50, 50 + YEAR],
  ])('with the oldest of %s and the last of %s is due at %s', (oldest, lastFinishedAt, at) =>
    expect(reviewDueAt({ oldest, lastFinishedAt })).toBe(at),
  );
  test('is asked for when it is due, and then not for a year; nobody is looked at before it can be', () => {
    expect(nextLookAt({ oldest: 10, lastFinishedAt: null }, 10 + YEAR)).toEqual({ due: true, at: 10 + 2 * YEAR });
    expect(nextLookAt({ oldest: 10, lastFinishedAt: null }, 50)).toEqual({ due: false, at: 10 + YEAR });
    expect(nextLookAt({ oldest: null, lastFinishedAt: 7 }, 50)).toEqual({ due: false, at: 50 + YEAR });
  });
});

import { describe, expect, test } from 'vitest';
import { isLastOwner, type Member, panelUsersOf } from './rules.ts';

const NOW = 1_000_000;
const member = (userId: string, over: Partial<Member> = {}): Member => ({
  grantId: null,
  userId,
  name: userId,
  email: `${userId}@alfa.test`,
  role: 'owner',
  notAfter: null,
  suspendedAt: null,
  seats: 0,
  ...over,
});

describe('the last owner', () => {
  test.each<[string, Member[], boolean]>([
    ['is the only one', [member('anna'), member('adam', { role: 'administrator' })], true],
    ['is not one of two', [member('anna'), member('adam')], false],
    ['is the one beside somebody suspended', [member('anna'), member('adam', { suspendedAt: 1 })], true],
    ['is the one beside somebody whose time is over', [member('anna'), member('adam', { notAfter: NOW })], true],
    ['is none who is no owner', [member('anna', { role: 'administrator' })], false],
  ])('%s', (_, members, expected) => expect(isLastOwner(members, 'anna', NOW)).toBe(expected));
});

test('people are listed by name as Poles order them, those who are invited among them', () => {
  const members = [member('ż', { name: 'Żaneta' }), member('z', { name: 'Zenon', suspendedAt: 5 })];
  const invited = [
    { grantId: 'g', name: 'Łukasz', email: 'l@it.test', role: 'user' as const, notAfter: 7, seats: 1 },
    { grantId: 'h', name: 'Leon', email: 'k@it.test', role: 'user' as const, notAfter: null, seats: 0 },
  ];
  const seen = panelUsersOf(members, invited, 'z', NOW).map(({ name, state, you, lastOwner, userId }) => [
    name,
    state,
    you,
    lastOwner,
    userId,
  ]);
  expect(seen).toEqual([
    ['Leon', 'invited', false, false, null],
    ['Łukasz', 'invited', false, false, null],
    ['Zenon', 'suspended', true, false, 'z'],
    ['Żaneta', 'active', false, true, 'ż'],
  ]);
});

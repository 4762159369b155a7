import { expect, it } from 'vitest';
import { counted, DAYS } from './plural.ts';

it.each([
  [1, '1 dzień'],
  [2, '2 dni'],
  [5, '5 dni'],
  [1.5, '1,5 dnia'],
])('counts %d as „%s”', (n, words) => {
  expect(counted(n, DAYS).replaceAll('\u00a0', ' ')).toBe(words);
});

it('gives persons their four forms', () => {
  const people = { one: 'osoba', few: 'osoby', many: 'osób', other: 'osoby' };
  expect([1, 2, 5, 12, 22, 25].map((n) => counted(n, people).split('\u00a0')[1])).toEqual([
    'osoba',
    'osoby',
    'osób',
    'osób',
    'osoby',
    'osób',
  ]);
});

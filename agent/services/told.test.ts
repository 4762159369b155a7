import { expect, test } from 'vitest';
import { Told } from './told.ts';

test('a name is news when it comes and when it has gone, and not in between', () => {
  const told = new Told();
  expect(told.news(['a'])).toEqual(['a']);
  expect(told.news(['a', 'b'])).toEqual(['b']);
  expect(told.news(['b'])).toEqual(['a']);
  expect(told.news(['b'])).toEqual([]);
  expect(told.news(['a', 'b'])).toEqual(['a']);
});

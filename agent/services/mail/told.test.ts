import { expect, test } from 'vitest';
import { Told } from './told.ts';

test('a name is news once, and again when it was gone meanwhile', () => {
  const told = new Told();
  expect(told.news(['a'])).toEqual(['a']);
  expect(told.news(['a', 'b'])).toEqual(['b']);
  expect(told.news(['b'])).toEqual([]);
  expect(told.news(['a', 'b'])).toEqual(['a']);
});

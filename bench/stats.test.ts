import { describe, expect, test } from 'vitest';
import { median, percentile, rounded } from './stats.ts';

describe('a median', () => {
  test('is the middle of an odd number of values, in any order', () => expect(median([30, 10, 20])).toBe(20));
  test('is the mean of the two middle ones of an even number', () => expect(median([4, 1, 3, 2])).toBe(2.5));
});

describe('a percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
  test('is the value that so many do not exceed', () => expect(percentile(hundred, 0.95)).toBe(95));
  test('of one value is that value', () => expect(percentile([7], 0.5)).toBe(7));
  test('is never below the smallest', () => expect(percentile([3, 5], 0)).toBe(3));
});

test('a rounded number has no more digits than asked for', () => expect(rounded(1.23456, 2)).toBe(1.23));

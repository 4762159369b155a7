import { expect, it } from 'vitest';
import { backoff } from './backoff.ts';

const after = (attempt: number, random = 1) => backoff(attempt, { first: 200, cap: 30_000, random });

it('waits twice as long each time, up to the cap', () => {
  expect([0, 1, 2, 7, 8, 10_000].map((attempt) => after(attempt))).toEqual([200, 400, 800, 25_600, 30_000, 30_000]);
});

it('is spread over a quarter of the wait', () => {
  expect([0, 0.5, 1].map((random) => after(0, random))).toEqual([150, 175, 200]);
});

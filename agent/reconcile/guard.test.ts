import { expect, test } from 'vitest';
import { Guard } from './index.ts';

/** Looks once at a service that takes so long to answer, and says when the next look is to come. */
async function restAfter(tookMs: number): Promise<number> {
  let now = 0;
  let rest = Number.NaN;
  const service = {
    async displaced() {
      now += tookMs;
      return [];
    },
  };
  const clock = {
    now: () => now,
    after(ms: number) {
      rest = ms;
      return () => {};
    },
  };
  await new Guard(service, clock, () => {}).look();
  return rest;
}

test.each([
  ['each second', 10, 1000],
  ['less often when there is much to look at', 200, 4000],
  ['soon again after a service that was slow to answer', 15_000, 20_000],
])('the guard looks %s', async (_, took, rest) => {
  expect(await restAfter(took)).toBe(rest);
});

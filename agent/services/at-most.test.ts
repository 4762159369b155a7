import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { AtMost } from './at-most.ts';

it('lets no more go on at once, keeps the order, and goes on after a failure', async () => {
  const turns = new AtMost(2);
  const seen: number[] = [];
  let going = 0;
  let most = 0;
  const work = (number: number) =>
    turns.run(async () => {
      going += 1;
      most = Math.max(most, going);
      seen.push(number);
      await pause(1);
      going -= 1;
      if (number === 1) throw new Error('one failed');
    });
  const ends = await Promise.allSettled([0, 1, 2, 3, 4, 5].map(work));
  expect([most, seen, ends.filter(({ status }) => status === 'rejected').length]).toEqual([2, [0, 1, 2, 3, 4, 5], 1]);
});

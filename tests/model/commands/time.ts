import * as fc from 'fast-check';
import { command } from './command.ts';

const SECOND = 1000;
const WEEK = 7 * 24 * 3600 * SECOND;

export const passes = command('seconds pass', fc.constantFrom(1, 2, 3, 20, 61, 95, 140, 300), (world, seconds) =>
  world.forward(seconds * SECOND),
);
/** Longer than an invitation is good for. */
export const weekPasses = command('a week passes in sleep', fc.constant(null), async (world) => {
  await world.clock.leap(WEEK + SECOND, () => world.courier.deliver());
  // Whoever wakes up needs a moment to look at the clock.
  await world.forward(30 * SECOND);
});

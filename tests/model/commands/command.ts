import * as fc from 'fast-check';
import type { Judge } from '../judge.ts';
import type { GrantRow } from '../tables.ts';
import type { World } from '../world.ts';

export type Happening = fc.AsyncCommand<Judge, World>;

/** One kind of thing that can happen. After it, everything that it set off settles, and the judge looks at all invariants. */
export function command<T>(
  name: string,
  details: fc.Arbitrary<T>,
  happen: (world: World, details: T) => unknown,
): fc.Arbitrary<Happening> {
  return details.map((value) => ({
    check: () => true,
    run: async (judge, world) => {
      await happen(world, value);
      await world.courier.deliver();
      judge.look(world);
    },
    toString: () => `${name} ${fc.stringify(value)}`,
  }));
}

/** A number that picks one of however many there are when its moment comes. */
export const which = fc.nat(11);

export function pick<T>(things: readonly T[], index: number): T | undefined {
  return things[index % Math.max(1, things.length)];
}

export const grantAt = (world: World, index: number): GrantRow | undefined => pick([...world.edge.tables.grants.values()], index);

/** Mostly nothing; sometimes the worker dies around its batch. */
export const crash = fc.oneof(
  { weight: 6, arbitrary: fc.constant(null) },
  { weight: 1, arbitrary: fc.constantFrom('before the batch' as const, 'after the batch' as const) },
);

import * as fc from 'fast-check';
import { open, openings, stories } from './commands/index.ts';
import type { Judge } from './judge.ts';
import type { Parts } from './parts.ts';
import { credentials } from './secrets.ts';
import { World } from './world.ts';

const RESYNC_MS = 65_000;
const MOST_HAPPENINGS = 40;

/** Faults stop; then the host says twice what it has, and has a minute to follow each time. */
async function comeToRest(world: World, judge: Judge): Promise<void> {
  world.heal();
  // Whoever is dead is started again, and whoever is away comes back.
  await world.forward(3000);
  for (let resync = 0; resync < 2; resync += 1) {
    world.courier.cut();
    world.connect();
    await world.forward(RESYNC_MS);
  }
  judge.look(world);
}

/** Whatever happens in whatever order, every invariant holds after each thing, and all comes to rest at the end. */
export async function lifecycleHolds(parts: Parts, judge: Judge) {
  const known = await credentials();
  return fc.asyncProperty(openings, stories(MOST_HAPPENINGS), fc.scheduler(), async (opening, story, scheduler) => {
    const world = new World(parts, known);
    world.scheduler = scheduler;
    try {
      await world.start();
      await open(world, opening);
      await fc.asyncModelRun(() => ({ model: judge, real: world }), story);
      await comeToRest(world, judge);
    } finally {
      world.journal.close();
    }
  });
}

import * as fc from 'fast-check';
import { confirm } from '../requests.ts';
import type { World } from '../world.ts';
import { type Happening, which } from './command.ts';
import * as faults from './faults.ts';
import * as people from './people.ts';
import * as rivals from './rivals.ts';
import * as time from './time.ts';

const times = (count: number, arbitrary: fc.Arbitrary<Happening>) => Array.from({ length: count }, () => arbitrary);

/** Everything that can happen; what stands here more often happens more often. */
const EVERYTHING = [
  ...times(4, people.confirms),
  ...times(5, people.claims),
  people.declines,
  ...times(3, people.revoking.command),
  ...times(3, people.changing.command),
  ...times(2, people.renewing.command),
  ...times(2, people.repeats),
  ...times(5, people.signsIn),
  ...times(3, rivals.atOnce),
  ...times(3, rivals.overtaken),
  rivals.endUnheard,
  ...times(4, faults.trick),
  ...times(2, faults.lateOnes),
  ...times(2, faults.reconnects),
  faults.goesAway,
  ...times(2, faults.comesBack),
  faults.edgeStops,
  ...times(3, faults.death),
  faults.killed,
  ...times(3, faults.trouble),
  faults.oldTrouble,
  ...times(2, faults.place),
  ...times(2, faults.tampering),
  ...times(5, time.passes),
  time.weekPasses,
];

/** A story: up to `most` things that happen one after the other. */
export const stories = (most: number) => fc.commands(EVERYTHING, { maxCommands: most, size: 'max' });

const SECOND = 1000;
/** How every story begins: somebody is given access, so that there is something to go wrong. */
export const openings = fc.record({
  spec: people.spec,
  end: fc.constantFrom(null, 90 * SECOND, 600 * SECOND),
  credential: which,
  claimed: fc.boolean(),
});
export type Opening = typeof openings extends fc.Arbitrary<infer T> ? T : never;

export async function open(world: World, { spec, end, credential, claimed }: Opening): Promise<void> {
  const notAfter = end === null ? null : world.clock.now + end;
  await world.ask((request) => confirm(world.edge, { role: 'owner', spec, notAfter, credential: null }, request));
  if (claimed) await people.claimOne(world, { letter: 0, credential, crash: null });
  await world.courier.deliver();
}

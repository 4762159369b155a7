import * as fc from 'fast-check';
import type { World } from '../world.ts';
import { command, grantAt, which } from './command.ts';
import { changing, claiming, claimOne, renewing, revoking } from './people.ts';

/* Things that meet: two acts in one moment, a message and the one behind it, an end date and a broken line. */

const SECOND = 1000;
const AGENT_IS_BACK_MS = 2500;
const LONGEST_WAIT_MS = 600 * SECOND;
const PAST_END_MS = 95 * SECOND;

/** One message is overtaken by what a second act sets off: the hardest thing a courier does. */
export const overtaken = command(
  'the first of two acts is overtaken',
  fc.record({
    lane: fc.constantFrom('to the host' as const, 'to the edge' as const),
    first: changing.details,
    second: fc.oneof(changing.details, revoking.details),
    killed: fc.boolean(),
  }),
  async (world, { lane, first, second, killed }) => {
    world.courier.tricks[lane].unshift('late');
    await changing.happen(world, { ...first, role: 'owner', stale: false, crash: null });
    await world.courier.deliver();
    const sameGrant = { ...second, grant: first.grant, role: 'owner' as const, crash: null };
    if ('stale' in sameGrant) await changing.happen(world, { ...sameGrant, stale: false });
    else await revoking.happen(world, sameGrant);
    await world.courier.deliver();
    // An agent that was started again remembers the newer state by its journal alone.
    if (killed) world.agent.kill();
    await world.forward(killed ? AGENT_IS_BACK_MS : 0);
    world.courier.letLateOnesCome();
  },
);

/** Somebody is signed in, the host loses the edge, and the end comes. */
export const endUnheard = command('the end comes while the host is away', which, async (world, grant) => {
  const row = grantAt(world, grant);
  const left = row?.notAfter ? row.notAfter - world.clock.now : 0;
  if (!row || left <= 0 || left > LONGEST_WAIT_MS) return;
  const right = world.credentials.find((credential) => world.server.authenticate(row.principal, credential));
  if (right) world.server.signIn(row.principal, right, 0);
  world.reachable = false;
  world.cut();
  await world.forward(left + PAST_END_MS);
});

type Actor = { does: string; act: (world: World) => Promise<unknown> };
const rival = <T extends object>(
  does: string,
  details: fc.Arbitrary<T>,
  act: (world: World, details: T & { crash: null }) => Promise<unknown>,
): fc.Arbitrary<Actor> =>
  details.map((value) => ({
    does,
    details: value,
    act: (world: World) => act(world, { ...value, crash: null }),
    [fc.toStringMethod]: () => `${does} ${fc.stringify(value)}`,
  }));

/** Two or three people, the clock and late messages at the same grant in the same moment. */
const rivalry = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: rival('claim', claiming, claimOne) },
    rival('take back', revoking.details, revoking.happen),
    rival('change', changing.details, changing.happen),
    rival('renew', renewing.details, renewing.happen),
    rival('the clock wakes', fc.constant({}), (world) => world.link.wake()),
    rival('late messages', fc.constant({}), async (world) => world.courier.letLateOnesCome()),
  ),
  { minLength: 2, maxLength: 3 },
);
export const atOnce = command('all at once', rivalry, (world, actors) =>
  world.together(
    actors.map(
      ({ act }) =>
        () =>
          act(world),
    ),
  ),
);

import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../support/stage/index.ts';
import { becomes, change, type Given, give, read, revoke, signsIn } from './kit/acts.ts';
import { accountsOnHost, expectHostAsInD1, gensOnlyRise, plantStrangers, settled, strangers } from './kit/host-state.ts';
import { FAULT_KINDS, KIND_NAMES } from './kit/kinds/index.ts';
import { isCut, startWork } from './kit/sessions.ts';
import { type MortalAgent, STEPS, startMortalAgent } from './kit/trap.ts';
import { openWorld, type World } from './kit/world.ts';

let world: World;
let foreign: string;
let agent: MortalAgent;
let lookAtGens: () => Promise<void>;
/** Everything given so far; second looks of what was taken back may still come. */
const given: Given[] = [];
beforeAll(async () => {
  world = await openWorld();
  await plantStrangers(world.hosting);
  foreign = await strangers(world.hosting);
  lookAtGens = gensOnlyRise(world);
  agent = await startMortalAgent(world);
});
afterAll(() => world.close());
afterEach(async () => {
  expect(await strangers(world.hosting)).toBe(foreign);
  expect(world.complaints()).toEqual([]);
  await lookAtGens();
});

const namesOf = (grants: readonly Given[]) => grants.map(({ user }) => user);
const onHost = async ({ user }: Given) => (await accountsOnHost(world.hosting)).filter(({ principal }) => principal === user);

describe.each(KIND_NAMES)('access of kind %s and an agent killed', (kind) => {
  const { wide, narrow } = FAULT_KINDS[kind];

  test.each(STEPS)(
    'right after its journal says "%s": given, narrowed, taken back, each as if nothing had happened',
    async (step) => {
      const grants: Given[] = [];
      await agent.diesDuring({ step, kind, spare: namesOf(given) }, async () => {
        const grant = await give(world, { spec: wide });
        grants.push(grant);
        given.push(grant);
      });
      const [grant] = grants;
      if (!grant) throw new Error('nothing was given');
      await becomes(world, grant, 'active');
      expect(await onHost(grant)).toHaveLength(1);
      expect(await signsIn(grant)).toBe('in');
      expect(await grant.program.change()).toBe(true);

      const trap = { step, kind, spare: namesOf(given.filter((other) => other !== grant)) };
      const wideSession = await startWork(grant);
      await agent.diesDuring(trap, () => change(world, grant, { spec: narrow }));
      await isCut(wideSession);
      await becomes(world, grant, 'active');
      // The second look may cut one more session, whoever it belongs to.
      await waitFor('the narrow access to work', async () => (await signsIn(grant)) === 'in');
      expect(await grant.program.change()).toBe(false);

      await agent.diesDuring(trap, () => revoke(world, grant));
      await waitFor('the account to be gone', async () => (await onHost(grant)).length === 0);
      expect(await signsIn(grant)).toBe('refused');
    },
  );
});

test('in the end all of it is over, and the host holds what D1 says', async () => {
  await agent.retire();
  await settled(world);
  await expectHostAsInD1(world);
  for (const grant of given) expect((await read(world.owner, grant)).state).toBe('ended');
});

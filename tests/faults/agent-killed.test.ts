import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { waitFor } from '../support/stage/index.ts';
import { ROOT, type Running, startProcess } from '../support/stage/process.ts';
import { becomes, change, give, read, revoke, signsIn } from './kit/acts.ts';
import { accountsOnHost, expectHostAsInD1, gensOnlyRise, plantStrangers, settled, strangers } from './kit/host-state.ts';
import { isCut, startUpload } from './kit/sessions.ts';
import { hostIs, openWorld, type World } from './kit/world.ts';

let world: World;
let foreign: string;
let lookAtGens: () => Promise<void>;
beforeAll(async () => {
  world = await openWorld();
  plantStrangers(world.hosting);
  foreign = strangers(world.hosting);
  lookAtGens = gensOnlyRise(world);
});
afterAll(() => world.close());
afterEach(async () => {
  expect(strangers(world.hosting)).toBe(foreign);
  expect(world.complaints()).toEqual([]);
});

const STEPS = ['intent', 'applied', 'read-back', 'done', 'acked'] as const;
type StepName = (typeof STEPS)[number];

/** An agent that will die at the n-th such step; it is connected when this returns. */
async function startCrashingAgent(step: StepName, at: number): Promise<Running> {
  await world.agent.stop();
  await hostIs(world.edge, 'offline');
  const running = await startProcess(process.execPath, [join(ROOT, 'tests/faults/crashing-agent.ts')], {
    logFile: world.agent.logFile,
    env: { CRASH_CONFIG: world.agent.configFile, CRASH_STEP: step, CRASH_AT: String(at) },
  });
  await hostIs(world.edge, 'online');
  return running;
}

async function dies(running: Running): Promise<void> {
  expect(await running.exited).toEqual({ code: null, signal: 'SIGKILL' });
  await lookAtGens();
  await hostIs(world.edge, 'offline');
}

/** The real agent takes up what the dead one left. */
async function recover(): Promise<void> {
  await world.agent.restart();
  await hostIs(world.edge, 'online');
  await settled(world);
  await lookAtGens();
  await expectHostAsInD1(world);
}

describe.each(STEPS)('an agent killed right after its journal says "%s"', (step) => {
  test('while it gives access: one account, and it works', async () => {
    const crashing = await startCrashingAgent(step, 1);
    const grant = await give(world);
    await dies(crashing);
    expect((await read(world.owner, grant)).state).toMatch(/^(pending|active)$/);
    await recover();
    expect((await read(world.owner, grant)).state).toBe('active');
    expect(accountsOnHost(world.hosting).filter(({ principal }) => principal === grant.user)).toHaveLength(1);
    expect(await signsIn(grant)).toBe('in');
  });

  test('while it narrows access: the narrow one stands, and who came in under the wide one is out', async () => {
    const crashing = await startCrashingAgent(step, 2);
    const grant = await give(world, { spec: { kind: 'ftp', directory: '/public_html', access: 'write' } });
    await becomes(world, grant, 'active');
    const upload = await startUpload(world, grant);
    await change(world, grant, { spec: { kind: 'ftp', directory: '/public_html/sklep', access: 'read' } });
    await dies(crashing);
    await recover();
    await isCut(upload);
    // The second look may cut one more session, whoever it belongs to.
    await waitFor('the narrow access to work', async () => (await grant.client.list()).stdout.includes('konfiguracja.php'));
    expect((await grant.client.put('/nowy.txt', 'x')).code).not.toBe(0);
  });

  test('while it takes access back: no account, no sign-in, no session', async () => {
    const crashing = await startCrashingAgent(step, 2);
    const grant = await give(world);
    await becomes(world, grant, 'active');
    const upload = await startUpload(world, grant);
    await revoke(world, grant);
    await dies(crashing);
    await recover();
    await isCut(upload);
    expect((await read(world.owner, grant)).state).toBe('ended');
    expect(accountsOnHost(world.hosting).map(({ principal }) => principal)).not.toContain(grant.user);
    expect(await signsIn(grant)).toBe('refused');
  });
});

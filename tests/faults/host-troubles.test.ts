import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { AccessKind, ApplyFault } from '../../contract/index.ts';
import { waitFor } from '../support/stage/index.ts';
import { active, becomes, type Given, give, read, revoke, signsIn } from './kit/acts.ts';
import { fillDisk, mountDisk } from './kit/disk.ts';
import { expectHostAsInD1, plantStrangers, strangers } from './kit/host-state.ts';
import { FAULT_KINDS, KIND_NAMES } from './kit/kinds/index.ts';
import { openWorld, type World } from './kit/world.ts';

let world: World;
let foreign: string;
let stateDir: string;
beforeAll(async () => {
  world = await openWorld({ prepare: smallStateDisk });
  await plantStrangers(world.hosting);
  foreign = await strangers(world.hosting);
});
afterAll(() => world.close());
afterEach(async () => {
  expect(await strangers(world.hosting)).toBe(foreign);
  await expectHostAsInD1(world);
});

/** A disk of its own for the agent's state, so that it can be filled; twice what the journal's write-ahead log grows to. */
async function smallStateDisk(dir: string) {
  stateDir = join(dir, 'agent/state');
  return mountDisk(stateDir, 8);
}

const activeOf = (kind: AccessKind) => active(world, { spec: FAULT_KINDS[kind].wide });
const giveOf = (kind: AccessKind) => give(world, { spec: FAULT_KINDS[kind].wide });
const stateOf = async (grant: Given) => (await read(world.owner, grant)).state;

/** What the grant's page says keeps the host from doing it. */
const isHeldUpBy = (grant: Given, problem: ApplyFault) =>
  waitFor(`the page to say ${problem}`, async () => (await read(world.owner, grant)).problem === problem, { ms: 20_000 });

async function areDone({ fresh, old }: { fresh: Given; old: Given }): Promise<void> {
  await Promise.all([becomes(world, fresh, 'active'), becomes(world, old, 'ended')]);
  expect([await signsIn(fresh), await signsIn(old)]).toEqual(['in', 'refused']);
}

describe.each(KIND_NAMES)('the daemon of kind %s that is down', (kind) => {
  test('keeps new access "in progress" and a revoke "being taken back", and both are done once it is up again', async () => {
    const old = await activeOf(kind);
    await FAULT_KINDS[kind].stopDaemon(world.hosting);
    const fresh = await giveOf(kind);
    await revoke(world, old);
    await Promise.all([fresh, old].map((held) => isHeldUpBy(held, 'service-unavailable')));
    expect([await stateOf(fresh), await stateOf(old)]).toEqual(['pending', 'revoking']);
    world.alsoStop(await FAULT_KINDS[kind].startDaemon(world.hosting));
    await areDone({ fresh, old });
    // Who could not look says so each time.
    for (const line of world.complaints()) expect(line).toMatch(/^(guard|expiry): |: MariaDB: ER_GET_CONNECTION_TIMEOUT/);
  });
});

describe('an access.db that another program has locked', () => {
  test('holds things up only as long as it is locked', async () => {
    const old = await activeOf('ftp');
    const intruder = new DatabaseSync(world.hosting.paths.accessDb);
    intruder.exec('BEGIN EXCLUSIVE');
    const fresh = await giveOf('ftp');
    await revoke(world, old);
    await isHeldUpBy(fresh, 'unexpected');
    expect(await stateOf(fresh)).toBe('pending');
    intruder.exec('COMMIT');
    intruder.close();
    await areDone({ fresh, old });
    const complaints = world.complaints();
    expect(complaints).toContain(`ftp/${fresh.user}: database is locked`);
    for (const line of complaints) expect(line).toMatch(/: database is locked$/);
  });
});

describe("a full disk below the agent's state", () => {
  test('still lets nobody in whose access is taken back, says why it is not over, and heals', async () => {
    const olds = await Promise.all(KIND_NAMES.map(activeOf));
    const makeRoom = fillDisk(stateDir);
    const freshes = await Promise.all(KIND_NAMES.map(giveOf));
    for (const old of olds) await revoke(world, old);
    await Promise.all([...freshes, ...olds].map((held) => isHeldUpBy(held, 'disk-full')));
    for (const fresh of freshes) expect(await stateOf(fresh)).toBe('pending');
    for (const old of olds) expect([await stateOf(old), await signsIn(old)]).toEqual(['revoking', 'refused']);
    makeRoom();
    for (const [at, fresh] of freshes.entries()) await areDone({ fresh, old: olds[at] ?? fresh });
    const complaints = world.complaints();
    for (const { spec, user } of freshes) expect(complaints).toContain(`${spec.kind}/${user}: database or disk is full`);
    for (const line of complaints) expect(line).toMatch(/: database or disk is full$/);
  });

  test('does not end the agent when the link breaks meanwhile', async () => {
    const { pid } = world.agent;
    const makeRoom = fillDisk(stateDir);
    await world.edge.kill();
    await waitFor('the agent to complain', () => world.complaints().some((line) => /^link state: ENOSPC/.test(line)));
    makeRoom();
    expect(await signsIn(await activeOf('ftp'))).toBe('in');
    expect(world.agent.pid).toBe(pid);
  });
});

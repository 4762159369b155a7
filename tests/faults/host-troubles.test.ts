import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { ApplyFault } from '../../contract/index.ts';
import { TREES } from '../../demo/people.ts';
import { mustRun, startHosting } from '../support/hosting/index.ts';
import { waitFor } from '../support/stage/index.ts';
import { becomes, type Given, give, read, revoke, signsIn } from './kit/acts.ts';
import { expectHostAsInD1, plantStrangers, strangers } from './kit/host-state.ts';
import { openWorld, type World } from './kit/world.ts';

let world: World;
let foreign: string;
let stateDir: string;
beforeAll(async () => {
  world = await openWorld({ prepare: smallStateDisk });
  plantStrangers(world.hosting);
  foreign = strangers(world.hosting);
});
afterAll(() => world.close());
afterEach(async () => {
  expect(strangers(world.hosting)).toBe(foreign);
  await expectHostAsInD1(world);
});

/** A disk of its own for the agent's state, so that it can be filled. */
async function smallStateDisk(dir: string) {
  stateDir = join(dir, 'agent/state');
  mkdirSync(stateDir, { recursive: true, mode: 0o700 });
  await mustRun('mount', ['-t', 'tmpfs', '-o', 'size=1m,mode=700', 'none', stateDir]);
  return () => mustRun('umount', [stateDir]);
}

async function active(): Promise<Given> {
  const grant = await give(world);
  await becomes(world, grant, 'active');
  return grant;
}

/** What the grant's page says keeps the host from doing it. */
const isHeldUpBy = (grant: Given, problem: ApplyFault) =>
  waitFor(`the page to say ${problem}`, async () => (await read(world.owner, grant)).problem === problem, { ms: 20_000 });

describe('a ProFTPD that is down', () => {
  test('keeps new access "in progress" and a revoke "being taken back", and both are done once it is up again', async () => {
    const old = await active();
    await world.hosting.stop();
    const grant = await give(world);
    await revoke(world, old);
    await Promise.all([grant, old].map((held) => isHeldUpBy(held, 'service-unavailable')));
    expect([(await read(world.owner, grant)).state, (await read(world.owner, old)).state]).toEqual(['pending', 'revoking']);
    const again = await startHosting({ dir: world.hosting.paths.dir, customers: TREES });
    world.alsoStop(() => again.stop());
    await Promise.all([becomes(world, grant, 'active'), becomes(world, old, 'ended')]);
    expect([await signsIn(grant), await signsIn(old)]).toEqual(['in', 'refused']);
    expect(world.complaints()).toEqual([]);
  });
});

describe('an access.db that another program has locked', () => {
  test('holds things up only as long as it is locked', async () => {
    const old = await active();
    const intruder = new DatabaseSync(world.hosting.paths.accessDb);
    intruder.exec('BEGIN EXCLUSIVE');
    const grant = await give(world);
    await revoke(world, old);
    await isHeldUpBy(grant, 'unexpected');
    expect((await read(world.owner, grant)).state).toBe('pending');
    intruder.exec('COMMIT');
    intruder.close();
    await Promise.all([becomes(world, grant, 'active'), becomes(world, old, 'ended')]);
    expect([await signsIn(grant), await signsIn(old)]).toEqual(['in', 'refused']);
    const complaints = world.complaints();
    expect(complaints).toContain(`ftp/${grant.user}: database is locked`);
    for (const line of complaints) expect(line).toMatch(/: database is locked$/);
  });
});

describe("a full disk below the agent's state", () => {
  /** Writes until nothing more fits. */
  function fill(): string {
    const file = join(stateDir, 'filler');
    expect(() => {
      for (;;) writeFileSync(file, Buffer.alloc(1024), { flag: 'a' });
    }).toThrow('ENOSPC');
    return file;
  }

  test('still lets nobody in whose access is taken back, says why it is not over, and heals', async () => {
    const old = await active();
    const filler = fill();
    const grant = await give(world);
    await revoke(world, old);
    await Promise.all([grant, old].map((held) => isHeldUpBy(held, 'disk-full')));
    expect([(await read(world.owner, grant)).state, (await read(world.owner, old)).state]).toEqual(['pending', 'revoking']);
    expect(await signsIn(old)).toBe('refused');
    rmSync(filler);
    await Promise.all([becomes(world, grant, 'active'), becomes(world, old, 'ended')]);
    expect([await signsIn(grant), await signsIn(old)]).toEqual(['in', 'refused']);
    const complaints = world.complaints();
    expect(complaints).toContain(`ftp/${grant.user}: database or disk is full`);
    for (const line of complaints) expect(line).toMatch(/: database or disk is full$/);
  });

  test('does not end the agent when the link breaks meanwhile', async () => {
    const { pid } = world.agent;
    const filler = fill();
    await world.edge.kill();
    await waitFor('the agent to complain', () => world.complaints().some((line) => /^link state: ENOSPC/.test(line)));
    rmSync(filler);
    const grant = await active();
    expect(await signsIn(grant)).toBe('in');
    expect(world.agent.pid).toBe(pid);
  });
});

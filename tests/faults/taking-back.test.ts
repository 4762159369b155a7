import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { GrantView } from '../../contract/index.ts';
import { mustRun, sftpByKey } from '../support/hosting/index.ts';
import { waitFor } from '../support/stage/index.ts';
import { active, becomes, change, type Given, givenFrom, newGrant, read, revoke, signsIn } from './kit/acts.ts';
import { expectHostAsInD1, plantStrangers, strangers } from './kit/host-state.ts';
import { FAULT_KINDS, KIND_NAMES } from './kit/kinds/index.ts';
import { isCut, startIdling, startWork } from './kit/sessions.ts';
import { hostIs, openWorld, type World } from './kit/world.ts';

let world: World;
let foreign: string;
let keyFile: string;
beforeAll(async () => {
  world = await openWorld();
  await plantStrangers(world.hosting);
  foreign = await strangers(world.hosting);
  keyFile = join(world.dir, 'id_ed25519');
  await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', keyFile]);
});
afterAll(() => world.close());
afterEach(async () => {
  expect(await strangers(world.hosting)).toBe(foreign);
  expect(world.complaints()).toEqual([]);
});

async function activeByKey(notAfter?: number): Promise<Given> {
  const credential = { type: 'public-key', publicKey: readFileSync(`${keyFile}.pub`, 'utf8') } as const;
  const answer = await world.owner.call('createGrant', { body: newGrant({ credential, ...(notAfter ? { notAfter } : {}) }) });
  expect(answer.status).toBe(201);
  const grant = await givenFrom(world, (await answer.json()) as GrantView, '');
  await becomes(world, grant, 'active');
  return grant;
}

/** One of each kind, in force. */
const oneOfEach = (notAfter?: number): Promise<Given[]> =>
  Promise.all(KIND_NAMES.map((kind) => active(world, { spec: FAULT_KINDS[kind].wide, ...(notAfter ? { notAfter } : {}) })));

const opensByKey = async ({ user }: Given) => (await sftpByKey(world.hosting, user, keyFile, 'ls')).code === 0;
const inSeconds = (seconds: number) => (Math.floor(Date.now() / 1000) + seconds) * 1000;

describe('taking back', () => {
  test('cuts whoever is at work, and refuses the next sign-in', async () => {
    for (const grant of await oneOfEach()) {
      const session = await startWork(grant);
      await revoke(world, grant);
      await isCut(session);
      expect(await signsIn(grant)).toBe('refused');
      expect(await becomes(world, grant, 'ended')).toMatchObject({ endReason: 'revoked', problem: null });
    }
    await expectHostAsInD1(world);
  });

  test('cuts a session that only waits, and its key opens nothing any more', async () => {
    const grant = await activeByKey();
    const idle = await startIdling(world, grant, keyFile);
    await revoke(world, grant);
    await isCut(idle);
    expect(await opensByKey(grant)).toBe(false);
    await becomes(world, grant, 'ended');
  });

  test('stays "being taken back" while the agent is down, and is kept as soon as it is back', async () => {
    const grants = await oneOfEach();
    const sessions = await Promise.all(grants.map(startWork));
    await world.agent.kill();
    await hostIs(world.edge, 'offline');
    for (const grant of grants) await revoke(world, grant);
    await world.edge.runCron();
    for (const grant of grants)
      expect(await read(world.owner, grant)).toMatchObject({ state: 'revoking', cutAt: null, host: { online: false } });
    await world.agent.restart();
    await Promise.all(sessions.map(isCut));
    for (const grant of grants) {
      await becomes(world, grant, 'ended');
      expect(await signsIn(grant)).toBe('refused');
    }
    await expectHostAsInD1(world);
  });
});

describe('the end date', () => {
  test('is kept by the servers alone while the agent is away; who is still inside is put out when it comes back', async () => {
    const notAfter = inSeconds(12);
    const [grants, byKey] = [await oneOfEach(notAfter), await activeByKey(notAfter)];
    const [sessions, idle] = [await Promise.all(grants.map(startWork)), await startIdling(world, byKey, keyFile)];
    await world.agent.stop();
    for (const grant of grants)
      await waitFor('the sign-in to be refused', async () => (await signsIn(grant)) === 'refused', { ms: 15_000 });
    expect(Date.now()).toBeGreaterThanOrEqual(notAfter);
    expect(await opensByKey(byKey)).toBe(false);
    for (const [at, { spec }] of grants.entries()) {
      const session = sessions[at];
      if (session && FAULT_KINDS[spec.kind].endsSessionsAlone) await isCut(session);
      else expect(session?.isOpen()).toBe(true);
    }
    expect(idle.isOpen()).toBe(true);
    await hostIs(world.edge, 'offline');
    await world.edge.runCron();
    for (const grant of grants) expect(await read(world.owner, grant)).toMatchObject({ state: 'revoking', endReason: 'expired' });
    await world.agent.restart();
    await Promise.all([...sessions, idle].map(isCut));
    for (const grant of [...grants, byKey]) expect(await becomes(world, grant, 'ended')).toMatchObject({ endReason: 'expired' });
    await expectHostAsInD1(world);
  });
});

// Last, because the edge does not come back.
test('an end date is kept while the edge is away: sessions end on the minute without it', async () => {
  const grants = await oneOfEach(inSeconds(300));
  const notAfter = inSeconds(8);
  for (const grant of grants) await change(world, grant, { notAfter });
  for (const grant of grants) await becomes(world, grant, 'active');
  const sessions = await Promise.all(grants.map(startWork));
  await world.edge.stop();
  await Promise.all(sessions.map(isCut));
  for (const grant of grants) expect(await signsIn(grant)).toBe('refused');
});

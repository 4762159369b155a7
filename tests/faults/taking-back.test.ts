import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { mustRun, sftpByKey } from '../support/hosting/index.ts';
import { waitFor } from '../support/stage/index.ts';
import { becomes, change, type Given, give, givenFrom, newGrant, read, revoke, signsIn } from './kit/acts.ts';
import { expectHostAsInD1, plantStrangers, strangers } from './kit/host-state.ts';
import { isCut, isOpen, startIdling, startUpload } from './kit/sessions.ts';
import { hostIs, openWorld, type World } from './kit/world.ts';

let world: World;
let foreign: string;
let keyFile: string;
beforeAll(async () => {
  world = await openWorld();
  plantStrangers(world.hosting);
  foreign = strangers(world.hosting);
  keyFile = join(world.dir, 'id_ed25519');
  await mustRun('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-C', '', '-f', keyFile]);
});
afterAll(() => world.close());
afterEach(() => {
  expect(strangers(world.hosting)).toBe(foreign);
  expect(world.complaints()).toEqual([]);
});

async function giveByKey(notAfter?: number): Promise<Given> {
  const credential = { type: 'public-key', publicKey: readFileSync(`${keyFile}.pub`, 'utf8') } as const;
  const answer = await world.owner.call('createGrant', { body: newGrant({ credential, ...(notAfter ? { notAfter } : {}) }) });
  expect(answer.status).toBe(201);
  return givenFrom(world, (await answer.json()) as { id: string; connection: null }, '');
}

const opensByKey = async ({ user }: Given) => (await sftpByKey(world.hosting, user, keyFile, 'ls')).code === 0;
const inSeconds = (seconds: number) => (Math.floor(Date.now() / 1000) + seconds) * 1000;

describe('taking back', () => {
  test('cuts a running upload and refuses the next sign-in', async () => {
    const grant = await give(world);
    await becomes(world, grant, 'active');
    const upload = await startUpload(world, grant);
    await revoke(world, grant);
    await isCut(upload);
    expect(await signsIn(grant)).toBe('refused');
    const view = await becomes(world, grant, 'ended');
    expect(view).toMatchObject({ endReason: 'revoked', problem: null });
    await expectHostAsInD1(world);
  });

  test('cuts a session that only waits, and its key opens nothing any more', async () => {
    const grant = await giveByKey();
    await becomes(world, grant, 'active');
    const idle = await startIdling(world, grant, keyFile);
    await revoke(world, grant);
    await isCut(idle);
    expect(await opensByKey(grant)).toBe(false);
    await becomes(world, grant, 'ended');
  });

  test('stays "being taken back" while the agent is down, and is kept as soon as it is back', async () => {
    const grant = await give(world);
    await becomes(world, grant, 'active');
    const upload = await startUpload(world, grant);
    await world.agent.kill();
    await hostIs(world.edge, 'offline');
    await revoke(world, grant);
    await world.edge.runCron();
    expect(await read(world.owner, grant)).toMatchObject({ state: 'revoking', cutAt: null, host: { online: false } });
    await world.agent.restart();
    await isCut(upload);
    await becomes(world, grant, 'ended');
    expect(await signsIn(grant)).toBe('refused');
    await expectHostAsInD1(world);
  });
});

describe('the end date', () => {
  test('is kept by the server alone while the agent is away; who is inside is put out when it comes back', async () => {
    const notAfter = inSeconds(8);
    const [byPassword, byKey] = [await give(world, { notAfter }), await giveByKey(notAfter)];
    for (const grant of [byPassword, byKey]) await becomes(world, grant, 'active');
    const [upload, idle] = [await startUpload(world, byPassword), await startIdling(world, byKey, keyFile)];
    await world.agent.stop();
    await waitFor('the sign-in to be refused', async () => (await signsIn(byPassword)) === 'refused', { ms: 15_000 });
    expect(Date.now()).toBeGreaterThanOrEqual(notAfter);
    expect(await opensByKey(byKey)).toBe(false);
    expect([isOpen(upload), isOpen(idle)]).toEqual([true, true]);
    await hostIs(world.edge, 'offline');
    await world.edge.runCron();
    expect(await read(world.owner, byPassword)).toMatchObject({ state: 'revoking', endReason: 'expired' });
    await world.agent.restart();
    await Promise.all([isCut(upload), isCut(idle)]);
    for (const grant of [byPassword, byKey]) expect(await becomes(world, grant, 'ended')).toMatchObject({ endReason: 'expired' });
    await expectHostAsInD1(world);
  });

  test('is kept while the edge is away: sessions end on the minute without it', async () => {
    const grant = await give(world, { notAfter: inSeconds(300) });
    await becomes(world, grant, 'active');
    await change(world, grant, { notAfter: inSeconds(6) });
    await becomes(world, grant, 'active');
    const upload = await startUpload(world, grant);
    await world.edge.stop();
    await isCut(upload);
    expect(await signsIn(grant)).toBe('refused');
  });
});

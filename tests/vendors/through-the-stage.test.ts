import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { GrantView } from '../../contract/index.ts';
import { DEMO_IDS } from '../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../demo/people.ts';
import type { ApiClient } from '../support/api-client.ts';
import { type Stage, signIn, startStage, waitFor } from '../support/stage/index.ts';

/* The worker as it is deployed, and a cloud that is played: what the clients do in workerd, and nobody has to be asked twice. */

const dir = mkdtempSync(join(tmpdir(), 'klucznik-clouds-'));
let stage: Stage;
let owner: ApiClient;
beforeAll(async () => {
  stage = await startStage({ dir, hosting: false, clouds: true });
  owner = await signIn(stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
}, 120_000);
afterAll(async () => {
  await stage?.stop();
  rmSync(dir, { recursive: true, force: true });
});

const params = { serviceId: DEMO_IDS.officeA };
const assign = async (email: string, role: 'user' | 'administrator') => {
  const body = { person: { name: 'Jan Kowal', email }, role, notAfter: null };
  return (await (await owner.call('assignSeat', { params, body })).json()) as GrantView;
};
const seen = async (grantId: string) => (await (await owner.call('readGrant', { params: { grantId } })).json()) as GrantView;
const becomes = (grantId: string, state: GrantView['state']) =>
  waitFor(`the seat to be ${state}`, async () => (await seen(grantId)).state === state, { ms: 20_000 });

test('a seat of Office 365 is given, and taken back from the directory', async () => {
  const { users, roles } = stage.clouds?.graph.directory ?? { users: [], roles: [] };
  const seat = await assign('jan@it.test', 'administrator');
  await becomes(seat.id, 'active');
  expect(users).toMatchObject([{ otherMails: ['jan@it.test'], assignedLicenses: [{}] }]);
  expect(roles).toHaveLength(1);
  await owner.call('withdrawSeat', { params: { ...params, grantId: seat.id } });
  await becomes(seat.id, 'ended');
  expect(users).toMatchObject([{ accountEnabled: false, assignedLicenses: [] }]);
  expect(roles).toEqual([]);
}, 60_000);

test('what the cloud was too busy for is done by the clock, and no secret stands in a log', async () => {
  stage.clouds?.graph.mishaps.push({ on: 'GET /v1.0/users', reply: { status: 429, headers: { 'Retry-After': '0.5' } } });
  const seat = await assign('ewa@it.test', 'user');
  await waitFor('the first try', async () => stage.clouds?.graph.exchanges.some(({ status }) => status === 429));
  expect((await seen(seat.id)).state).toBe('pending');
  await waitFor(
    'the clock to have come by',
    async () => {
      await stage.edge.runCron();
      return (await seen(seat.id)).state === 'active';
    },
    { ms: 30_000, every: 300 },
  );
  expect(readFileSync(stage.edge.logFile, { encoding: 'utf8', flag: 'a+' })).not.toMatch(/nikomu-na-nic|token-/);
}, 60_000);

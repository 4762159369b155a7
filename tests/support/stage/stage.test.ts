import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_IDS } from '../../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import type { ApiClient } from '../api-client.ts';
import { ftps } from '../hosting/index.ts';
import { signIn } from './session.ts';
import { type Stage, startStage } from './stage.ts';
import { waitFor } from './wait.ts';

type Grant = { id: string; state: string; version: number; connection: { user: string } | null };

const dir = mkdtempSync(join(tmpdir(), 'klucznik-stage-'));
const password = 'xV7-kq2P-mm4t-Zb9w-Hd3s';
let stage: Stage;
let owner: ApiClient;
beforeAll(async () => {
  stage = await startStage({ dir });
  owner = await signIn(stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
});
afterAll(async () => {
  await stage.stop();
  rmSync(dir, { recursive: true, force: true });
});

const read = async (grantId: string): Promise<Grant> =>
  (await owner.call('readGrant', { params: { grantId } })).json() as Promise<Grant>;

describe('the whole stage', () => {
  test('puts an access in force on the real server, and takes it back', async () => {
    const answer = await owner.call('createGrant', {
      body: {
        serviceId: DEMO_IDS.serviceA,
        spec: { kind: 'ftp', directory: '/public_html/sklep', access: 'read' },
        grantee: { name: 'Informatyk', email: null },
        notAfter: Date.now() + 3_600_000,
        credential: { type: 'password', password },
      },
    });
    const grant = (await answer.json()) as Grant;
    expect(answer.status, JSON.stringify(grant)).toBe(201);
    const active = await waitFor('the access to be in force', async () => {
      const now = await read(grant.id);
      return now.state === 'active' && now;
    });
    if (!stage.hosting) throw new Error('no hosting server');
    const ftp = ftps(stage.hosting, active.connection?.user ?? '', password);
    expect((await ftp.list()).stdout).toContain('index.php');
    await owner.call('revokeGrant', { params: { grantId: grant.id } });
    await waitFor('the access to have ended', async () => (await read(grant.id)).state === 'ended');
    expect((await ftp.list()).stderr).toContain('Access denied');
  });

  test('goes on with the same data, the same server and the agent still enrolled', async () => {
    await stage.stop();
    stage = await startStage({ dir });
    owner = await signIn(stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
    const { grants } = (await (await owner.call('listGrants', { query: { show: 'ended' } })).json()) as { grants: Grant[] };
    expect(grants).toHaveLength(1);
  });
});

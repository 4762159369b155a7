import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DEMO_PASSWORD, PEOPLE } from '../../../demo/people.ts';
import {
  anAcceptedGrant,
  databaseServer,
  mailServer,
  OFFICE_MAILBOX,
  revokeGrant,
  SHOP_DATABASE,
} from '../../e2e/kit/setting.ts';
import { ftps } from '../hosting/index.ts';
import { curlImap, mariadb, mariadbAsRoot, signsInToDatabase, signsInToMailbox } from '../programs/index.ts';
import { ROOT, runCommand } from './process.ts';
import { signIn } from './session.ts';
import { type Stage, startStage } from './stage.ts';

const dir = mkdtempSync(join(tmpdir(), 'klucznik-stage-'));
let stage: Stage;
beforeAll(async () => {
  stage = await startStage({ dir });
});
afterAll(async () => {
  await stage.stop();
  rmSync(dir, { recursive: true, force: true });
});

describe('the whole stage', () => {
  test('puts access to files in force on the real server, and takes it back', async () => {
    const { grantId, user, password } = await anAcceptedGrant(stage.edge, { directory: '/public_html/sklep' });
    if (!stage.hosting) throw new Error('no hosting server');
    const ftp = ftps(stage.hosting, user, password);
    expect((await ftp.list()).stdout).toContain('index.php');
    await revokeGrant(stage.edge, grantId);
    expect((await ftp.list()).stderr).toContain('Access denied');
  });

  test('puts access to a database in force on the real server, and takes it back', async () => {
    const { grantId, user, password } = await anAcceptedGrant(stage.edge, { spec: SHOP_DATABASE });
    const server = databaseServer(stage);
    const ask = async (sql: string) => mariadb(server, user, password, sql);
    expect((await ask('SELECT nazwa FROM zielnik_sklep.produkty WHERE id = 1')).stdout).toBe('Bazylia w doniczce\n');
    expect((await ask('SELECT * FROM zielnikXsklep.tajne')).stderr).toContain('denied');
    await revokeGrant(stage.edge, grantId);
    expect(await signsInToDatabase(server, user, password)).toBe('refused');
  });

  test('puts access to a mailbox in force on the real server, and takes it back', async () => {
    const { grantId, user, password } = await anAcceptedGrant(stage.edge, { spec: OFFICE_MAILBOX });
    const server = mailServer(stage);
    const first = await curlImap(server, user, password, { folder: 'INBOX;MAILINDEX=1' });
    expect(first.stdout).toContain('Zofia Wójcik');
    await revokeGrant(stage.edge, grantId);
    expect(await signsInToMailbox(server, user, password)).toBe('refused');
  });

  test("satisfies the agent's own doctor", async () => {
    const { output } = await runCommand(process.execPath, [
      join(ROOT, 'agent/cli.ts'),
      'doctor',
      '--config',
      stage.agent?.configFile ?? '',
    ]);
    expect(output.split('\n').filter((line) => line.startsWith('✗'))).toEqual([]);
    expect(output).toContain('Wszystko w porządku.');
  });

  test('goes on with the same data, the same servers and the agent still enrolled', async () => {
    const { user, password } = await anAcceptedGrant(stage.edge, { spec: SHOP_DATABASE });
    await mariadbAsRoot(stage.hosting?.mariadb?.paths.socket ?? '', 'DELETE FROM zielnik_sklep.zamowienia');
    await stage.stop();
    stage = await startStage({ dir });
    const owner = await signIn(stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
    const { grants } = (await (await owner.call('listGrants', { query: { show: 'ended' } })).json()) as { grants: unknown[] };
    expect(grants).toHaveLength(3);
    const orders = await mariadb(databaseServer(stage), user, password, 'SELECT count(*) FROM zielnik_sklep.zamowienia');
    expect(orders.stdout).toBe('0\n');
    expect(await signsInToMailbox(mailServer(stage), 'sklep@zielnik.example', DEMO_PASSWORD)).toBe('in');
  });
});

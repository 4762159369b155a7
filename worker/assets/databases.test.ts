import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DatabaseView } from '../../contract/index.ts';
import { aTrial, refusal, type Trial } from '../../tests/support/assets.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await aTrial();
});
beforeEach(() => trial.clear());

const actions = async () =>
  (await env.DB.prepare('SELECT action FROM audit ORDER BY id').all<{ action: string }>()).results.map(({ action }) => action);
const grantOn = (database: string) => trial.granted({ kind: 'database', database, access: 'read' });

describe('a database', () => {
  test('is created, stands once its host says so, and is gone after its second look', async () => {
    const created = await trial.createDatabase('sklep');
    expect([created.status, await created.json()]).toEqual([
      201,
      { name: 'alfa_sklep', state: 'creating', problem: null, bytes: null, access: [] },
    ]);
    expect(await trial.agent.toldOf('alfa_sklep', 1)).toMatchObject({ kind: 'database-asset', state: { tree: 'alfa' } });
    await trial.applied('alfa_sklep', 1);
    await trial.becomes('alfa_sklep', 'ready');
    expect(await trial.databases()).toEqual({
      live: true,
      prefix: 'alfa_',
      plan: { used: 1, most: 3, bytes: 10, mostBytes: 1000 },
      databases: [{ name: 'alfa_sklep', state: 'ready', problem: null, bytes: 10, access: [] }],
    });
    const deleted = await trial.deleteDatabase('alfa_sklep');
    expect(await deleted.json()).toMatchObject({ name: 'alfa_sklep', state: 'deleting' });
    expect((await trial.agent.toldOf('alfa_sklep', 2)).state).toBeNull();
    expect(await refusal(await trial.createDatabase('sklep'))).toBe('409 asset-changing');
    await trial.applied('alfa_sklep', 2);
    await trial.becomes('alfa_sklep', 'gone');
    expect((await trial.databases()).databases).toEqual([]);
    expect(await actions()).toEqual(['asset.creating', 'asset.created', 'asset.deleting', 'asset.deleted']);
  });

  test('of a name that was there before begins above its gen', async () => {
    await trial.standingDatabase('sklep');
    await trial.deleteDatabase('alfa_sklep');
    await trial.applied('alfa_sklep', 2);
    await trial.becomes('alfa_sklep', 'gone');
    expect((await trial.createDatabase('sklep')).status).toBe(201);
    expect((await trial.agent.toldOf('alfa_sklep', 3)).state).toEqual({ tree: 'alfa' });
  });

  test('that cannot be made says why, and stands after all when it can', async () => {
    await trial.createDatabase('sklep');
    await trial.agent.toldOf('alfa_sklep', 1);
    trial.agent.say({ t: 'fail', kind: 'database-asset', principal: 'alfa_sklep', gen: 1, fault: 'tree-missing' });
    await trial.becomes('alfa_sklep', 'failed');
    expect(await trial.database('alfa_sklep')).toMatchObject({ state: 'failed', problem: 'tree-missing' });
    expect(await refusal(await trial.createDatabase('sklep'))).toBe('422 name: database-exists');
    await trial.applied('alfa_sklep', 1);
    await trial.becomes('alfa_sklep', 'ready');
  });

  test('whose host was restored with a higher gen is told under one above it', async () => {
    await trial.standingDatabase('sklep');
    const again = await trial.agent.connect([{ kind: 'database-asset', principal: 'alfa_sklep', gen: 7, digest: null }]);
    expect((await again.toldOf('alfa_sklep', 8)).state).toEqual({ tree: 'alfa' });
    expect((await trial.row('alfa_sklep'))?.state).toBe('changing');
  });
});

describe('a list', () => {
  test('shows what only the host knows, and nothing of anybody else’s', async () => {
    trial.agent.databases = ['alfa_stara', 'alfaXstara', 'alfa', 'beta_stara', 'mysql'].map((name) => ({ name, bytes: 7 }));
    const { databases, plan } = await trial.databases();
    expect(databases.map(({ name, state }) => [name, state])).toEqual([['alfa_stara', 'ready']]);
    expect(plan).toMatchObject({ used: 1, bytes: 7 });
  });
  test('shows what is missing on the host as a problem', async () => {
    await trial.standingDatabase('sklep');
    trial.agent.databases = [];
    expect(await trial.database('alfa_sklep')).toMatchObject({ state: 'ready', problem: 'database-missing', bytes: 0 });
  });
  test('names live access to each', async () => {
    await trial.standingDatabase('sklep');
    await trial.standingDatabase('blog');
    const { id } = await grantOn('alfa_blog');
    const { databases } = await trial.databases();
    expect(databases.map(({ name, access }) => [name, access])).toEqual([
      ['alfa_blog', [{ grantId: id, person: 'Jan Kowal', email: 'jan@it.test' }]],
      ['alfa_sklep', []],
    ]);
  });
  test.each(['away', 'at a loss'])('is what the tables know while the host is %s', async (how) => {
    await trial.standingDatabase('sklep');
    if (how === 'away') trial.agent.disconnect();
    else trial.agent.fault = 'service-unavailable';
    await expect.poll(async () => (await trial.databases()).live).toBe(false);
    const { databases, plan } = await trial.databases();
    expect(databases).toMatchObject([{ name: 'alfa_sklep', state: 'ready', bytes: null }]);
    expect(plan).toMatchObject({ used: 1, bytes: null });
    expect(await refusal(await trial.createDatabase('nowa'))).toBe('503 host-offline');
    expect(await refusal(await trial.createDatabase('sklep'))).toBe('422 name: database-exists');
    if (how === 'away') await trial.agent.connect();
  });
});

describe('a name', () => {
  const long = (characters: number) => 'a'.repeat(characters - 'alfa_'.length);
  test.each(['select', 'a', '_', '-', 'sklep_2026', 'moj-sklep', long(64)])('%j can be taken', async (name) => {
    const response = await trial.createDatabase(name);
    expect([response.status, (await response.json<DatabaseView>()).name]).toEqual([201, `alfa_${name}`]);
  });
  test.each([
    ['', 'required'],
    ['   ', 'required'],
    [long(65), 'database-name-too-long'],
    ['a'.repeat(65), 'database-name-too-long'],
    ['Sklep', 'database-name-invalid'],
    ['żółw', 'database-name-invalid'],
    ['sklep.pl', 'database-name-invalid'],
    ['sklep nowy', 'database-name-invalid'],
    ["sklep'", 'database-name-invalid'],
    ['sklep"', 'database-name-invalid'],
    ['sklep`', 'database-name-invalid'],
    ['sklep%', 'database-name-invalid'],
    ['sklep\\', 'database-name-invalid'],
    ['../etc', 'database-name-invalid'],
    ['sklep\u0000', 'database-name-invalid'],
  ])('%j cannot: %s, beside its field', async (name, code) => {
    expect(await refusal(await trial.createDatabase(name))).toBe(`422 name: ${code}`);
    expect(await trial.row(`alfa_${name}`)).toBeNull();
    expect(await actions()).toEqual([]);
  });
  test('cannot be one that stands already, whoever made it', async () => {
    await trial.standingDatabase('sklep');
    trial.agent.databases.push({ name: 'alfa_stara', bytes: 1 });
    for (const name of ['sklep', 'stara'])
      expect(await refusal(await trial.createDatabase(name))).toBe('422 name: database-exists');
  });
});

describe('a plan', () => {
  test('holds no more than its number, the host’s own counted', async () => {
    await trial.standingDatabase('sklep');
    await trial.standingDatabase('blog');
    trial.agent.databases.push({ name: 'alfa_stara', bytes: 1 });
    expect(await refusal(await trial.createDatabase('nowa'))).toBe('422 name: database-limit');
    expect(await trial.row('alfa_nowa')).toBeNull();
  });
  test('holds no more than its bytes', async () => {
    trial.agent.databases.push({ name: 'alfa_stara', bytes: 1000 });
    expect(await refusal(await trial.createDatabase('nowa'))).toBe('422 name: database-quota');
  });
  test('is not overrun by twenty who ask at once', async () => {
    trial.agent.databases.push({ name: 'alfa_stara', bytes: 1 });
    const names = Array.from({ length: 20 }, (_, index) => `nowa${index}`);
    const answers = await Promise.all(names.map((name) => trial.createDatabase(name)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(2);
    const refusals = await Promise.all(answers.filter(({ status }) => status !== 201).map(refusal));
    expect(new Set(refusals)).toEqual(new Set(['422 name: database-limit']));
    expect(await actions()).toEqual(['asset.creating', 'asset.creating']);
  });
});

describe('the same name asked for twice at once', () => {
  test('is given once', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => trial.createDatabase('sklep')));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    const refusals = await Promise.all(answers.filter(({ status }) => status !== 201).map(refusal));
    expect(new Set(refusals)).toEqual(new Set(['409 asset-changing']));
    expect(await actions()).toEqual(['asset.creating']);
  });
});

describe('deleting', () => {
  test('needs the name once more', async () => {
    await trial.standingDatabase('sklep');
    for (const typed of ['', 'alfa_Sklep', 'sklep'])
      expect(await refusal(await trial.call('deleteDatabase', { name: 'alfa_sklep', typed }))).toBe('422 typed: name-mismatch');
    expect((await trial.row('alfa_sklep'))?.state).toBe('ready');
  });
  test('is possible for what was there before this product', async () => {
    trial.agent.databases = [{ name: 'alfa_Stara baza', bytes: 1 }];
    expect((await trial.deleteDatabase('alfa_Stara baza')).status).toBe(200);
    expect(await trial.agent.toldOf('alfa_Stara baza', 1)).toMatchObject({ kind: 'database-asset', state: null });
  });
  test('finds neither another service’s database nor one that is nowhere, and tells them alike', async () => {
    trial.agent.databases = [{ name: 'beta_sklep', bytes: 1 }];
    await trial.stranger.call('createDatabase', { params: { serviceId: 's2' }, body: { name: 'blog' } });
    const answers = await Promise.all(
      ['beta_sklep', 'beta_blog', 'alfaXsklep', 'alfa_nic', 'mysql'].map((name) => trial.deleteDatabase(name)),
    );
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect((await trial.row('beta_blog'))?.state).toBe('creating');
    expect(await trial.row('beta_sklep')).toBeNull();
  });
  test('of what is nowhere known waits for its host', async () => {
    trial.agent.fault = 'service-unavailable';
    expect(await refusal(await trial.deleteDatabase('alfa_nic'))).toBe('503 host-offline');
  });
  test('twice at once is done once', async () => {
    await trial.standingDatabase('sklep');
    const answers = await Promise.all(Array.from({ length: 5 }, () => trial.deleteDatabase('alfa_sklep')));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    expect((await actions()).filter((action) => action === 'asset.deleting')).toHaveLength(1);
    expect((await trial.row('alfa_sklep'))?.gen).toBe(2);
  });
});

describe('a request repeated after its answer was lost', () => {
  test('finds the database that it made, whatever became of it', async () => {
    const key = crypto.randomUUID();
    await trial.createDatabase('sklep', key);
    await trial.applied('alfa_sklep', 1);
    await trial.becomes('alfa_sklep', 'ready');
    await env.DB.prepare('DELETE FROM idempotency').run();
    const again = await trial.createDatabase('sklep', key);
    expect([again.status, (await again.json<DatabaseView>()).state]).toEqual([201, 'ready']);
  });
  test('does not delete a database that came under the same name since, nor access to it', async () => {
    await trial.standingDatabase('sklep');
    const key = crypto.randomUUID();
    await trial.deleteDatabase('alfa_sklep', key);
    await trial.applied('alfa_sklep', 2);
    await trial.becomes('alfa_sklep', 'gone');
    await trial.createDatabase('sklep');
    await trial.applied('alfa_sklep', 3);
    await trial.becomes('alfa_sklep', 'ready');
    const { id } = await grantOn('alfa_sklep');
    await env.DB.prepare('DELETE FROM idempotency').run();
    const again = await trial.deleteDatabase('alfa_sklep', key);
    expect([again.status, (await again.json<DatabaseView>()).state]).toEqual([200, 'ready']);
    expect((await trial.row('alfa_sklep'))?.state).toBe('ready');
    expect((await trial.grant(id)).state).toBe('requested');
  });
});

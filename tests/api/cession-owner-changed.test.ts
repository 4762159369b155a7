import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { expect, test } from 'vitest';
import type { RouteName } from '../../contract/index.ts';
import worker from '../../worker/index.ts';
import { ApiClient, type Call } from '../support/api-client.ts';
import { ORIGIN, signedIn } from '../support/in-worker.ts';
import { aGrant, anAccountWithAll, codeOf, rowsOf } from './cession-stage.ts';

/*
 * Requests whose session was read under one owner, and which reach the tables under the next.
 */

const FTP = { kind: 'ftp', directory: '/', access: 'read' };
const TAKEN_BACK: Call = { params: { grantId: 'g-old' } };
const INVITED: Call = {
  body: {
    serviceId: null,
    spec: { kind: 'panel-user', role: 'administrator' },
    grantee: { name: 'Zenon', email: 'zenon@obcy.test' },
    notAfter: null,
  },
};

const OF_OWNERS: RouteName[] = ['blockCession', 'startCession'];

/** A database in which the subscriber changes right before the first batch that is written there. */
function changingBefore(real: D1Database): D1Database {
  let changed = false;
  return {
    prepare: (sql: string) => real.prepare(sql),
    batch: async (statements: D1PreparedStatement[]) => {
      if (!changed) await real.prepare("UPDATE account SET owner_epoch = owner_epoch + 1 WHERE id = 'a1'").run();
      changed = true;
      return real.batch(statements);
    },
  } as unknown as D1Database;
}

test.each<[RouteName, Call]>([
  ['revokeGrant', TAKEN_BACK],
  ['changeGrant', { ...TAKEN_BACK, body: { version: 1, notAfter: null } }],
  ['suspendPanelUser', { params: { grantId: 'g-panel' } }],
  ['blockCession', { body: {} }],
  ['startCession', { body: { kind: 'account', serviceId: null, taker: { name: 'Z', email: 'z@obcy.test' }, typed: '1001' } }],
  ['createGrant', INVITED],
])('%s writes nothing for a session of the former owner, and says why', async (name, call) => {
  await anAccountWithAll('a1', '1001');
  await rowsOf("INSERT OR IGNORE INTO host (id, name, created_at) VALUES ('h1', 'h1.test', 0)");
  const on = { accountId: 'a1', serviceId: 's-a1', hostId: 'h1', kind: 'ftp', spec: FTP } as const;
  await rowsOf("UPDATE account SET owner_epoch = 1 WHERE id = 'a1'");
  if ((await rowsOf("SELECT id FROM grants WHERE id = 'g-old'")).length === 0) {
    await aGrant({ ...on, id: 'g-old', state: 'requested' });
    const spec = { kind: 'panel-user', role: 'user' };
    await aGrant({
      ...on,
      id: 'g-panel',
      serviceId: 'panel-a1',
      hostId: 'edge',
      kind: 'panel-user',
      spec,
      state: 'active',
      memberId: 'kasia',
    });
  }
  const { cookie } = await signedIn('adam@a1.test').then((adam) => (OF_OWNERS.includes(name) ? signedIn('anna@a1.test') : adam));
  const all = async () =>
    JSON.stringify(
      await Promise.all(['grants', 'membership', 'audit', 'outbox', 'asset'].map((table) => rowsOf(`SELECT * FROM ${table}`))),
    );
  const before = await all();
  const context = createExecutionContext();
  const bindings = { ...env, DB: changingBefore(env.DB) };
  const client = new ApiClient((request) => Promise.resolve(worker.fetch(request, bindings, context)), ORIGIN);
  client.cookie = cookie;
  const response = await client.call(name, call);
  await waitOnExecutionContext(context);
  expect([response.status, await codeOf(response)]).toEqual([409, 'owner-changed']);
  expect(await all()).toBe(before);
});

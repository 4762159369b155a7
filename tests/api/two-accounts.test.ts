import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { type GrantView, type Problem, ROUTES, type RouteName, routeFacts } from '../../contract/index.ts';
import type { ApiClient } from '../support/api-client.ts';
import { aHost, anAccount, aStaffMember } from '../support/build/index.ts';
import { planted, signedIn } from '../support/in-worker.ts';
import { plantAssets } from './assets.ts';
import { HELP_IDS, helpStands } from './help.ts';
import { callOf, type Ids, UNSAFE, WITH_FOREIGN_IDS, withoutSample } from './samples.ts';

/*
 * Made from the route table: a route that is added to the contract is tried here without anybody thinking of it.
 * Which role gets how far at each is in roles.test.ts.
 */

const OWN: Ids = { accountId: 'a1', serviceId: 's1', grantId: '', hostId: 'h1', customerId: 'a1', ...HELP_IDS };
const NOWHERE: Ids = {
  accountId: 'zz',
  serviceId: 'zz',
  grantId: 'zz',
  hostId: 'zz',
  customerId: 'zz',
  personId: 'zz',
  offboardingId: 'zz',
  caseId: 'zz',
  attachmentId: 'zz',
  requestId: 'zz',
};
let owner: ApiClient;
let stranger: ApiClient;
let support: ApiClient;

beforeAll(async () => {
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id: 'a1', clientNumber: '1001' })
      .withOwner({ id: 'owner', email: 'anna@alfa.test' })
      .withHosting({ id: 's1', hostId: 'h1', domains: ['alfa.test'] })
      .rows(),
    await anAccount({ id: 'b1', clientNumber: '1002' })
      .withOwner({ email: 'bogdan@beta.test' })
      .withHosting({ id: 's2', hostId: 'h1' })
      .rows(),
    await aStaffMember('support', { email: 'bok@klucznik.test' }),
  );
  [owner, stranger, support] = (await Promise.all(
    ['anna@alfa.test', 'bogdan@beta.test', 'bok@klucznik.test'].map((email) => signedIn(email)),
  )) as [ApiClient, ApiClient, ApiClient];
  await plantAssets();
  await env.DB.batch(helpStands());
  const grant = await (await owner.call('createGrant', callOf('createGrant', OWN))).json<GrantView>();
  OWN.grantId = grant.id;
  OWN.personId = grant.personId;
  OWN.offboardingId = 'act-1';
  await env.DB.prepare(
    "INSERT INTO offboarding (id, account_id, person_id, started_at, started_by_name, grant_ids, secrets, op) VALUES ('act-1', 'a1', ?, 0, 'Anna', '[]', '[]', 'op')",
  )
    .bind(grant.personId)
    .run();
  // The invitation is sent after the answer; nothing may change any more while strangers try.
  await vi.waitFor(
    async () => expect(await env.DB.prepare('SELECT count(*) AS n FROM outbox WHERE sent_at IS NULL').first('n')).toBe(0),
    { timeout: 5000 },
  );
});

const codeOf = async (response: Response) => (await response.json<Problem>()).error.code;
const everything = async () =>
  JSON.stringify(
    await Promise.all(
      [
        'grants',
        'invitation',
        'desired',
        'asset',
        'audit',
        'membership',
        'host',
        'help_case',
        'help_message',
        'setting_request',
      ].map((table) =>
        env.DB.prepare(`SELECT * FROM ${table}`)
          .all()
          .then((all) => all.results),
      ),
    ),
  );

test('every route with a body has a sample body', () => {
  const asks = (route: object) => ('request' in route && typeof route.request === 'object' ? route.request : null) ?? {};
  expect(withoutSample((name) => 'body' in asks(ROUTES[name]))).toEqual([]);
});

describe('a stranger with the id of another account’s thing', () => {
  test.each(WITH_FOREIGN_IDS)('%s: 404, told the same as about a thing that does not exist', async (name) => {
    const before = await everything();
    const foreign = await stranger.call(name, callOf(name, OWN));
    const absent = await stranger.call(name, callOf(name, NOWHERE));
    expect([foreign.status, absent.status]).toEqual([404, 404]);
    expect(await foreign.text()).toBe(await absent.text());
    expect(await everything()).toBe(before);
  });
  test('and the owner reaches the same thing', async () => {
    expect((await owner.call('readGrant', callOf('readGrant', OWN))).status).toBe(200);
    expect((await owner.call('readGrantHistory', callOf('readGrantHistory', OWN))).status).toBe(200);
    for (const name of ['listDatabases', 'listMailboxes', 'noteMailboxReaders'] as const)
      expect((await owner.call(name, callOf(name, OWN))).status).toBe(200);
    for (const name of ['readCase', 'readAttachment', 'readSettingRequest'] as const) {
      const response = await owner.call(name, callOf(name, OWN));
      expect([response.status, (await response.text()).length > 0]).toEqual([200, true]);
    }
  });
  test('and staff read a case, by their own way alone', async () => {
    for (const name of ['readStaffCase', 'readStaffAttachment'] as const)
      expect([(await support.call(name, callOf(name, OWN))).status, (await owner.call(name, callOf(name, OWN))).status]).toEqual([
        200, 403,
      ]);
  });
});

describe('a request that changes something and comes from another site', () => {
  const elsewhere = [
    ['another Origin', { Origin: 'https://zly.example' }],
    ['no Origin', { Origin: '' }],
    ['a cross-site fetch', { 'Sec-Fetch-Site': 'cross-site' }],
  ] as const;
  test.each(UNSAFE.flatMap((name) => elsewhere.map(([what, headers]) => [name, what, headers] as const)))(
    '%s with %s: 403',
    async (name, _, headers) => {
      const before = await everything();
      const response = await owner.call(name, { ...callOf(name, OWN), headers });
      expect([response.status, await codeOf(response)]).toEqual([403, 'foreign-origin']);
      expect(await everything()).toBe(before);
    },
  );
});

/** What somebody who must not change anything still may: prove who they are and leave. */
const OWN_SESSION: RouteName[] = ['signIn', 'signOut', 'stepUp'];
/** And what is theirs to do: a case is a conversation with them. */
const isOfStaff = (name: RouteName) => routeFacts(name).path.startsWith('/staff/cases/');
const CHANGES = UNSAFE.filter(
  (name) => !OWN_SESSION.includes(name) && !isOfStaff(name) && routeFacts(name).access.who !== 'anyone',
);

describe('support', () => {
  test.each(CHANGES)('%s: 403', async (name) => {
    const before = await everything();
    const response = await support.call(name, callOf(name, OWN));
    expect(response.status).toBe(403);
    expect(await everything()).toBe(before);
  });
});

import { createExecutionContext, createScheduledController, env, waitOnExecutionContext } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CessionView, type GrantView, ROUTE_NAMES, type RouteName, sha256Hex } from '../../contract/index.ts';
import worker from '../../worker/index.ts';
import { ApiClient, type Call } from '../support/api-client.ts';
import { PASSWORD } from '../support/build/index.ts';
import { ORIGIN, signedIn } from '../support/in-worker.ts';
import { recordedD1, type Trip } from '../support/recorded-d1.ts';
import { ScriptedAgent } from '../support/scripted-agent.ts';
import { everybody, IDS, mail, plantEverybody, restore } from './roles-setting.ts';
import { callOf, SAMPLES } from './samples.ts';

/*
 * How D1 plans to answer what every route asks of it. The statements are those that the routes issue while they
 * are called, so that a new query is looked at without anybody thinking of it.
 */

const OWNER = mail('owner');
const CALLERS: Partial<Record<RouteName, string>> = {
  findCustomer: mail('support'),
  listCustomerGrants: mail('support'),
  listHosts: mail('operator'),
  createHost: mail('operator'),
  renewHostToken: mail('operator'),
  acceptDelegation: mail('delegate'),
  listCaseQueue: mail('support'),
  readStaffCase: mail('support'),
  readStaffAttachment: mail('support'),
  takeCase: mail('support'),
  answerCase: mail('support'),
  handCaseOn: mail('support'),
  closeStaffCase: mail('support'),
  listColleagues: mail('support'),
  refuseDelegation: mail('delegate'),
};

/** What is read whole on purpose. */
const READ_WHOLE: Partial<Record<RouteName | 'cron', RegExp>> = {
  // The page shows every hosting server, and a provider has few.
  listHosts: /^SCAN host USING INDEX host_name_unique$/,
  // The partial index holds nothing but unfinished work. Sessions live for hours: reading each a dozen times costs less
  // than writing an index entry at every sign-in, which D1 charges a thousand times the price of a row read.
  cron: /^SCAN (desired USING INDEX desired_unconfirmed|asset USING INDEX asset_unconfirmed|zone USING INDEX zone_unconfirmed|session)$/,
};
/** No table: a list handed over as JSON, the few newest rows that an index has found, what a step above has found, or a single row of constants. */
const NO_TABLE = /^SCAN (json_each\b|lately$|\(subquery-\d+\)$|CONSTANT ROW|\d+ CONSTANT ROWS)/;

beforeAll(async () => {
  await plantEverybody();
  await everybody();
  const agent = await ScriptedAgent.enrolled('h1');
  agent.mailboxes = [{ address: SAMPLES.mailbox, bytes: 1, lastUseAt: null, active: true }];
  await agent.connect();
});
beforeEach(restore);

/** Lets the worker act on a database that writes down what is asked, until all it does after its answer is done too. */
async function recorded(act: (bindings: typeof env, context: ExecutionContext) => Promise<unknown>): Promise<Trip[]> {
  const trips: Trip[] = [];
  const context = createExecutionContext();
  await act({ ...env, DB: recordedD1(env.DB, trips) }, context);
  await waitOnExecutionContext(context);
  return trips;
}

async function tripsOf(name: RouteName, call: Call, who = CALLERS[name] ?? OWNER): Promise<Trip[]> {
  const { cookie } = await signedIn(who);
  return recorded(async (bindings, context) => {
    const client = new ApiClient((request) => Promise.resolve(worker.fetch(request, bindings, context)), ORIGIN);
    client.cookie = cookie;
    const response = await client.call(name, call);
    expect(response.ok, `${name}: ${response.status}`).toBe(true);
    await response.text();
  });
}

/** A grant with an open invitation, and the token of its link. */
async function invite(over: object = {}): Promise<{ grantId: string; token: string }> {
  const owner = await signedIn(OWNER);
  const sample = callOf('createGrant', IDS);
  const body = { ...('body' in sample ? sample.body : {}), ...over };
  const { id } = await (await owner.call('createGrant', { body })).json<GrantView>();
  const text = await vi.waitFor(async () => {
    const sent = await env.DB.prepare('SELECT text FROM sent_message ORDER BY id DESC LIMIT 1').first<string>('text');
    const left = await env.DB.prepare('SELECT count(*) AS n FROM outbox WHERE sent_at IS NULL').first('n');
    expect(left).toBe(0);
    return sent;
  });
  return { grantId: id, token: /#([\w-]{43})/.exec(text ?? '')?.[1] ?? '' };
}

/** A link to the cession that is on offer. */
async function linkToCession(): Promise<object> {
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  await env.DB.prepare("INSERT INTO cession_token (hash, cession_id) VALUES (?, 'c1')")
    .bind(await sha256Hex(token))
    .run();
  return { token };
}
/** A link to the form of the question about a setting. */
async function linkToForm(): Promise<object> {
  const token = Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url');
  await env.DB.prepare(
    "INSERT INTO setting_token (hash, request_id, sending) SELECT ?, id, sending FROM setting_request WHERE id = 'request-1'",
  )
    .bind(await sha256Hex(token))
    .run();
  return { token };
}
const linkToPanel = async () => {
  const grantee = { name: 'Nowa', email: `${crypto.randomUUID()}@it.test` };
  const { token } = await invite({ serviceId: null, spec: { kind: 'panel-user', role: 'user' }, grantee });
  return { token };
};
const stand = (sql: string) => async () => {
  await env.DB.prepare(sql).run();
  return {};
};

/** A cession that the other side has accepted, and in which the giver has decided on everything. */
async function decided(): Promise<object> {
  await env.DB.prepare("UPDATE cession SET state = 'accepted', taker_user_id = 'stranger', subscriber = ? WHERE id = 'c1'")
    .bind(JSON.stringify({ type: 'person', name: 'Ewa Lis', address: 'Prosta 1', postcode: '00-001', city: 'Warszawa' }))
    .run();
  const owner = await signedIn(OWNER);
  const params = { cessionId: 'c1' };
  const { items, version } = await (await owner.call('readCession', { params })).json<CessionView>();
  const decisions = items.filter(({ mayStay }) => mayStay).map(({ id }) => ({ id, decision: 'keep' }));
  const response = await owner.call('decideCession', { params, body: { version, decisions } });
  return { version: (await response.json<CessionView>()).version };
}

/** What must stand before a route can do its work, and what its body must say of it. */
const BEFORE: Partial<Record<RouteName, () => Promise<object>>> = {
  signIn: async () => ({ email: OWNER, password: PASSWORD }),
  readInvitation: async () => ({ token: (await invite()).token }),
  claimInvitation: async () => ({ token: (await invite()).token }),
  refuseInvitation: async () => ({ token: (await invite()).token }),
  acceptPanelInvitation: linkToPanel,
  offerDelegation: stand("UPDATE grants SET state = 'ended' WHERE id = 'g-domain'"),
  acceptDelegation: stand("UPDATE grants SET state = 'requested' WHERE id = 'g-domain'"),
  startCession: stand("UPDATE cession SET state = 'cancelled' WHERE id = 'c1'"),
  lookupCession: linkToCession,
  acceptCession: linkToCession,
  declineCession: linkToCession,
  confirmCession: decided,
  readSettingForm: linkToForm,
  fillSettingForm: linkToForm,
};

async function planOf({ sql, params }: { sql: string; params: unknown[] }): Promise<string[]> {
  const { results } = await env.DB.prepare(`EXPLAIN QUERY PLAN ${sql}`)
    .bind(...params)
    .all<{ detail: string }>();
  return results.map(({ detail }) => detail);
}

/** Steps of the plans that read a whole table or index, each with its statement. */
async function scansOf(trips: Trip[], allowed = /^$/): Promise<string[]> {
  const statements = trips.flatMap((trip) => trip.statements);
  expect(statements.length).toBeGreaterThan(0);
  const found = await Promise.all(
    statements.map(async (statement) =>
      (await planOf(statement))
        .filter((step) => step.startsWith('SCAN ') && !NO_TABLE.test(step) && !allowed.test(step))
        .map((step) => `${step}: ${statement.sql}`),
    ),
  );
  return found.flat();
}

describe('the statements of', () => {
  test.each(ROUTE_NAMES)('%s find their rows through an index', async (name) => {
    const { grantId } = await invite();
    const said = await BEFORE[name]?.();
    const sample = callOf(name, { ...IDS, grantId });
    const call: Call = 'body' in sample ? { ...sample, body: { ...sample.body, ...said } } : sample;
    expect(await scansOf(await tripsOf(name, call), READ_WHOLE[name])).toEqual([]);
  });

  test.each(['person', 'service', 'end'])('listGrants by %s find a further page in order, without sorting', async (order) => {
    await invite();
    await invite();
    const query = { order, limit: '1' };
    const first = await (await signedIn(OWNER)).call('listGrants', { query });
    const { next } = await first.json<{ next: string }>();
    const trips = await tripsOf('listGrants', { query: { ...query, after: next } });
    expect(await scansOf(trips)).toEqual([]);
    const steps = await Promise.all(trips.flatMap((trip) => trip.statements.map(planOf)));
    expect(steps.flat().filter((step) => /TEMP B-TREE|AUTOMATIC/.test(step))).toEqual([]);
  });

  test.each(['new', 'mine', 'taken', 'closed'])(
    'listCaseQueue of those that are %s find a further page in order, without sorting',
    async (show) => {
      const trips = await tripsOf('listCaseQueue', { query: { show, limit: '1', after: '5.case-1' } });
      expect(await scansOf(trips)).toEqual([]);
      const steps = await Promise.all(trips.flatMap((trip) => trip.statements.map(planOf)));
      expect(steps.flat().filter((step) => /TEMP B-TREE|AUTOMATIC/.test(step))).toEqual([]);
    },
  );

  test.each(['owner', 'user'] as const)('listCases of role %s find a further page in order, without sorting', async (who) => {
    const query = { limit: '1', after: '5.case-1' };
    const trips = await tripsOf('listCases', { query }, mail(who));
    expect(await scansOf(trips)).toEqual([]);
    const steps = await Promise.all(trips.flatMap((trip) => trip.statements.map(planOf)));
    expect(steps.flat().filter((step) => /TEMP B-TREE|AUTOMATIC/.test(step))).toEqual([]);
  });

  test.each([
    { search: 'jan it.test' },
    { search: 'jan', kind: 'ftp' },
    { kind: 'ftp' },
    { serviceId: 's1' },
    { state: 'requested' },
    { state: 'active', kind: 'ftp', serviceId: 's1' },
    { kind: 'ftp', show: 'ended' },
  ])('listGrants with %j find their rows through an index', async (query) => {
    await invite();
    const trips = await tripsOf('listGrants', { query: { ...query, limit: '1' } });
    expect(await scansOf(trips)).toEqual([]);
  });

  test('the cron trigger at a full hour find their rows through an index', async () => {
    await invite();
    const trips = await recorded(async (bindings) => {
      await worker.scheduled(createScheduledController({ scheduledTime: Date.UTC(2026, 0, 1) }), bindings);
    });
    expect(await scansOf(trips, READ_WHOLE.cron)).toEqual([]);
  });
});

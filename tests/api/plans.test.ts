import { createExecutionContext, createScheduledController, env, waitOnExecutionContext } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { type GrantView, ROUTE_NAMES, type RouteName } from '../../contract/index.ts';
import worker from '../../worker/index.ts';
import { ApiClient, type Call } from '../support/api-client.ts';
import { aHost, anAccount, aStaffMember } from '../support/build/index.ts';
import { ORIGIN, planted, signedIn } from '../support/in-worker.ts';
import { recordedD1, type Trip } from '../support/recorded-d1.ts';
import { ScriptedAgent } from '../support/scripted-agent.ts';
import { plantAssets } from './assets.ts';
import { callOf, SAMPLES } from './samples.ts';

/*
 * How D1 plans to answer what every route asks of it. The statements are those that the routes issue while they
 * are called, so that a new query is looked at without anybody thinking of it.
 */

const OWNER = 'anna@alfa.test';
const CALLERS: Partial<Record<RouteName, string>> = {
  findCustomer: 'bok@klucznik.test',
  listCustomerGrants: 'bok@klucznik.test',
  listHosts: 'serwery@klucznik.test',
  createHost: 'serwery@klucznik.test',
  renewHostToken: 'serwery@klucznik.test',
};

/** What is read whole on purpose. */
const READ_WHOLE: Partial<Record<RouteName | 'cron', RegExp>> = {
  // The page shows every hosting server, and a provider has few.
  listHosts: /^SCAN host USING INDEX host_name_unique$/,
  // The partial index holds nothing but unfinished work. Sessions live for hours: reading each a dozen times costs less
  // than writing an index entry at every sign-in, which D1 charges a thousand times the price of a row read.
  cron: /^SCAN (desired USING INDEX desired_unconfirmed|asset USING INDEX asset_unconfirmed|zone USING INDEX zone_unconfirmed|session)$/,
};
/** No table: a list handed over as JSON, the few newest rows that an index has found, or a single row of constants. */
const NO_TABLE = /^SCAN (json_each\b|lately$|CONSTANT ROW|\d+ CONSTANT ROWS)/;

beforeAll(async () => {
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id: 'a1', clientNumber: '1001' })
      .withOwner({ email: OWNER, password: 'bardzo-tajne-haslo-1' })
      .withHosting({ id: 's1', hostId: 'h1', domains: ['alfa.test'], plan: { maxDatabases: 50 } })
      .rows(),
    await aStaffMember('support', { email: 'bok@klucznik.test' }),
    await aStaffMember('operator', { email: 'serwery@klucznik.test' }),
  );
  const agent = await ScriptedAgent.enrolled('h1');
  agent.mailboxes = [{ address: SAMPLES.mailbox, bytes: 1, lastUseAt: null, active: true }];
  await agent.connect();
});
beforeEach(plantAssets);

/** Lets the worker act on a database that writes down what is asked, until all it does after its answer is done too. */
async function recorded(act: (bindings: typeof env, context: ExecutionContext) => Promise<unknown>): Promise<Trip[]> {
  const trips: Trip[] = [];
  const context = createExecutionContext();
  await act({ ...env, DB: recordedD1(env.DB, trips) }, context);
  await waitOnExecutionContext(context);
  return trips;
}

async function tripsOf(name: RouteName, call: Call): Promise<Trip[]> {
  const { cookie } = await signedIn(CALLERS[name] ?? OWNER);
  return recorded(async (bindings, context) => {
    const client = new ApiClient((request) => Promise.resolve(worker.fetch(request, bindings, context)), ORIGIN);
    client.cookie = cookie;
    const response = await client.call(name, call);
    expect(response.ok, `${name}: ${response.status}`).toBe(true);
    await response.text();
  });
}

/** A grant with an open invitation, and the token of its link. */
async function invite(): Promise<{ grantId: string; token: string }> {
  const owner = await signedIn(OWNER);
  const ids = { accountId: 'a1', serviceId: 's1', grantId: '', hostId: 'h1', customerId: 'a1' };
  const { id } = await (await owner.call('createGrant', callOf('createGrant', ids))).json<GrantView>();
  const text = await vi.waitFor(async () => {
    const sent = await env.DB.prepare('SELECT text FROM sent_message ORDER BY id DESC LIMIT 1').first<string>('text');
    const left = await env.DB.prepare('SELECT count(*) AS n FROM outbox WHERE sent_at IS NULL').first('n');
    expect(left).toBe(0);
    return sent;
  });
  return { grantId: id, token: /#([\w-]{43})/.exec(text ?? '')?.[1] ?? '' };
}

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
    const { grantId, token } = await invite();
    const sample = callOf(name, { accountId: 'a1', serviceId: 's1', grantId, hostId: 'h1', customerId: 'a1' });
    const body = 'body' in sample && 'token' in sample.body ? { ...sample.body, token } : 'body' in sample ? sample.body : null;
    const signIn = name === 'signIn' ? { email: OWNER, password: 'bardzo-tajne-haslo-1' } : null;
    const call: Call = { ...sample, ...(body || signIn ? { body: signIn ?? body } : {}) };
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

  test('the cron trigger at a full hour find their rows through an index', async () => {
    await invite();
    const trips = await recorded(async (bindings) => {
      await worker.scheduled(createScheduledController({ scheduledTime: Date.UTC(2026, 0, 1) }), bindings);
    });
    expect(await scansOf(trips, READ_WHOLE.cron)).toEqual([]);
  });
});

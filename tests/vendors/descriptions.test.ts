import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AcronisCloud, startAcronis } from '../support/vendors/acronis.ts';
import type { Exchange } from '../support/vendors/cloud.ts';
import { aDirectoryUser, type GraphCloud, startGraph } from '../support/vendors/graph.ts';
import { Description, hasDescriptions } from './description.ts';
import { ACRONIS_TENANT, acronisAt, anOrder, graphAt, OTHER_SKU, Seat, SKU, TENANT } from './kit.ts';

/*
 * Every request that the clients send, and every answer that the clouds of the other suites give, against the
 * vendors' published descriptions. They lie beside the repository; a clone without them shows these tests as skipped.
 */

const THROTTLED = { status: 429, headers: { 'Retry-After': '2.128' } };

/** A seat's whole life at Microsoft, with everything that may go wrong on the way. */
async function liveAtGraph(cloud: GraphCloud): Promise<void> {
  const seat = new Seat(graphAt(cloud));
  const admin = anOrder({ role: 'administrator' });
  const complaint = { error: { code: 'TooManyRequests', message: 'Too many requests' } };
  cloud.mishaps.push({ on: 'POST /v1.0/users', reply: { ...THROTTLED, answer: complaint } });
  cloud.mishaps.push({ on: 'POST /v1.0/users/*/assignLicense', reply: { status: 503, answer: complaint } });
  await seat.until(admin);
  cloud.expireTokens();
  await seat.until(anOrder());
  await seat.until(anOrder({ product: OTHER_SKU }));
  await seat.until(anOrder({ product: OTHER_SKU, role: null }));
  cloud.directory.users.push(aDirectoryUser({ userPrincipalName: `ewa@${TENANT}`, mail: 'ewa@it.test' }));
  cloud.directory.skus.set(SKU, { name: 'SPB', bought: 0 });
  await new Seat(graphAt(cloud)).apply(anOrder({ person: { name: 'Ewa Lis', email: 'ewa@it.test' } }));
}

/** The same at Acronis. */
async function liveAtAcronis(cloud: AcronisCloud): Promise<void> {
  const seat = new Seat(acronisAt(cloud));
  const order = anOrder({ tenant: ACRONIS_TENANT });
  const complaint = { error: { code: 429, domain: null, message: 'Too Many Requests', details: {} } };
  cloud.mishaps.push({ on: 'POST /api/2/users', reply: { ...THROTTLED, answer: complaint } });
  await seat.until(order);
  cloud.expireTokens();
  await seat.until({ ...order, role: 'administrator' });
  await new Seat(acronisAt(cloud)).until({ ...order, person: { name: 'Jan', email: 'jan@it.test' } });
  const stale = { error: { code: 1001, domain: null, message: 'Version mismatch', details: {} } };
  cloud.mishaps.push({ on: 'DELETE /api/2/users/*', reply: { status: 409, answer: stale } });
  await seat.until({ ...order, role: null });
  cloud.quota = 0;
  await new Seat(acronisAt(cloud)).apply(order);
}

const VENDORS = [
  {
    name: 'Microsoft Graph',
    file: 'msgraph.openapi.json',
    below: '/v1.0',
    async life(): Promise<Exchange[]> {
      const skus = new Map([SKU, OTHER_SKU].map((sku) => [sku, { name: 'SPB', bought: 3 }]));
      const cloud = await startGraph({ skus });
      await liveAtGraph(cloud).finally(() => cloud.stop());
      return cloud.exchanges;
    },
  },
  {
    name: 'Acronis',
    file: 'acronis.openapi.json',
    below: '',
    async life(): Promise<Exchange[]> {
      const cloud = await startAcronis();
      await liveAtAcronis(cloud).finally(() => cloud.stop());
      return cloud.exchanges;
    },
  },
] as const;

/** What breaks a body: its first member goes, or becomes something else. */
const broken = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && Object.keys(body).length > 0 ? 'nic' : { nic: 1 };

describe.skipIf(!hasDescriptions).each(VENDORS)(
  '$name against its description in ../shared/vendors:',
  ({ file, below, life }) => {
    let description: Description;
    let exchanges: Exchange[] = [];
    let operations: Map<string, Exchange>;
    beforeAll(async () => {
      description = new Description(file);
      const all = await life();
      // Microsoft's way to a token is another service's.
      exchanges = all
        .filter(({ path }) => path.startsWith(below) && !path.includes('/oauth2/'))
        .map((one) => ({ ...one, path: one.path.slice(below.length) }));
      operations = new Map(exchanges.map((one) => [description.operationOf(one) ?? '', one]));
    });
    afterAll(() => exchanges.splice(0));

    test('each request and each answer is as described', () => {
      expect(exchanges.length).toBeGreaterThan(15);
      expect(exchanges.flatMap((one) => description.faults(one))).toEqual([]);
    });
    test('with a token wherever one is asked for', () => {
      for (const { path, authorization } of exchanges)
        expect(authorization, path).toMatch(path.endsWith('/token') ? /^Basic / : /^Bearer /);
    });
    test('throttling, expired tokens and refusals were among them', () => {
      expect(exchanges.map(({ status }) => status)).toEqual(expect.arrayContaining([400, 401, 429]));
    });
    test('every operation used is told from a broken one', () => {
      expect(operations.size).toBeGreaterThan(7);
      for (const [operation, one] of operations) {
        expect(description.faults({ ...one, status: 399 }), operation).not.toEqual([]);
        expect(description.faults({ ...one, answer: one.answer === undefined ? {} : broken(one.answer) }), operation).not.toEqual(
          [],
        );
        expect(description.faults({ ...one, query: { ...one.query, nic: '1' } }), operation).not.toEqual([]);
        expect(description.faults({ ...one, body: broken(one.body) }), operation).not.toEqual([]);
      }
    });
  },
);

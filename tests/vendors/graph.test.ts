import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LICENSE_ADMINISTRATOR } from '../../worker/vendors/graph/roles.ts';
import type { Vendor } from '../../worker/vendors/port.ts';
import type { Mishap } from '../support/vendors/cloud.ts';
import { aDirectoryUser, type GraphCloud, startGraph } from '../support/vendors/graph.ts';
import { anOrder, graphAt, OTHER_SKU, SECRET, Seat, SKU, TENANT } from './kit.ts';

let cloud: GraphCloud;
let vendor: Vendor;
let seat: Seat;
beforeEach(async () => {
  cloud = await startGraph({ skus: new Map([SKU, OTHER_SKU].map((sku) => [sku, { name: 'SPB', bought: 2 }])) });
  vendor = graphAt(cloud);
  seat = new Seat(vendor);
});
afterEach(() => cloud.stop());

const ADMIN = anOrder({ role: 'administrator' });
const GONE = anOrder({ role: null });
const DONE = { done: true };
const error = (code: string) => ({ error: { code, message: 'kłopot' } });
const users = () => cloud.directory.users;
const skusOf = (at = 0) => users()[at]?.assignedLicenses.map(({ skuId }) => skuId);
const asked = (what: string) => cloud.exchanges.filter(({ method, path }) => `${method} ${path}`.includes(what)).length;
/** Somebody whom the customer itself has put into its directory. */
function someone(said = {}) {
  const one = aDirectoryUser({ userPrincipalName: `jan@${TENANT}`, mail: 'jan@it.test', usageLocation: 'DE', ...said });
  users().push(one);
  return one;
}

describe('a seat', () => {
  test('makes a user with a licence, and takes both back: nothing of a user’s is deleted', async () => {
    expect(await seat.apply(anOrder())).toEqual(DONE);
    expect(users()).toMatchObject([{ usageLocation: 'PL', accountEnabled: true, otherMails: ['jan@it.test'] }]);
    expect(users()[0]?.userPrincipalName).toMatch(/^jan\.[0-9a-f]{8}@zielnik/);
    expect(skusOf()).toEqual([SKU]);
    expect(await seat.apply(GONE)).toEqual(DONE);
    expect(users()).toMatchObject([{ accountEnabled: false, assignedLicenses: [] }]);
    expect(cloud.directory.ended).toEqual([users()[0]?.id]);
    const before = cloud.exchanges.length;
    expect(await seat.apply(GONE)).toEqual(DONE);
    expect(cloud.exchanges.slice(before).every(({ method }) => method === 'GET')).toBe(true);
  });
  test('changes nothing when it is as wanted', async () => {
    await seat.apply(ADMIN);
    const before = cloud.exchanges.length;
    expect(await seat.apply(ADMIN)).toEqual(DONE);
    expect(cloud.exchanges.slice(before).map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
  });
  test('uses the user that is there, and leaves it enabled and where it is', async () => {
    const one = someone();
    await seat.apply(anOrder());
    expect(users()).toHaveLength(1);
    expect(skusOf()).toEqual([SKU]);
    await seat.apply(GONE);
    expect(one).toMatchObject({ accountEnabled: true, usageLocation: 'DE', assignedLicenses: [] });
    expect(cloud.directory.ended).toEqual([]);
  });
  test('that comes again to a person uses their user again', async () => {
    await seat.until(anOrder());
    await seat.until(GONE);
    await new Seat(vendor).until(anOrder());
    expect(users()).toMatchObject([{ accountEnabled: true, assignedLicenses: [{ skuId: SKU }] }]);
  });
  test('of an address with a quote asks for just that one', async () => {
    const person = { name: 'Pat O’Neil', email: "o'neil@it.test" };
    const one = someone({ mail: person.email });
    await seat.until(anOrder({ person }));
    expect(one.assignedLicenses).toHaveLength(1);
  });
  test('changes to another product in one call', async () => {
    await seat.until(anOrder());
    await seat.until(anOrder({ product: OTHER_SKU }));
    expect(skusOf()).toEqual([OTHER_SKU]);
    expect(asked('assignLicense')).toBe(2);
  });
  test('leaves what other seats of the person give', async () => {
    const other = { products: [OTHER_SKU], administrator: true };
    await seat.until(ADMIN);
    await new Seat(vendor).until(
      anOrder({ product: OTHER_SKU, role: 'administrator', besides: { products: [SKU], administrator: true } }),
    );
    await seat.until({ ...GONE, besides: other });
    expect(skusOf()).toEqual([OTHER_SKU]);
    expect(cloud.directory.roles).toHaveLength(1);
    expect(users()).toMatchObject([{ accountEnabled: true }]);
  });
  test('that was never spoken of takes nothing from anybody', async () => {
    const one = someone({ assignedLicenses: [{ skuId: SKU, disabledPlans: [] }] });
    expect(await seat.apply(GONE)).toEqual(DONE);
    expect(one.assignedLicenses).toHaveLength(1);
  });
});

describe('an administrator’s seat', () => {
  test('brings the role License Administrator, and takes it with the sessions begun under it', async () => {
    await seat.until(ADMIN);
    expect(cloud.directory.roles).toMatchObject([
      { roleDefinitionId: LICENSE_ADMINISTRATOR, directoryScopeId: '/', principalId: users()[0]?.id },
    ]);
    await seat.until(anOrder());
    expect(cloud.directory.roles).toEqual([]);
    expect(skusOf()).toEqual([SKU]);
    expect(cloud.directory.ended).toHaveLength(1);
  });
  test('leaves a role that somebody else has given', async () => {
    const one = someone();
    cloud.directory.roles.push({ id: 'r1', principalId: one.id, roleDefinitionId: LICENSE_ADMINISTRATOR, directoryScopeId: '/' });
    await seat.until(ADMIN);
    await seat.until(GONE);
    expect(cloud.directory.roles).toMatchObject([{ id: 'r1' }]);
  });
});

describe('waits and comes again after', () => {
  const throttled: Mishap['reply'] = { status: 429, headers: { 'Retry-After': '2.128' }, answer: error('TooManyRequests') };
  test('429, as long as it is told, and tells nobody of a problem', async () => {
    cloud.mishaps.push({ on: 'GET /v1.0/users', reply: throttled });
    expect(await seat.until(anOrder())).toEqual([{ done: false, problem: null, waitMs: 2128 }, DONE]);
  });
  test.each([
    ['409', { status: 409, answer: error('Directory_ConcurrencyViolation') }, null],
    ['503', { status: 503, answer: error('ServiceUnavailable') }, null],
    ['500', { status: 500, answer: error('InternalServerError') }, 'service-unavailable'],
    ['an answer that is none', { status: 200, answer: ['?'] }, 'unexpected'],
    ['a connection that closes', 'hang-up', 'service-unavailable'],
    ['silence', 'silence', 'service-unavailable'],
    ['a missing right of ours', { status: 403, answer: error('Authorization_RequestDenied') }, 'service-unavailable'],
  ] as const)('%s, and it is as wanted in the end', async (_, reply, problem) => {
    cloud.mishaps.push({ on: 'POST /v1.0/users/*/assignLicense', reply });
    expect(await seat.until(anOrder())).toEqual([{ done: false, problem, waitMs: null }, DONE]);
    expect(users()).toHaveLength(1);
    expect(skusOf()).toEqual([SKU]);
  });
  test('a cloud that is not there at all', async () => {
    const away = new Seat(graphAt({ url: 'http://127.0.0.1:1' }));
    expect(await away.apply(anOrder())).toEqual({ done: false, problem: 'service-unavailable', waitMs: null });
  });
  test('a licence given and a role not: both in the end, and neither after the end', async () => {
    cloud.mishaps.push({ on: 'POST /v1.0/roleManagement/directory/roleAssignments', reply: { status: 500, answer: error('x') } });
    expect(await seat.apply(ADMIN)).toMatchObject({ done: false, problem: 'service-unavailable' });
    expect([skusOf(), cloud.directory.roles]).toEqual([[SKU], []]);
    await seat.until(ADMIN);
    expect(cloud.directory.roles).toHaveLength(1);
    await seat.until(GONE);
    expect([skusOf(), cloud.directory.roles]).toEqual([[], []]);
  });
  test('a licence given and a role not, when the seat then ends', async () => {
    cloud.mishaps.push({ on: 'POST /v1.0/roleManagement/directory/roleAssignments', reply: { status: 500, answer: error('x') } });
    await seat.apply(ADMIN);
    await seat.until(GONE);
    expect([skusOf(), cloud.directory.roles, users()[0]?.accountEnabled]).toEqual([[], [], false]);
  });
});

describe('an answer that is lost after the deed', () => {
  test.each(['POST /v1.0/users', 'POST /v1.0/users/*/assignLicense', 'POST /v1.0/roleManagement/directory/roleAssignments'])(
    'of %s: the repeat finds it, and it is all taken back in the end',
    async (on) => {
      for (const reply of ['silence', 'hang-up'] as const) cloud.mishaps.push({ on, committed: true, reply });
      await seat.until(ADMIN);
      expect([users().length, skusOf(), cloud.directory.roles.length]).toEqual([1, [SKU], 1]);
      await seat.until(GONE);
      expect([users().length, skusOf(), cloud.directory.roles.length]).toEqual([1, [], 0]);
      expect(users()).toMatchObject([{ accountEnabled: false }]);
    },
  );
  test.each([
    'PATCH /v1.0/users/*',
    'POST /v1.0/users/*/assignLicense',
    'DELETE /v1.0/roleManagement/directory/roleAssignments/*',
  ])('of %s at the end: the repeat finds it', async (on) => {
    await seat.until(ADMIN);
    cloud.mishaps.push({ on, committed: true, reply: 'silence' });
    await seat.until(GONE);
    expect([users().length, skusOf(), cloud.directory.roles.length, users()[0]?.accountEnabled]).toEqual([1, [], 0, false]);
  });
  test('of making a user, when the seat then ends: the user is no way in', async () => {
    cloud.mishaps.push({ on: 'POST /v1.0/users', committed: true, reply: 'hang-up' });
    expect(await seat.apply(anOrder())).toMatchObject({ done: false });
    await seat.until(GONE);
    expect(users()).toMatchObject([{ accountEnabled: false, assignedLicenses: [] }]);
  });
});

describe('a token', () => {
  test('is asked for once, and once more when it is not taken', async () => {
    await seat.until(anOrder());
    expect(cloud.tokensGiven()).toBe(1);
    cloud.expireTokens();
    expect(await seat.apply(ADMIN)).toEqual(DONE);
    expect(cloud.tokensGiven()).toBe(2);
  });
  test('that is never taken, or never given, is a problem of the service', async () => {
    cloud.mishaps.push({ on: 'GET /v1.0/users', times: 2, reply: { status: 401, answer: error('InvalidAuthenticationToken') } });
    expect(await seat.apply(anOrder())).toEqual({ done: false, problem: 'service-unavailable', waitMs: null });
    const other = new Seat(graphAt(cloud));
    cloud.mishaps.push({ on: 'POST /*/oauth2/v2.0/token', reply: { status: 400, answer: { error: 'invalid_client' } } });
    expect(await other.apply(anOrder())).toEqual({ done: false, problem: 'service-unavailable', waitMs: null });
  });
  test('and what it was got with stand in no request but their own', async () => {
    await seat.until(ADMIN);
    for (const { path, query, body } of cloud.exchanges.filter(({ path }) => !path.includes('/oauth2/')))
      expect(JSON.stringify([path, query, body])).not.toMatch(new RegExp(`${SECRET}|token-`));
    expect(JSON.stringify(seat.memory)).not.toContain(SECRET);
  });
});

describe('what trying again does not mend', () => {
  test('no licence is left at Microsoft', async () => {
    cloud.directory.skus.set(SKU, { name: 'SPB', bought: 0 });
    expect(await seat.apply(anOrder())).toEqual({ done: false, problem: 'vendor-seats-out', waitMs: null });
  });
  test('Microsoft refuses for another reason', async () => {
    cloud.mishaps.push({ on: 'POST /v1.0/users/*/assignLicense', reply: { status: 400, answer: error('Request_BadRequest') } });
    expect(await seat.apply(anOrder())).toEqual({ done: false, problem: 'vendor-refused', waitMs: null });
  });
  test.each([
    ['CountViolation', 'vendor-seats-out'],
    ['MutuallyExclusiveViolation', 'vendor-refused'],
    ['ProhibitedInUsageLocationViolation', 'vendor-refused'],
  ] as const)('an assigned licence with the error %s', async (fault, problem) => {
    await seat.until(anOrder());
    const [state] = users()[0]?.licenseAssignmentStates ?? [];
    if (state) state.error = fault;
    expect(await seat.apply(anOrder())).toEqual({ done: false, problem, waitMs: null });
  });
});

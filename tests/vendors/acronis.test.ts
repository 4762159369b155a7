import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AcronisCloud, startAcronis } from '../support/vendors/acronis.ts';
import { ACRONIS_TENANT, acronisAt, anOrder, SECRET, Seat } from './kit.ts';

let cloud: AcronisCloud;
let seat: Seat;
beforeEach(async () => {
  cloud = await startAcronis();
  seat = new Seat(acronisAt(cloud));
});
afterEach(() => cloud.stop());

const ORDER = anOrder({ tenant: ACRONIS_TENANT });
const ADMIN = { ...ORDER, role: 'administrator' } as const;
const GONE = { ...ORDER, role: null };
const DONE = { done: true };
const error = (code: number) => ({ error: { code, domain: null, message: 'x', details: {} } });
const live = () => cloud.users.filter(({ deleted_at }) => deleted_at === null);
/** Who can sign in and do something. */
const usable = () => live().filter(({ id, enabled }) => enabled && cloud.roles.has(id));

describe('a seat', () => {
  test('is a user of its own with one role and a link to a first password; at the end disabled and deleted', async () => {
    expect(await seat.apply(ORDER)).toEqual(DONE);
    expect(live()).toMatchObject([{ login: ORDER.principal, enabled: true, contact: { email: 'jan@it.test' } }]);
    expect([...cloud.roles.values()]).toEqual(['backup_user']);
    expect(cloud.invited).toHaveLength(1);
    expect(await seat.apply(GONE)).toEqual(DONE);
    expect(live()).toEqual([]);
    expect(await seat.apply(GONE)).toEqual(DONE);
  });
  test('of an administrator looks after protection and nothing else, until it is lowered', async () => {
    await seat.until(ADMIN);
    expect([...cloud.roles.values()]).toEqual(['protection_admin']);
    await seat.until(ORDER);
    expect([...cloud.roles.values()]).toEqual(['backup_user']);
    expect(cloud.invited).toHaveLength(1);
  });
  test('that was never made needs no end', async () => {
    expect(await seat.apply(GONE)).toEqual(DONE);
    expect(cloud.exchanges).toEqual([]);
  });
});

describe('waits and comes again after', () => {
  test('429, as long as it is told', async () => {
    cloud.mishaps.push({ on: 'POST /api/2/users', reply: { status: 429, headers: { 'Retry-After': '10' }, answer: error(429) } });
    expect(await seat.until(ORDER)).toEqual([{ done: false, problem: null, waitMs: 10_000 }, DONE]);
  });
  test.each([
    ['503 where a login is looked up', 'GET /api/2/users/check_login', { status: 503, answer: error(503) }, null],
    ['500', 'PUT /api/2/users/*', { status: 500, answer: error(500) }, 'service-unavailable'],
    ['silence', 'PUT /api/2/users/*/access_policies', 'silence', 'service-unavailable'],
    ['403', 'POST /api/2/users', { status: 403, answer: error(403) }, 'service-unavailable'],
  ] as const)('%s, and it is as wanted in the end', async (_, on, reply, problem) => {
    cloud.mishaps.push({ on, reply });
    expect(await seat.until(ORDER)).toEqual([{ done: false, problem, waitMs: null }, DONE]);
    expect(live()).toHaveLength(1);
    expect(usable()).toHaveLength(1);
  });
  test('a stale version is read anew at once', async () => {
    cloud.mishaps.push({ on: 'PUT /api/2/users/*', reply: { status: 409, answer: error(1001) } });
    expect(await seat.apply(ORDER)).toEqual(DONE);
    cloud.mishaps.push({ on: 'DELETE /api/2/users/*', reply: { status: 409, answer: error(1001) } });
    expect(await seat.apply(GONE)).toEqual(DONE);
    expect(live()).toEqual([]);
  });
});

describe('an answer that is lost after the deed', () => {
  test('of making a user leaves one that is nobody’s way in, and the seat gets another', async () => {
    cloud.mishaps.push({ on: 'POST /api/2/users', committed: true, reply: 'hang-up' });
    await seat.until(ORDER);
    expect(live().map(({ login, enabled }) => [login, enabled])).toEqual([
      [ORDER.principal, false],
      [`${ORDER.principal}-2`, true],
    ]);
    expect(usable()).toHaveLength(1);
    await seat.until(GONE);
    expect(usable()).toEqual([]);
  });
  test.each(['PUT /api/2/users/*', 'PUT /api/2/users/*/access_policies', 'POST /api/2/users/*/send-activation-email'])(
    'of %s: the repeat finds it',
    async (on) => {
      cloud.mishaps.push({ on, committed: true, reply: 'silence' });
      await seat.until(ORDER);
      expect(usable()).toHaveLength(1);
    },
  );
  test('of deleting: the repeat finds it', async () => {
    await seat.until(ORDER);
    cloud.mishaps.push({ on: 'DELETE /api/2/users/*', committed: true, reply: 'hang-up' });
    await seat.until(GONE);
    expect(live()).toEqual([]);
  });
});

test('an expired token is renewed once, and its secret stands in no request but its own', async () => {
  await seat.until(ORDER);
  cloud.expireTokens();
  expect(await seat.apply(ADMIN)).toEqual(DONE);
  for (const { path, body } of cloud.exchanges) expect(JSON.stringify([path, body])).not.toContain(SECRET);
});

test('a full quota at Acronis is told as such', async () => {
  cloud.quota = 0;
  expect(await seat.apply(ORDER)).toEqual({ done: false, problem: 'vendor-seats-out', waitMs: null });
});

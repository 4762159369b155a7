import { env, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Problem } from '../../contract/index.ts';
import { anAccount, PASSWORD } from '../../tests/support/build/index.ts';
import { anApiClient, planted, signedIn } from '../../tests/support/in-worker.ts';
import { waitAfter } from './guess-counter.ts';
import { throttle } from './index.ts';

beforeAll(async () =>
  planted(
    await anAccount()
      .withOwner({ email: 'a@firma.test' })
      .withOwner({ email: 'b@firma.test' })
      .withOwner({ email: 'c@firma.test' })
      .rows(),
  ),
);
afterEach(() => vi.useRealTimers());

const guess = (email: string, headers: Record<string, string> = {}, password = 'zgaduje') =>
  anApiClient().call('signIn', { body: { email, password }, headers });
const statuses = async (responses: Promise<Response>[]) =>
  (await Promise.all(responses)).map((response) => response.status).sort();
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

test('the wait doubles with each failure past the free ones, up to five minutes', () => {
  expect([0, 4, 5, 6, 7].map((failures) => waitAfter(failures, 5))).toEqual([0, 0, 2000, 4000, 8000]);
  expect(waitAfter(60, 5)).toBe(300_000);
});

describe('guessing a password', () => {
  test('is slowed down from the sixth time on, and the answer says for how long', async () => {
    for (let times = 0; times < 5; times++) expect((await guess('a@firma.test')).status).toBe(401);
    const refused = await guess('a@firma.test', {}, PASSWORD);
    expect([refused.status, (await refused.json<Problem>()).error.code]).toEqual([429, 'too-many-requests']);
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    later(2_000);
    expect((await guess('a@firma.test', {}, PASSWORD)).status).toBe(200);
    expect((await guess('a@firma.test')).status, 'success forgives').toBe(401);
  });
  test('does not get round it by asking many times at once', async () => {
    expect(await statuses(Array.from({ length: 20 }, () => guess('b@firma.test')))).toEqual([
      ...Array(5).fill(401),
      ...Array(15).fill(429),
    ]);
  });
  test('is slowed down for people who do not exist just the same', async () => {
    expect(await statuses(Array.from({ length: 7 }, () => guess('nikt@firma.test')))).toEqual([
      401, 401, 401, 401, 401, 429, 429,
    ]);
  });
  test('is slowed down by address too, whoever is guessed at', async () => {
    const counter = throttle(env, 'address:203.0.113.7', 50);
    for (let times = 0; times < 50; times++) await counter.fail();
    expect((await guess('c@firma.test', { 'CF-Connecting-IP': '203.0.113.7' }, PASSWORD)).status).toBe(429);
    expect((await guess('c@firma.test', { 'CF-Connecting-IP': '203.0.113.8' }, PASSWORD)).status).toBe(200);
  });
  test('is counted also where the password is proved again', async () => {
    const client = await signedIn('c@firma.test');
    for (let times = 0; times < 5; times++) await client.call('stepUp', { body: { password: 'zgaduje' } });
    expect((await client.call('stepUp', { body: { password: PASSWORD } })).status).toBe(429);
  });
});

describe('a counter', () => {
  test('counts failures only: a hundred at once that turn out right are let through', async () => {
    const counter = throttle(env, 'invitation:x', 3);
    await Promise.all(Array.from({ length: 100 }, () => counter.check()));
    await expect(counter.check()).resolves.toBeUndefined();
  });
  test('takes a pardoned try back', async () => {
    const counter = throttle(env, 'pardoned', 1);
    await counter.attempt();
    await counter.pardon();
    await expect(counter.attempt()).resolves.toBeUndefined();
    await expect(counter.attempt()).rejects.toThrow('too-many-requests');
  });
  test('is empty again, and keeps nothing, after an hour', async () => {
    const counter = throttle(env, 'old', 1);
    await counter.fail();
    await expect(counter.check()).rejects.toThrow('too-many-requests');
    const stub = env.GUESS_COUNTER.getByName('old');
    expect(await runDurableObjectAlarm(stub)).toBe(true);
    expect(await runInDurableObject(stub, (_, state) => state.storage.list())).toEqual(new Map());
    await expect(counter.check()).resolves.toBeUndefined();
  });
});

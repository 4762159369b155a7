import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GrantView } from '../../contract/index.ts';
import type { ApiClient } from '../../tests/support/api-client.ts';
import { anAccount } from '../../tests/support/build/index.ts';
import { planted, signedIn } from '../../tests/support/in-worker.ts';
import { expectConsoleError } from '../../tests/support/no-console-errors.ts';
import { database } from '../db/index.ts';
import { type Courier, deliverDue, deliverSeat } from './courier.ts';
import { own } from './own.ts';
import type { SeatOrder, Told, Vendor } from './port.ts';
import { nextTry } from './rules.ts';

const DONE: Told = { done: true };
const AWAY: Told = { done: false, problem: 'service-unavailable', waitMs: null };
const SEATS_OUT: Told = { done: false, problem: 'vendor-seats-out', waitMs: null };
let owner: ApiClient;
let serviceId = '';
let vendor: Played;
let now = 0;

/** A vendor that says what it is told to, and writes down what it was asked. */
class Played implements Vendor {
  readonly secondLookMs = 2000;
  readonly asked: { email: string; role: SeatOrder['role']; memory: object }[] = [];
  readonly replies: Told[] = [];
  busy = 0;
  most = 0;
  pause: () => Promise<void> = async () => {};

  async apply(order: SeatOrder, memory: object, remember: (memory: Record<string, string>) => Promise<void>): Promise<Told> {
    this.asked.push({ email: order.person.email, role: order.role, memory });
    this.busy += 1;
    this.most = Math.max(this.most, this.busy);
    await remember({ tries: String(this.asked.length) });
    await this.pause();
    this.busy -= 1;
    return this.replies.shift() ?? DONE;
  }
}

beforeAll(async () => {
  await planted(await anAccount({ id: 'a1' }).withOwner({ email: 'anna@alfa.test' }).rows());
  owner = await signedIn('anna@alfa.test');
});
beforeEach(async () => {
  serviceId = crypto.randomUUID();
  await plantService(serviceId, serviceId);
  vendor = new Played();
  now = Date.now() + 1_000_000;
});

const plantService = (id: string, tenant: string) =>
  env.DB.prepare(
    `INSERT INTO service (id, account_id, kind, name, host_id, tree, vendor, product, tenant, seats_bought)
     VALUES (?1, 'a1', 'licence', 'Kopie', 'vendor-acronis', ?1, 'acronis', 'p1', ?2, 3)`,
  )
    .bind(id, tenant)
    .run();
const courier = (): Courier => ({
  db: database(env.DB),
  vendors: { own, microsoft: own, acronis: vendor },
  now: () => now,
  wait: async () => {},
});
/** What the worker itself tries after its answer finds no vendor; it is waited for, so that it comes before what is tried here. */
async function tried(grantId: string): Promise<void> {
  await expect
    .poll(
      () =>
        env.DB.prepare('SELECT attempts FROM vendor_seat WHERE grant_id = ? AND leased_until = 0')
          .bind(grantId)
          .first('attempts'),
      { timeout: 10_000 },
    )
    .toBeGreaterThan(0);
  await env.DB.batch([
    env.DB.prepare('UPDATE vendor_seat SET attempts = 0, due_at = 0 WHERE grant_id = ?').bind(grantId),
    env.DB.prepare('UPDATE grants SET problem = NULL WHERE id = ?').bind(grantId),
  ]);
}
async function assigned(email = 'jan@it.test', on = serviceId): Promise<string> {
  const body = { person: { name: 'Jan Kowal', email }, role: 'user', notAfter: null };
  const { id } = await (await owner.call('assignSeat', { params: { serviceId: on }, body })).json<GrantView>();
  await tried(id);
  return id;
}
async function withdrawn(grantId: string): Promise<void> {
  await owner.call('withdrawSeat', { params: { serviceId, grantId } });
  await tried(grantId);
}
const seen = async (grantId: string) => (await owner.call('readGrant', { params: { grantId } })).json<GrantView>();
const row = (grantId: string) =>
  env.DB.prepare('SELECT * FROM vendor_seat WHERE grant_id = ?').bind(grantId).first<Record<string, number | string>>();
const taken = () => env.DB.prepare('SELECT seats_taken FROM service WHERE id = ?').bind(serviceId).first('seats_taken');

describe('a seat', () => {
  test('is in force once its vendor says so, and over once it has been looked at twice', async () => {
    const id = await assigned();
    await deliverDue(courier());
    expect(await seen(id)).toMatchObject({ state: 'active', problem: null });
    await withdrawn(id);
    vendor.replies.push(DONE, AWAY);
    await deliverDue(courier());
    expect(await seen(id)).toMatchObject({ state: 'revoking', problem: 'service-unavailable', cutAt: now });
    expect(await taken()).toBe(1);
    now += 3_600_000;
    await deliverDue(courier());
    expect(await seen(id)).toMatchObject({ state: 'ended', endReason: 'revoked' });
    expect(await taken()).toBe(0);
    expect(vendor.asked.map(({ role }) => role)).toEqual(['user', null, null, null, null]);
  });
  test('that a vendor is away for waits longer each time, is seen to wait, and is never lost', async () => {
    const id = await assigned();
    vendor.replies.push(AWAY, AWAY, AWAY);
    const waits: number[] = [];
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      await deliverDue(courier());
      const dueAt = Number((await row(id))?.due_at);
      waits.push(dueAt - now);
      now = dueAt;
      expect(await seen(id)).toMatchObject({ state: 'pending', problem: 'service-unavailable' });
    }
    expect(waits).toEqual([5000, 10_000, 20_000]);
    now -= 1;
    await deliverDue(courier());
    expect(vendor.asked).toHaveLength(3);
    now += 1;
    await deliverDue(courier());
    expect(await seen(id)).toMatchObject({ state: 'active', problem: null });
    expect(vendor.asked.map(({ memory }) => memory)).toEqual([{}, { tries: '1' }, { tries: '2' }, { tries: '3' }]);
  });
  test('waits no shorter than its vendor says, and only a long wait is a problem', async () => {
    const id = await assigned();
    vendor.replies.push(...Array.from({ length: 3 }, () => ({ done: false, problem: null, waitMs: 2128 }) as const));
    for (const problem of [null, null, 'service-unavailable']) {
      await deliverDue(courier());
      expect(Number((await row(id))?.due_at) - now).toBe(2128);
      expect((await seen(id)).problem).toBe(problem);
      now += 2128;
    }
    await deliverDue(courier());
    expect((await seen(id)).state).toBe('active');
  });
  test('that can never be is taken back whole in the same call, and its owner told', async () => {
    const id = await assigned();
    vendor.replies.push(SEATS_OUT);
    await deliverDue(courier());
    expect(await seen(id)).toMatchObject({ state: 'ended', endReason: 'failed' });
    expect(await taken()).toBe(0);
    const mail = await env.DB.prepare("SELECT data FROM outbox WHERE template = 'grant-failed' AND data LIKE ?")
      .bind(`%${id}%`)
      .first('data');
    expect(mail).toContain('vendor-seats-out');
  });
  test('that was passed on waits for the vendor to let go of it, and is withdrawn before it is given', async () => {
    const id = await assigned();
    await deliverDue(courier());
    const moving = await owner.call('moveSeat', {
      params: { serviceId, grantId: id },
      body: { person: { name: 'Ewa', email: 'ewa@it.test' } },
    });
    const next = (await moving.json<GrantView>()).id;
    await tried(next);
    await tried(id);
    vendor.replies.push(AWAY, SEATS_OUT);
    await deliverDue(courier());
    expect(await seen(next)).toMatchObject({ state: 'pending', problem: null });
    now += 3_600_000;
    await deliverDue(courier());
    expect([(await seen(id)).state, (await seen(next)).state]).toEqual(['ended', 'active']);
    expect(vendor.asked.slice(-3).map(({ email }) => email)).toEqual(['jan@it.test', 'jan@it.test', 'ewa@it.test']);
  });
  test('that breaks the program is tried again', async () => {
    const id = await assigned();
    vendor.pause = async () => {
      vendor.pause = async () => {};
      throw new TypeError('broken');
    };
    await deliverDue(courier());
    expectConsoleError(/TypeError/);
    expect((await seen(id)).problem).toBe('unexpected');
    now += 60_000;
    await deliverDue(courier());
    expect((await seen(id)).state).toBe('active');
  });
});

describe('one at a time', () => {
  test('however many couriers are under way', async () => {
    const id = await assigned();
    vendor.pause = () => scheduler.wait(50);
    await Promise.all(Array.from({ length: 5 }, () => deliverDue(courier())));
    expect([vendor.most, (await seen(id)).state]).toEqual([1, 'active']);
  });
  test('for one person with one customer of the vendor, whatever the service; others do not wait', async () => {
    const other = crypto.randomUUID();
    await plantService(other, serviceId);
    const ids = [await assigned('jan@it.test'), await assigned('jan@it.test', other)];
    vendor.pause = () => scheduler.wait(50);
    await Promise.all(ids.map((id) => deliverSeat(courier(), id)));
    expect(vendor.most).toBe(1);
    await deliverDue(courier());
    for (const id of ids) expect((await seen(id)).state).toBe('active');
    const two = [await assigned('ewa@it.test'), await assigned('iza@it.test')];
    await Promise.all(two.map((id) => deliverSeat(courier(), id)));
    expect(vendor.most).toBe(2);
  });
  test('until a courier that died with it counts as dead', async () => {
    const id = await assigned();
    await env.DB.prepare('UPDATE vendor_seat SET leased_until = ? WHERE grant_id = ?')
      .bind(now + 1000, id)
      .run();
    await deliverDue(courier());
    expect(vendor.asked).toEqual([]);
    now += 1000;
    await deliverDue(courier());
    expect((await seen(id)).state).toBe('active');
  });
  test('and what changed while it was told is told in the same call', async () => {
    const id = await assigned();
    vendor.pause = async () => {
      vendor.pause = async () => {};
      await owner.call('withdrawSeat', { params: { serviceId, grantId: id } });
    };
    await deliverDue(courier());
    expect((await seen(id)).state).toBe('ended');
  });
});

test('a wait grows up to a quarter of an hour, for ever', () => {
  expect([1, 5, 8, 9, 1000].map((attempts) => nextTry(attempts, null, 0))).toEqual([5000, 80_000, 640_000, 900_000, 900_000]);
  expect([nextTry(1, 90_000, 0), nextTry(9, 90_000, 0), nextTry(9, 1_800_000, 0)]).toEqual([90_000, 900_000, 1_800_000]);
});

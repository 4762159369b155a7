import { createScheduledController, env } from 'cloudflare:test';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { GrantView, OffboardingView } from '../../contract/index.ts';
import type { ApiClient } from '../../tests/support/api-client.ts';
import { signedIn } from '../../tests/support/in-worker.ts';
import { plant, plantAccount, plantTwenty } from '../../tests/support/offboarding-world.ts';
import { ScriptedAgent } from '../../tests/support/scripted-agent.ts';
import type { Actor } from '../audit/index.ts';
import { database } from '../db/index.ts';
import { acknowledge, reportFault } from '../grants/index.ts';
import type { Caller } from '../http/index.ts';
import worker from '../index.ts';
import { offboard } from './offboard.ts';

const JAN = 'p-jan@it.test';
const params = { personId: JAN };
let ids: string[];
let owner: ApiClient;

/** Every test begins with the same tables. */
async function wipe(): Promise<void> {
  const tables = [
    'offboarding',
    'grant_term',
    'person',
    'desired',
    'invitation',
    'vendor_seat',
    'audit',
    'outbox',
    'idempotency',
    'session',
    'asset',
  ];
  await env.DB.batch([
    env.DB.prepare('DELETE FROM membership'),
    ...tables.map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
    ...['grants', 'service_domain', 'service', 'account', 'user'].map((table) => env.DB.prepare(`DELETE FROM ${table}`)),
    env.DB.prepare("DELETE FROM host WHERE id LIKE 'h%'"),
  ]);
}
beforeEach(async () => {
  await wipe();
  await plantAccount();
  ids = await plantTwenty();
  await plant('other-ftp', 'ftp', 'active', 'ola@it.test');
  await plant('other-mailbox', 'mailbox', 'active', 'ola@it.test');
  owner = await signedIn('anna@alfa.test');
});

const start = async (by = owner, key: string = crypto.randomUUID()) => by.call('startOffboarding', { params, key });
const started = async (by?: ApiClient, key?: string) => (await start(by, key)).json<OffboardingView>();
const look = async (id: string) =>
  (await owner.call('readOffboarding', { params: { offboardingId: id } })).json<OffboardingView>();
const statesOf = (view: OffboardingView) => Object.fromEntries(view.grants.map(({ id, state }) => [id, state]));
const count = (sql: string, ...args: unknown[]) =>
  env.DB.prepare(sql)
    .bind(...args)
    .first<number>('n');

/** The servers' two looks at everything that is to be gone. */
async function prove(hostId: string): Promise<void> {
  const { results } = await env.DB.prepare('SELECT kind, principal, gen FROM desired WHERE host_id = ? AND state IS NULL')
    .bind(hostId)
    .all<{ kind: 'ftp'; principal: string; gen: number }>();
  for (const item of results)
    for (const look of [1, 2] as const)
      await acknowledge(database(env.DB), hostId, { ...item, outcome: 'absent', look, late: 0 }, Date.now());
}

describe('taking everything back from a person', () => {
  test('begins with all twenty in one act, and touches nobody else’s', async () => {
    const before = await env.DB.prepare("SELECT * FROM grants WHERE id LIKE 'other%' ORDER BY id").all();
    const view = await started();
    expect(view.grants.map(({ id }) => id).sort()).toEqual(ids.toSorted());
    for (const { id, state, endReason } of view.grants) {
      const [, kind, was] = /^(.+)-(\w+)-\d+$/.exec(id) ?? [];
      if (was === 'requested') expect([state, endReason]).toEqual(['ended', 'cancelled']);
      else if (kind === 'panel-user') expect([state, endReason]).toEqual(['ended', 'revoked']);
      else expect(['revoking', 'ended']).toContain(state);
    }
    expect(view.finishedAt).toBeNull();
    expect((await env.DB.prepare("SELECT * FROM grants WHERE id LIKE 'other%' ORDER BY id").all()).results).toEqual(
      before.results,
    );
    expect(await count("SELECT count(*) AS n FROM desired WHERE state IS NOT NULL AND grant_id NOT LIKE 'other%'")).toBe(0);
    expect(
      await count("SELECT count(*) AS n FROM audit WHERE action IN ('grant.revoking', 'grant.ended') AND grant_id IS NOT NULL"),
    ).toBeGreaterThanOrEqual(19);
    expect(await count("SELECT count(*) AS n FROM audit WHERE action = 'person.offboarded'")).toBe(1);
  });

  test('ends what they have open in the Panel at once', async () => {
    const jan = await signedIn('jan@it.test');
    expect((await jan.call('chooseAccount', { body: { accountId: 'a1' } })).status).toBe(200);
    expect((await jan.call('listGrants')).status).toBe(200);
    await started();
    expect((await jan.call('listGrants')).status).toBe(403);
    expect(await count("SELECT count(*) AS n FROM membership WHERE user_id = 'jan' AND account_id = 'a1'")).toBe(0);
    expect(await count("SELECT count(*) AS n FROM membership WHERE user_id = 'jan' AND account_id = 'b1'")).toBe(1);
  });

  test('is over when every server has proved it, and says what stands in the way until then', async () => {
    const { id } = await started();
    await prove('h1');
    const gen = await env.DB.prepare("SELECT gen FROM desired WHERE grant_id = 'mailbox-active-9'").first<number>('gen');
    const fail = { kind: 'mailbox', principal: 'mailbox-active-9', gen: gen ?? 0, fault: 'service-unavailable' } as const;
    await reportFault(database(env.DB), 'h2', fail, Date.now());
    await vi.waitFor(async () => {
      const halfway = await look(id);
      const left = halfway.grants.filter(({ state }) => state !== 'ended').map(({ service }) => service.id);
      expect(new Set(left)).toEqual(new Set(['s2']));
      expect(halfway.finishedAt).toBeNull();
      expect(halfway.grants.find((grant) => grant.id === fail.principal)?.problem).toBe('service-unavailable');
    });
    await prove('h2');
    const done = await look(id);
    expect(done.grants.every(({ endedAt }) => endedAt !== null)).toBe(true);
    expect(done.grants.filter(({ id }) => /ftp-active/.test(id)).every(({ cutAt }) => cutAt !== null)).toBe(true);
    expect(done.finishedAt).toBe(Math.max(done.startedAt, ...done.grants.map(({ endedAt }) => endedAt ?? 0)));
  });

  test('asked for again is the same act, also after a crash before the answer; what came since makes another', async () => {
    const key = crypto.randomUUID();
    const { id } = await started(owner, key);
    await env.DB.prepare('DELETE FROM idempotency').run();
    expect(await started(owner, key)).toMatchObject({ id });
    expect(await started()).toMatchObject({ id });
    expect(await count('SELECT count(*) AS n FROM offboarding')).toBe(1);
    await plant('late', 'ftp', 'active');
    const second = await started();
    expect(second.id).not.toBe(id);
    expect(statesOf(second)).toMatchObject({ late: 'revoking', 'ftp-active-0': 'revoking' });
  });

  test('asked for by two at one moment is one act', async () => {
    const admin = await signedIn('adam@alfa.test');
    const views = await Promise.all([started(), started(admin), started(), started(admin)]);
    expect(new Set(views.map(({ id }) => id)).size).toBe(1);
    expect(await count("SELECT count(*) AS n FROM audit WHERE action = 'person.offboarded'")).toBe(1);
  });
});

const ANNA: Actor = { kind: 'member', id: 'anna', name: 'Anna', from: null };
const account = { id: 'a1', name: 'Alfa', clientNumber: '1001', role: 'owner', ownerEpoch: 1 } as const;
const caller: Caller = {
  sessionId: 's',
  user: { id: 'anna', name: 'Anna', email: 'anna@alfa.test' },
  staffRole: null,
  account,
  provedAt: 0,
};
/** The act alone, as a worker leaves it that dies right after its batch: nobody is told of anything. */
const actOn = (d1: D1Database, id = 'act') => offboard({ db: database(d1), caller, account, actor: ANNA, id }, JAN);

/** A database in which something happens just before each batch is written. */
const withBefore = (before: () => Promise<unknown>): D1Database =>
  new Proxy(env.DB, {
    get(target, name) {
      if (name === 'batch')
        return async (statements: D1PreparedStatement[]) => {
          await before();
          return target.batch(statements);
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });

describe('a worker that dies', () => {
  test('before its batch is written has taken nothing', async () => {
    const before = (await env.DB.prepare('SELECT * FROM grants ORDER BY id').all()).results;
    const dies = () => Promise.reject(new Error('died'));
    await expect(actOn(withBefore(dies))).rejects.toThrow('died');
    expect((await env.DB.prepare('SELECT * FROM grants ORDER BY id').all()).results).toEqual(before);
    expect(await count('SELECT count(*) AS n FROM offboarding')).toBe(0);
    expect((await actOn(env.DB)).taken).toHaveLength(19);
  });

  test('right after it leaves the rest to the clock, which tells every server', async () => {
    const agent = await (await ScriptedAgent.enrolled('h1')).connect();
    await actOn(env.DB);
    await worker.scheduled(createScheduledController({ scheduledTime: Date.now() }), env);
    const absent = await agent.toldOf('ftp-active-0', 2);
    expect(absent.state).toBeNull();
    await agent.toldOf('database-active-5', 2);
    expect(await count("SELECT count(*) AS n FROM grants WHERE id LIKE 'seat%' AND state = 'ended'")).toBe(1);
    agent.disconnect();
  });

  test('while somebody changes a grant, or gives another, takes those too', async () => {
    let rivals = 2;
    const rival = async () => {
      rivals -= 1;
      if (rivals === 1) await env.DB.prepare("UPDATE grants SET version = 2, op = 'rival' WHERE id = 'ftp-active-0'").run();
      if (rivals === 0) await plant('rival', 'ftp', 'active');
    };
    const { taken } = await actOn(withBefore(rival));
    expect(rivals).toBe(-1);
    expect(taken.map(({ grant }) => grant.id)).toEqual(expect.arrayContaining(['rival', 'ftp-active-0']));
  });

  test('after the subscriber has changed takes nothing', async () => {
    const acting = { ...ANNA, acting: { id: 'a1', ownerEpoch: 0 } };
    const asked = { db: database(env.DB), caller, account, actor: acting, id: 'act' };
    await expect(offboard(asked, JAN)).rejects.toThrow();
    expect(await count('SELECT count(*) AS n FROM offboarding')).toBe(0);
  });
});

describe('a sign-in', () => {
  const leftIn = ({ leftOut }: OffboardingView) => leftOut;
  test('of one’s own stays, and that is said', async () => {
    const jan = await signedIn('jan@it.test');
    await jan.call('chooseAccount', { body: { accountId: 'a1' } });
    const view = await started(jan);
    expect(leftIn(view)).toEqual([{ grantId: 'panel-user-active-17', why: 'own-sign-in' }]);
    expect(view.grants.map(({ id }) => id)).not.toContain('panel-user-active-17');
    expect((await jan.call('listGrants')).status).toBe(200);
  });

  test('without a grant goes too, but for the last owner’s and one’s superior’s', async () => {
    await plant('ftp-adam', 'ftp', 'active', 'adam@alfa.test');
    await plant('ftp-anna', 'ftp', 'active', 'anna@alfa.test');
    const admin = await signedIn('adam@alfa.test');
    const offboardAs = async (by: ApiClient, who: string) =>
      (await by.call('startOffboarding', { params: { personId: `p-${who}` } })).json<OffboardingView>();
    expect((await offboardAs(admin, 'anna@alfa.test')).signIn).toEqual({ role: 'owner', leftOut: 'role-too-low' });
    expect((await offboardAs(owner, 'adam@alfa.test')).signIn).toEqual({ role: 'administrator', leftOut: null });
    expect((await admin.call('listGrants')).status).toBe(403);
    expect(await count("SELECT count(*) AS n FROM membership WHERE account_id = 'a1' AND user_id IN ('adam', 'anna')")).toBe(1);
  });

  test('of an owner goes while another remains, and not when that one has gone meanwhile', async () => {
    await plant('ftp-adam', 'ftp', 'active', 'adam@alfa.test');
    await env.DB.prepare("UPDATE membership SET role = 'owner' WHERE user_id = 'adam'").run();
    const before = () => env.DB.prepare("UPDATE membership SET suspended_at = 1 WHERE user_id = 'anna'").run();
    const asked = { db: database(withBefore(before)), caller, account, actor: ANNA, id: 'act' };
    const { act } = await offboard(asked, 'p-adam@alfa.test');
    expect(JSON.parse(act.signIn ?? '')).toEqual({ role: 'owner', leftOut: 'last-owner' });
    expect(await count("SELECT count(*) AS n FROM membership WHERE account_id = 'a1' AND user_id = 'adam'")).toBe(1);
  });
});

describe('a secret that they were told', () => {
  const mailbox = (name: string, print: string, knownBy: object[], serviceId = 's2') =>
    env.DB.prepare(
      `INSERT INTO asset (id, account_id, service_id, host_id, kind, name, state, gen, wanted, known_by, created_at, op)
       VALUES (?1, 'a1', ?2, 'h2', 'mailbox-asset', ?1, 'ready', 1, ?3, ?4, 1, 'op')`,
    )
      .bind(
        name,
        serviceId,
        JSON.stringify({ tree: 't', active: true, password: { hash: null, print } }),
        JSON.stringify(knownBy),
      )
      .run();

  test('is listed until its password is another, not until somebody crosses it off', async () => {
    await mailbox('biuro@alfa.test', 'one', [{ person: ' JAN ', since: 7 }]);
    await mailbox('kadry@alfa.test', 'two', [{ person: 'Janina', since: 7 }]);
    const { id, secrets } = await started();
    const told = { kind: 'mailbox-password', serviceId: 's2', serviceName: 'Firma', address: 'biuro@alfa.test', toldAt: 7 };
    expect(secrets).toEqual([{ ...told, changed: false }]);
    await env.DB.prepare("UPDATE asset SET known_by = '[]' WHERE name = 'biuro@alfa.test'").run();
    expect((await look(id)).secrets).toEqual([{ ...told, changed: false }]);
    await env.DB.prepare(
      "UPDATE asset SET wanted = json_set(wanted, '$.password.print', 'new') WHERE name = 'biuro@alfa.test'",
    ).run();
    expect((await look(id)).secrets).toEqual([{ ...told, changed: true }]);
    const page = await (await owner.call('readPerson', { params })).json<{ secrets: object[]; offboardingId: string }>();
    expect(page).toMatchObject({ secrets: [{ ...told, changed: true }], offboardingId: id });
  });
});

test('a person of another account is nobody', async () => {
  const ola = await signedIn('ola@it.test');
  for (const name of ['readPerson', 'startOffboarding'] as const) expect((await ola.call(name, { params })).status).toBe(404);
  const { id } = await started();
  expect((await ola.call('readOffboarding', { params: { offboardingId: id } })).status).toBe(404);
  expect((await owner.call('readGrant', { params: { grantId: 'other-ftp' } }).then((r) => r.json<GrantView>())).state).toBe(
    'active',
  );
});

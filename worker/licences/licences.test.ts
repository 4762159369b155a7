import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { GrantView, LicenceView, Problem } from '../../contract/index.ts';
import { mailIsOut } from '../../tests/api/road.ts';
import type { ApiClient } from '../../tests/support/api-client.ts';
import { anAccount } from '../../tests/support/build/index.ts';
import { planted, signedIn } from '../../tests/support/in-worker.ts';

const EMAILS = { owner: 'anna@alfa.test', user: 'ula@alfa.test', keeper: 'kasia@alfa.test', stranger: 'bogdan@beta.test' };
type Who = keyof typeof EMAILS;
let clients: Record<Who, ApiClient>;
let serviceId = '';
const PATIENTLY = { timeout: 10_000 };

beforeAll(async () => {
  await planted(
    await anAccount({ id: 'a1', clientNumber: '1001' })
      .withOwner({ email: EMAILS.owner, name: 'Anna Nowak' })
      .with('user', { email: EMAILS.user })
      .with('user', { email: EMAILS.keeper })
      .rows(),
    await anAccount({ id: 'b1', clientNumber: '1002' }).withOwner({ email: EMAILS.stranger }).rows(),
  );
  const all = Object.entries(EMAILS).map(async ([who, email]) => [who, await signedIn(email)] as const);
  clients = Object.fromEntries(await Promise.all(all)) as Record<Who, ApiClient>;
});

/** Each test has a service of its own, with five seats that Klucznik itself keeps. */
beforeEach(async () => {
  serviceId = crypto.randomUUID();
  await plantService(serviceId, 'own', 5);
});

const plantService = (id: string, vendor: 'own' | 'microsoft', seats: number) =>
  env.DB.prepare(
    `INSERT INTO service (id, account_id, kind, name, host_id, tree, vendor, product, tenant, seats_bought)
     VALUES (?, 'a1', 'licence', 'Antywirus', ?, ?, ?, 'p1', 't1.test', ?)`,
  )
    .bind(id, `vendor-${vendor}`, id, vendor, seats)
    .run();

const assign = (client: ApiClient, email: string, role = 'user', key?: string) =>
  client.call('assignSeat', {
    params: { serviceId },
    body: { person: { name: 'Jan Kowal', email }, role, notAfter: null },
    ...(key ? { key } : {}),
  });
const assigned = async (email: string, role = 'user') => (await assign(clients.owner, email, role)).json<GrantView>();
const move = (client: ApiClient, grantId: string, email: string, key?: string) =>
  client.call('moveSeat', {
    params: { serviceId, grantId },
    body: { person: { name: 'Ewa Lis', email } },
    ...(key ? { key } : {}),
  });
const withdraw = (client: ApiClient, grantId: string) => client.call('withdrawSeat', { params: { serviceId, grantId } });
const problem = async (response: Response) => (await response.json<Problem>()).error;
const listed = async (client: ApiClient) =>
  (await (await client.call('listLicences')).json<{ licences: LicenceView[] }>()).licences.find(({ id }) => id === serviceId);
const seats = async () =>
  (await (await clients.owner.call('listSeats', { params: { serviceId } })).json<{ seats: GrantView[] }>()).seats;

describe('a seat', () => {
  test('that Klucznik keeps is in force with the answer, and its person is told', async () => {
    const seat = await assigned('jan@it.test');
    expect([seat.state, seat.spec]).toEqual(['active', { kind: 'seat', role: 'user' }]);
    expect(await listed(clients.owner)).toMatchObject({ bought: 5, taken: 1, mayManage: true, mine: null });
    await mailIsOut();
    const sent = await env.DB.prepare('SELECT * FROM sent_message ORDER BY id DESC LIMIT 1').first<{
      text: string;
      recipient: string;
    }>();
    expect(sent?.recipient).toBe('jan@it.test');
    expect(sent?.text).toContain('Licencja jest już przypisana do Ciebie');
  });
  test('withdrawn is over with the answer, and free again', async () => {
    const { id } = await assigned('jan@it.test');
    const gone = await (await withdraw(clients.owner, id)).json<GrantView>();
    expect([gone.state, gone.endReason]).toEqual(['ended', 'revoked']);
    expect(await listed(clients.owner)).toMatchObject({ taken: 0 });
    expect((await withdraw(clients.owner, id)).status).toBe(200);
    expect(await listed(clients.owner)).toMatchObject({ taken: 0 });
    await mailIsOut();
    const text = await env.DB.prepare('SELECT text FROM sent_message ORDER BY id DESC LIMIT 1').first<string>('text');
    expect(text).toContain('nie jest już przypisana do Ciebie');
  });
  test('is assigned once however often the request is repeated', async () => {
    const key = crypto.randomUUID();
    const [one, other] = [
      await assign(clients.owner, 'jan@it.test', 'user', key),
      await assign(clients.owner, 'jan@it.test', 'user', key),
    ];
    expect(await one.text()).toBe(await other.text());
    expect(await listed(clients.owner)).toMatchObject({ taken: 1 });
  });
  test('changes its role, and two tabs cannot overwrite each other', async () => {
    const { id, version } = await assigned('jan@it.test');
    const change = (body: object) => clients.owner.call('changeSeat', { params: { serviceId, grantId: id }, body });
    const changed = await (await change({ version, role: 'administrator' })).json<GrantView>();
    expect([changed.spec, changed.state]).toEqual([{ kind: 'seat', role: 'administrator' }, 'active']);
    expect((await problem(await change({ version, role: 'user' }))).code).toBe('grant-changed');
    expect((await problem(await change({ version: changed.version, notAfter: 1 }))).fields).toMatchObject([
      { field: 'notAfter', code: 'end-date-past' },
    ]);
  });
  test('is one for each person of a service', async () => {
    await assigned('jan@it.test');
    const again = await problem(await assign(clients.owner, ' JAN@it.test '));
    expect(again.fields).toMatchObject([{ field: 'person.email', code: 'seat-held' }]);
    const both = await Promise.all(Array.from({ length: 8 }, () => assign(clients.owner, 'ewa@it.test')));
    expect(both.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await listed(clients.owner)).toMatchObject({ taken: 2 });
  });
  test('is not given by the road of other grants', async () => {
    const body = {
      serviceId,
      spec: { kind: 'seat', role: 'user' },
      grantee: { name: 'Jan', email: 'jan@it.test' },
      notAfter: null,
    };
    expect((await problem(await clients.owner.call('createGrant', { body }))).code).toBe('kind-unavailable');
  });
  test('can be taken back where everybody’s access is listed', async () => {
    const { id } = await assigned('jan@it.test');
    expect((await clients.owner.call('revokeGrant', { params: { grantId: id } })).status).toBe(200);
    await expect.poll(async () => (await listed(clients.owner))?.taken, PATIENTLY).toBe(0);
  });
});

describe('never more seats than bought', () => {
  test('50 assignments of the last 5 at once: 5 succeed', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, (_, at) => assign(clients.owner, `osoba${at}@it.test`)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
    const refused = await Promise.all(answers.filter(({ status }) => status !== 201).map(problem));
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['seats-taken']));
    expect(await listed(clients.owner)).toMatchObject({ bought: 5, taken: 5 });
    expect(await seats()).toHaveLength(5);
  });
  test('fewer bought than taken: nothing breaks, none is free, and seats still end and move', async () => {
    const [one, two, three] = [await assigned('a@it.test'), await assigned('b@it.test'), await assigned('c@it.test')];
    await env.DB.prepare('UPDATE service SET seats_bought = 1 WHERE id = ?').bind(serviceId).run();
    expect(await listed(clients.owner)).toMatchObject({ bought: 1, taken: 3 });
    expect((await problem(await assign(clients.owner, 'd@it.test'))).code).toBe('seats-taken');
    expect((await move(clients.owner, one.id, 'd@it.test')).status).toBe(201);
    expect((await withdraw(clients.owner, two.id)).status).toBe(200);
    expect((await withdraw(clients.owner, three.id)).status).toBe(200);
    expect(await listed(clients.owner)).toMatchObject({ bought: 1, taken: 1 });
    expect((await problem(await assign(clients.owner, 'e@it.test'))).code).toBe('seats-taken');
  });
});

describe('passing a seat on', () => {
  test('works when all are taken, once however often it is asked for', async () => {
    const [first] = await Promise.all(['a', 'b', 'c', 'd', 'e'].map((name) => assigned(`${name}@it.test`)));
    const key = crypto.randomUUID();
    const moved = await (await move(clients.owner, first?.id ?? '', 'ewa@it.test', key)).json<GrantView>();
    expect([moved.state, moved.grantee.email]).toEqual(['active', 'ewa@it.test']);
    expect((await move(clients.owner, first?.id ?? '', 'ewa@it.test', key)).status).toBe(201);
    const old = await (await clients.owner.call('readGrant', { params: { grantId: first?.id ?? '' } })).json<GrantView>();
    expect([old.state, old.endReason]).toEqual(['ended', 'moved']);
    expect(await listed(clients.owner)).toMatchObject({ taken: 5 });
    expect((await seats()).map(({ grantee }) => grantee.email)).toEqual(
      ['b', 'c', 'd', 'e', 'ewa'].map((name) => `${name}@it.test`),
    );
  });
  test('to ten people at once gives it to one', async () => {
    const { id } = await assigned('a@it.test');
    const answers = await Promise.all(Array.from({ length: 10 }, (_, at) => move(clients.owner, id, `osoba${at}@it.test`)));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await listed(clients.owner)).toMatchObject({ taken: 1 });
    expect(await seats()).toHaveLength(1);
  });
  test('not to somebody who has one, nor to nobody', async () => {
    const [one] = [await assigned('a@it.test'), await assigned('b@it.test')];
    for (const email of ['a@it.test', 'b@it.test'])
      expect((await problem(await move(clients.owner, one.id, email))).fields).toMatchObject([
        { field: 'person.email', code: 'seat-held' },
      ]);
    expect((await problem(await move(clients.owner, one.id, 'nikt'))).fields).toMatchObject([
      { field: 'person.email', code: 'email-invalid' },
    ]);
    expect(await listed(clients.owner)).toMatchObject({ taken: 2 });
  });
});

describe('whoever is no manager', () => {
  test('sees none of a service without a seat of it', async () => {
    const { id } = await assigned('jan@it.test');
    expect(await listed(clients.user)).toBeUndefined();
    for (const response of [
      await clients.user.call('listSeats', { params: { serviceId } }),
      await assign(clients.user, 'ewa@it.test'),
      await withdraw(clients.user, id),
      await move(clients.user, id, 'ewa@it.test'),
    ])
      expect(response.status).toBe(404);
  });
  test('sees the service of their own seat, and manages nothing of it', async () => {
    const { id } = await assigned(EMAILS.user);
    expect(await listed(clients.user)).toMatchObject({ mine: 'user', mayManage: false });
    expect((await problem(await assign(clients.user, 'ewa@it.test'))).code).toBe('role-too-low');
    expect((await problem(await withdraw(clients.user, id))).code).toBe('role-too-low');
  });
  test('looks after the one service of which they hold an administrator’s seat, until it is withdrawn', async () => {
    const other = crypto.randomUUID();
    await plantService(other, 'own', 5);
    const keeper = await assigned(EMAILS.keeper, 'administrator');
    expect(await listed(clients.keeper)).toMatchObject({ mine: 'administrator', mayManage: true });
    const seat = await (await assign(clients.keeper, 'ewa@it.test', 'administrator')).json<GrantView>();
    expect(seat.createdBy).not.toBe('');
    expect((await withdraw(clients.keeper, seat.id)).status).toBe(200);
    expect((await clients.keeper.call('listSeats', { params: { serviceId: other } })).status).toBe(404);
    expect((await clients.keeper.call('readGrant', { params: { grantId: keeper.id } })).status).toBe(403);
    await withdraw(clients.owner, keeper.id);
    expect((await assign(clients.keeper, 'iza@it.test')).status).toBe(404);
  });
  test('looks after nothing once the seat’s day has come, clock or not', async () => {
    const keeper = await assigned(EMAILS.keeper, 'administrator');
    await env.DB.prepare('UPDATE grants SET not_after = 1 WHERE id = ?').bind(keeper.id).run();
    expect((await assign(clients.keeper, 'iza@it.test')).status).toBe(404);
  });
  test('of another account reaches nothing', async () => {
    const { id } = await assigned('jan@it.test');
    expect((await clients.stranger.call('listSeats', { params: { serviceId } })).status).toBe(404);
    expect((await assign(clients.stranger, 'ewa@it.test')).status).toBe(404);
    expect((await withdraw(clients.stranger, id)).status).toBe(404);
  });
});

describe('a vendor that cannot be reached', () => {
  test('keeps a seat visibly waiting, and it is taken', async () => {
    serviceId = crypto.randomUUID();
    await plantService(serviceId, 'microsoft', 1);
    const { id, state } = await assigned('jan@it.test');
    expect(state).toBe('pending');
    const seen = async () => (await clients.owner.call('readGrant', { params: { grantId: id } })).json<GrantView>();
    await expect.poll(async () => (await seen()).problem, PATIENTLY).toBe('service-unavailable');
    expect(await listed(clients.owner)).toMatchObject({ taken: 1 });
    const moved = await (await move(clients.owner, id, 'ewa@it.test')).json<GrantView>();
    expect(moved.state).toBe('pending');
    expect(await listed(clients.owner)).toMatchObject({ taken: 1 });
    expect((await seen()).state).toBe('revoking');
  });
});

import { env } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { type AuditEntry, type HostView, type Problem, ROUTE_NAMES, routeFacts, sha256Hex } from '../../contract/index.ts';
import { aHost, anAccount, aStaffMember } from '../../tests/support/build/index.ts';
import { planted, signedIn } from '../../tests/support/in-worker.ts';
import { database, host } from '../db/index.ts';

const SUPPORT = 'bok@klucznik.test';
const OPERATOR = 'operator@klucznik.test';
const OWNER = 'anna@alfa.test';
const codeOf = async (response: Response) => [response.status, (await response.json<Problem>()).error.code];
interface NewToken {
  host: HostView;
  token: string;
  expiresAt: number;
}

beforeAll(async () =>
  planted(
    aHost({ id: 'h1', name: 's1.hosting.test', publicKey: 'key' }),
    await anAccount({ id: 'a1', name: 'Alfa', clientNumber: '1001' })
      .withOwner({ email: OWNER })
      .withHosting({ id: 's1', name: 'Sklep', hostId: 'h1' })
      .rows(),
    await aStaffMember('support', { email: SUPPORT, name: 'Ola' }),
    await aStaffMember('operator', { email: OPERATOR }),
  ),
);

describe('a customer looked up', () => {
  test('is found by client number, and sees in the history that somebody looked', async () => {
    const response = await (await signedIn(SUPPORT)).call('findCustomer', { query: { clientNumber: ' 1001 ' } });
    expect(await response.json()).toEqual({
      id: 'a1',
      name: 'Alfa',
      clientNumber: '1001',
      services: [{ id: 's1', name: 'Sklep', hostName: 's1.hosting.test' }],
    });
    const { entries } = await (await (await signedIn(OWNER)).call('listAudit')).json<{ entries: AuditEntry[] }>();
    expect(entries[0]).toMatchObject({ action: 'customer.looked-up', actor: { kind: 'support', name: 'Ola' } });
  });
  test('is not found where there is none', async () => {
    const client = await signedIn(SUPPORT);
    expect(await codeOf(await client.call('findCustomer', { query: { clientNumber: '9' } }))).toEqual([404, 'not-found']);
    expect(await codeOf(await client.call('listCustomerGrants', { params: { customerId: 'a9' } }))).toEqual([404, 'not-found']);
  });
  test("shows the grants without what is not for support's eyes", async () => {
    const response = await (await signedIn(SUPPORT)).call('listCustomerGrants', { params: { customerId: 'a1' } });
    expect(await response.json()).toEqual({ grants: [], next: null });
  });
  test('is nothing for customers', async () =>
    expect(await codeOf(await (await signedIn(OWNER)).call('findCustomer', { query: { clientNumber: '1001' } }))).toEqual([
      403,
      'role-too-low',
    ]));
});

describe('support', () => {
  const changes = ROUTE_NAMES.filter((name) => routeFacts(name).method !== 'get' && routeFacts(name).access.who === 'member');
  test.each(changes)('cannot %s', async (name) => {
    const response = await (await signedIn(SUPPORT)).call(name, { params: { grantId: 'g1' }, body: {} });
    expect(response.status).toBe(403);
  });
  test('cannot see or change hosts', async () => {
    const client = await signedIn(SUPPORT);
    expect((await client.call('listHosts')).status).toBe(403);
    expect((await client.call('createHost', { body: { name: 'x.test' } })).status).toBe(403);
    expect((await client.call('renewHostToken', { params: { hostId: 'h1' } })).status).toBe(403);
  });
});

describe('a host', () => {
  const row = (id: string) => database(env.DB).select().from(host).where(eq(host.id, id)).get();

  test('is added with a token of which only the hash is kept', async () => {
    const response = await (await signedIn(OPERATOR)).call('createHost', { body: { name: ' S2.Hosting.TEST ' } });
    const { host: added, token, expiresAt } = await response.json<NewToken>();
    expect([response.status, added.name, added.state, added.online]).toEqual([201, 's2.hosting.test', 'waiting', false]);
    expect(token).toMatch(/^[\w-]{43}$/);
    expect(await row(added.id)).toMatchObject({ enrolHash: await sha256Hex(token), enrolUntil: expiresAt, publicKey: null });
    expect(expiresAt - Date.now()).toBeGreaterThan(59 * 60_000);
  });
  test('asked for again gets a fresh token, and the old one is void', async () => {
    const client = await signedIn(OPERATOR);
    const ask = async () => (await client.call('createHost', { body: { name: 's3.hosting.test' } })).json<NewToken>();
    const [first, second] = [await ask(), await ask()];
    expect(second.host.id).toBe(first.host.id);
    expect((await row(first.host.id))?.enrolHash).toBe(await sha256Hex(second.token));
  });
  test('cannot take the name of one that is enrolled', async () => {
    expect(await codeOf(await (await signedIn(OPERATOR)).call('createHost', { body: { name: 's1.hosting.test' } }))).toEqual([
      409,
      'name-taken',
    ]);
    expect((await row('h1'))?.enrolHash).toBeNull();
  });
  test('can be enrolled again, and keeps its key until then', async () => {
    const client = await signedIn(OPERATOR);
    const { token } = await (await client.call('renewHostToken', { params: { hostId: 'h1' } })).json<NewToken>();
    expect(await row('h1')).toMatchObject({ enrolHash: await sha256Hex(token), publicKey: 'key' });
    expect(await codeOf(await client.call('renewHostToken', { params: { hostId: 'h9' } }))).toEqual([404, 'not-found']);
  });
  test('is listed with whether its agent answers', async () => {
    const { hosts } = await (await (await signedIn(OPERATOR)).call('listHosts')).json<{ hosts: HostView[] }>();
    expect(hosts.find((one) => one.id === 'h1')).toEqual({
      id: 'h1',
      name: 's1.hosting.test',
      state: 'enrolled',
      online: false,
      lastSeenAt: null,
      version: null,
      waiting: 0,
      strangers: 0,
    });
  });
});

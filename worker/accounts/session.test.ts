import { env } from 'cloudflare:test';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Problem, SessionView } from '../../contract/index.ts';
import { anAccount, aStaffMember, PASSWORD } from '../../tests/support/build/index.ts';
import { anApiClient, planted, signedIn } from '../../tests/support/in-worker.ts';
import { database, session } from '../db/index.ts';
import { sweepSessions } from './index.ts';

const EMAIL = 'anna@firma.test';
const codeOf = async (response: Response) => (await response.json<Problem>()).error.code;
const view = (response: Response) => response.json<SessionView>();

beforeAll(async () => {
  const anna = { id: 'anna', name: 'Anna Nowak', email: EMAIL };
  await planted(
    await anAccount({ id: 'a1', name: 'Alfa', clientNumber: '1001' }).withOwner(anna).rows(),
    await anAccount({ id: 'a2', name: 'Beta', clientNumber: '1002' }).withAdministrator(anna).rows(),
    await anAccount({ id: 'a3', name: 'Gamma', clientNumber: '1003' }).withOwner({ email: 'ktos@gamma.test' }).rows(),
    await aStaffMember('support', { email: 'bok@klucznik.test' }),
  );
});

afterEach(() => vi.useRealTimers());
const travel = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });

describe('signing in', () => {
  test('shows who one is, on which account, and every account one belongs to', async () => {
    const seen = await view(
      await anApiClient().call('signIn', { body: { email: ` ${EMAIL.toUpperCase()} `, password: PASSWORD } }),
    );
    expect(seen.user).toEqual({ id: 'anna', name: 'Anna Nowak', email: EMAIL });
    expect(seen.account).toEqual({ id: 'a1', name: 'Alfa', clientNumber: '1001', role: 'owner' });
    expect(seen.accounts.map(({ id, role }) => [id, role])).toEqual([
      ['a1', 'owner'],
      ['a2', 'administrator'],
    ]);
    expect(seen.staffRole).toBeNull();
  });
  test('sets a cookie that only this site gets and no script reads, and keeps only its hash', async () => {
    const response = await anApiClient().call('signIn', { body: { email: EMAIL, password: PASSWORD } });
    const cookie = response.headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/^__Host-klucznik=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
    const token = /=([\w-]{43});/.exec(cookie)?.[1] ?? '';
    const kept = JSON.stringify(await database(env.DB).select().from(session));
    expect(kept).not.toContain(token);
  });
  test('gives the same answer for a wrong password and for nobody', async () => {
    for (const [email, password] of [
      [EMAIL, 'zle-haslo'],
      ['nikt@firma.test', PASSWORD],
    ]) {
      const response = await anApiClient().call('signIn', { body: { email, password } });
      expect([response.status, await codeOf(response)]).toEqual([401, 'wrong-credentials']);
      expect(response.headers.get('Set-Cookie')).toBeNull();
    }
  });
  test('says so beside the field when the e-mail is none', async () => {
    const response = await anApiClient().call('signIn', { body: { email: 'anna', password: PASSWORD } });
    expect((await response.json<Problem>()).error.fields.map(({ field, code }) => [field, code])).toEqual([
      ['email', 'email-invalid'],
    ]);
  });
  test('brings staff in without an account', async () => {
    const seen = await view(await (await signedIn('bok@klucznik.test')).call('readSession'));
    expect([seen.account, seen.accounts, seen.staffRole]).toEqual([null, [], 'support']);
  });
});

describe('a session', () => {
  test('ends with signing out, which is the same when nobody is signed in', async () => {
    const client = await signedIn(EMAIL);
    const cookie = client.cookie;
    expect((await client.call('signOut')).status).toBe(204);
    client.cookie = cookie;
    expect(await codeOf(await client.call('readSession'))).toBe('not-signed-in');
    expect((await anApiClient().call('signOut')).status).toBe(204);
  });
  test('is replaced, not doubled, by signing in again', async () => {
    const client = await signedIn(EMAIL);
    const first = client.cookie;
    await client.signIn(EMAIL, PASSWORD);
    client.cookie = first;
    expect((await client.call('readSession')).status).toBe(401);
  });
  test('ends after twelve hours without use, and its row goes', async () => {
    const client = await signedIn(EMAIL);
    travel(12 * 3_600_000 + 1000);
    expect((await client.call('readSession')).status).toBe(401);
    await signedIn(EMAIL);
    travel(13 * 3_600_000);
    await sweepSessions(database(env.DB));
    expect(await database(env.DB).select().from(session)).toEqual([]);
  });
  test('goes on while it is used', async () => {
    const client = await signedIn(EMAIL);
    for (let uses = 0; uses < 3; uses++) {
      travel(7 * 3_600_000);
      expect((await client.call('readSession')).status).toBe(200);
    }
  });
  test.each([
    '__Host-klucznik=%E0%A4%A',
    '__Host-klucznik=%',
    '__Host-klucznik',
    '=;=;;',
    '__Host-klucznik=../../x',
    '__Host-klucznik="',
    `__Host-klucznik=${'a'.repeat(43)}`,
  ])('is none when the cookie is %s', async (cookie) => {
    const client = anApiClient();
    client.cookie = cookie;
    expect((await client.call('readSession')).status).toBe(401);
    expect((await client.call('signOut')).status).toBe(204);
  });
  test('loads its person, account and role in one query', async () => {
    const client = await signedIn(EMAIL);
    const prepare = vi.spyOn(env.DB, 'prepare');
    const { loadCaller } = await import('./sessions.ts');
    const caller = await loadCaller(new Request('http://localhost/', { headers: { Cookie: client.cookie } }), database(env.DB));
    expect(caller?.account).toEqual({ id: 'a1', name: 'Alfa', clientNumber: '1001', role: 'owner', ownerEpoch: 1 });
    expect(prepare).toHaveBeenCalledOnce();
    prepare.mockRestore();
  });
});

describe('the account one acts on', () => {
  test('can be any that one belongs to', async () => {
    const client = await signedIn(EMAIL);
    expect((await view(await client.call('chooseAccount', { body: { accountId: 'a2' } }))).account?.role).toBe('administrator');
    expect((await view(await client.call('readSession'))).account?.id).toBe('a2');
  });
  test.each(['a3', 'nowhere'])('cannot be %s, which looks the same as none', async (accountId) => {
    const client = await signedIn(EMAIL);
    expect(await codeOf(await client.call('chooseAccount', { body: { accountId } }))).toBe('not-found');
    expect((await view(await client.call('readSession'))).account?.id).toBe('a1');
  });
});

describe('proving the password again', () => {
  test('is good for five minutes, as signing in is', async () => {
    const client = await signedIn(EMAIL);
    const steppedUp = async () => (await view(await client.call('readSession'))).steppedUpUntil !== null;
    expect(await steppedUp()).toBe(true);
    travel(5 * 60_000);
    expect(await steppedUp()).toBe(false);
    expect((await view(await client.call('stepUp', { body: { password: PASSWORD } }))).steppedUpUntil).toBe(
      Date.now() + 5 * 60_000,
    );
    expect(await steppedUp()).toBe(true);
  });
  test('is not done by another password', async () => {
    const client = await signedIn(EMAIL);
    travel(6 * 60_000);
    expect(await codeOf(await client.call('stepUp', { body: { password: 'zle-haslo' } }))).toBe('wrong-credentials');
    expect((await view(await client.call('readSession'))).steppedUpUntil).toBeNull();
  });
});

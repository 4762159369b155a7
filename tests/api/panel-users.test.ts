import { env } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import type { GrantView, InvitationView, PanelUserView, SessionView } from '../../contract/index.ts';
import type { ApiClient } from '../support/api-client.ts';
import { aHost, anAccount, aStaffMember } from '../support/build/index.ts';
import { anApiClient, planted, signedIn } from '../support/in-worker.ts';
import { fieldsOf, mailIsOut, newestToken, problem } from './road.ts';

const DAY = 86_400_000;
const PASSWORD = 'Wiosenny-Klucz-7-dni';
let round = 0;
/** Ids of this test's own account and people, who no other test has met. */
let a: string;
let owner: ApiClient;
let admin: ApiClient;
const at = (name: string) => `${name}@${a}.test`;

beforeEach(async () => {
  round += 1;
  a = `a${round}`;
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id: a, name: 'Alfa' })
      .withOwner({ id: `${a}-anna`, email: at('anna'), name: 'Anna Nowak' })
      .withAdministrator({ id: `${a}-adam`, email: at('adam'), name: 'Adam Lis' })
      .with('user', { id: `${a}-ula`, email: at('ula'), name: 'Ula Zając' })
      .rows(),
    await anAccount({ id: `b${round}`, name: 'Beta' })
      .withOwner({ id: `${a}-bogdan`, email: at('bogdan'), name: 'Bogdan' })
      .rows(),
    await aStaffMember('support', { email: at('bok') }),
  );
  [owner, admin] = (await Promise.all([signedIn(at('anna')), signedIn(at('adam'))])) as [ApiClient, ApiClient];
});

const invite = (role: string, email: string, by = owner, over: object = {}) =>
  by.call('createGrant', {
    body: {
      serviceId: null,
      spec: { kind: 'panel-user', role },
      grantee: { name: 'Jan Kowalski', email },
      notAfter: Date.now() + 30 * DAY,
      ...over,
    },
  });
const invited = async (role: string, email: string, by = owner) => {
  const response = await invite(role, email, by);
  expect(response.status).toBe(201);
  return { grant: await response.json<GrantView>(), token: await newestTokenFor(email) };
};
async function newestTokenFor(email: string): Promise<string> {
  await mailIsOut();
  const row = await env.DB.prepare('SELECT text FROM sent_message WHERE recipient = ? ORDER BY id DESC LIMIT 1')
    .bind(email)
    .first<{ text: string }>();
  return /#([\w-]{43})/.exec(row?.text ?? '')?.[1] ?? '';
}
interface Accepted {
  invitation: InvitationView;
  session: SessionView;
}
const accept = (token: string, password: string | null, who = anApiClient(), key?: string) =>
  who.call('acceptPanelInvitation', { body: { token, password }, ...(key ? { key } : {}) });
const codeOf = async (response: Response) => [response.status, (await problem(response)).code];
const listed = async (by = owner) => (await (await by.call('listPanelUsers')).json<{ users: PanelUserView[] }>()).users;
const one = async (email: string, by = owner) => (await listed(by)).find((user) => user.email === email);
const on = (grantId: string) => ({ params: { grantId } });
const member = (name: string) => ({ params: { userId: `${a}-${name}` } });

/** A panel user in force, signed in. */
async function joined(role: string, name = 'jan') {
  const { grant, token } = await invited(role, at(name));
  const who = anApiClient();
  expect((await accept(token, PASSWORD, who)).status).toBe(200);
  return { grant, who };
}

describe('an invitation to the Panel', () => {
  test('makes a sign-in for an address that has none, and acts on the account at once', async () => {
    const { grant, token } = await invited('administrator', at('jan'));
    expect(grant).toMatchObject({ state: 'requested', service: { kind: 'panel' }, connection: null });
    expect(await one(at('jan'))).toMatchObject({ state: 'invited', userId: null, role: 'administrator', grantId: grant.id });
    const opened = await (await anApiClient().call('readInvitation', { body: { token } })).json<InvitationView>();
    expect(opened.panel).toEqual({ email: at('jan'), hasSignIn: false });

    const jan = anApiClient();
    const { session, invitation } = await (await accept(token, PASSWORD, jan)).json<Accepted>();
    expect(session).toMatchObject({
      user: { name: 'Jan Kowalski', email: at('jan') },
      account: { id: a, role: 'administrator' },
    });
    expect(invitation).toMatchObject({ state: 'used', grant: { state: 'active' } });
    expect(await one(at('jan'), jan)).toMatchObject({ state: 'active', you: true, seats: 0 });
    expect((await signedIn(at('jan'), PASSWORD)).cookie).not.toBe('');
  });

  test('to an address with a sign-in is that very person’s alone to accept', async () => {
    const { token } = await invited('user', at('bogdan'));
    expect(await codeOf(await accept(token, PASSWORD))).toEqual([403, 'sign-in-as-invited']);
    expect(await codeOf(await accept(token, null, admin))).toEqual([403, 'sign-in-as-invited']);
    expect(await one(at('bogdan'))).toMatchObject({ state: 'invited' });
    const bogdan = await signedIn(at('bogdan'));
    const { session } = await (await accept(token, null, bogdan)).json<Accepted>();
    expect(session).toMatchObject({ account: { id: a, role: 'user' }, accounts: [{ id: a }, { id: `b${round}` }] });
    expect((await bogdan.call('chooseAccount', { body: { accountId: `b${round}` } })).status).toBe(200);
  });

  test('asks for a password, and for one that is not guessed', async () => {
    const { token } = await invited('user', at('jan'));
    expect(await fieldsOf(await accept(token, null))).toEqual(['password: required']);
    expect(await fieldsOf(await accept(token, 'krótkie'))).toEqual(['password: password-too-weak']);
    expect(await fieldsOf(await accept(token, 'aaaaaaaaaaaaaaaa'))).toEqual(['password: password-too-weak']);
  });

  test('is used once, however many accept it at one moment', async () => {
    const { token } = await invited('administrator', at('jan'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(token, PASSWORD)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const answer of answers.filter(({ status }) => status !== 200))
      expect(await codeOf(answer)).toEqual([410, 'invitation-used']);
    expect(await env.DB.prepare('SELECT count(*) AS n FROM membership WHERE account_id = ?').bind(a).first('n')).toBe(4);
  }, 180_000);

  test('is used once by somebody who is signed in as well', async () => {
    const { token } = await invited('user', at('bogdan'));
    const bogdan = await signedIn(at('bogdan'));
    const answers = await Promise.all(Array.from({ length: 20 }, () => accept(token, null, bogdan)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(410)]);
  });

  test('answers a repeated request as the first, also after a crash in between, and gives a session', async () => {
    const { token } = await invited('user', at('jan'));
    const key = crypto.randomUUID();
    const first = await (await accept(token, PASSWORD, anApiClient(), key)).json<Accepted>();
    expect(await (await accept(token, PASSWORD, anApiClient(), key)).json()).toEqual(first);
    await env.DB.prepare('DELETE FROM idempotency').run();
    const again = anApiClient();
    expect(await (await accept(token, PASSWORD, again, key)).json<Accepted>()).toMatchObject({
      session: { user: first.session.user },
    });
    expect((await again.call('readSession')).status).toBe(200);
    await env.DB.prepare('DELETE FROM idempotency').run();
    expect(await codeOf(await accept(token, 'nie-to-haslo-wcale', anApiClient(), key))).toEqual([403, 'sign-in-as-invited']);
  });

  test('is not for somebody who has become a member meanwhile, and tells them so', async () => {
    const { token } = await invited('user', at('bogdan'));
    await env.DB.prepare("INSERT INTO membership (user_id, account_id, role) VALUES (?, ?, 'user')").bind(`${a}-bogdan`, a).run();
    expect(await codeOf(await accept(token, null, await signedIn(at('bogdan'))))).toEqual([409, 'already-panel-user']);
  });

  test('is not for those who are there, or invited, or of the provider', async () => {
    await invited('user', at('jan'));
    for (const email of [at('jan'), at('adam'), at('anna').toUpperCase()])
      expect(await fieldsOf(await invite('user', email))).toEqual(['grantee.email: panel-user-exists']);
    expect(await fieldsOf(await invite('user', at('bok')))).toEqual(['grantee.email: email-invalid']);
    expect(await fieldsOf(await invite('user', 'nie-adres'))).toEqual(['grantee.email: email-invalid']);
  });

  test('is one, however many invite the same person at one moment', async () => {
    const answers = await Promise.all([owner, admin, owner, admin, owner].map((by) => invite('user', at('jan'), by)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422, 422, 422, 422]);
  });

  test('can be sent anew, declined, and taken back; then its link says so', async () => {
    const { grant, token } = await invited('user', at('jan'));
    expect((await owner.call('sendInvitation', on(grant.id))).status).toBe(200);
    const newer = await newestTokenFor(at('jan'));
    expect(await codeOf(await accept(token, PASSWORD))).toEqual([410, 'invitation-void']);
    expect((await anApiClient().call('refuseInvitation', { body: { token: newer } })).status).toBe(204);
    expect(await codeOf(await accept(newer, PASSWORD))).toEqual([410, 'invitation-void']);
    const second = await invited('user', at('jan'));
    expect((await admin.call('revokeGrant', on(second.grant.id))).status).toBe(200);
    expect(await codeOf(await accept(second.token, PASSWORD))).toEqual([410, 'invitation-void']);
    expect(await one(at('jan'))).toBeUndefined();
  });
});

describe('a panel user', () => {
  test('is suspended from the very next request on, and comes back without an invitation', async () => {
    const { grant, who } = await joined('administrator');
    expect((await who.call('listGrants')).status).toBe(200);
    expect(await (await admin.call('suspendPanelUser', on(grant.id))).json()).toMatchObject({ suspendedAt: expect.any(Number) });
    expect(await codeOf(await who.call('listGrants'))).toEqual([403, 'no-account']);
    expect((await who.call('chooseAccount', { body: { accountId: a } })).status).toBe(404);
    expect(await one(at('jan'))).toMatchObject({ state: 'suspended' });
    expect((await admin.call('suspendPanelUser', on(grant.id))).status).toBe(200);
    expect((await owner.call('resumePanelUser', on(grant.id))).status).toBe(200);
    expect((await who.call('listGrants')).status).toBe(200);
  });

  test('is let in until the agreed moment, whether or not the clock has come by', async () => {
    const { grant, who } = await joined('administrator');
    await env.DB.prepare('UPDATE membership SET not_after = ? WHERE grant_id = ?')
      .bind(Date.now() - 1, grant.id)
      .run();
    expect(await codeOf(await who.call('listGrants'))).toEqual([403, 'no-account']);
  });

  test('gets another role and another end by a change of the grant', async () => {
    const { grant, who } = await joined('user');
    expect((await who.call('listPanelUsers')).status).toBe(403);
    const body = { version: grant.version, spec: { kind: 'panel-user', role: 'administrator' }, notAfter: Date.now() + DAY };
    expect((await owner.call('changeGrant', { ...on(grant.id), body })).status).toBe(200);
    expect(await one(at('jan'), who)).toMatchObject({ role: 'administrator', notAfter: body.notAfter });
    expect(await codeOf(await owner.call('changeGrant', { ...on(grant.id), body }))).toEqual([409, 'grant-changed']);
  });

  test('who is removed loses the account, and keeps the sign-in to others', async () => {
    const { grant, token } = await invited('administrator', at('bogdan'));
    const bogdan = await signedIn(at('bogdan'));
    await accept(token, null, bogdan);
    expect(await (await admin.call('revokeGrant', on(grant.id))).json()).toMatchObject({ state: 'ended', endReason: 'revoked' });
    expect(await codeOf(await bogdan.call('listGrants'))).toEqual([403, 'no-account']);
    expect(await (await bogdan.call('readSession')).json()).toMatchObject({ account: null, accounts: [{ id: `b${round}` }] });
    expect(await one(at('bogdan'))).toBeUndefined();
  });

  test('may leave, and do nothing else to their own sign-in', async () => {
    const { grant, who } = await joined('administrator');
    const change = (over: object) => who.call('changeGrant', { ...on(grant.id), body: { version: grant.version, ...over } });
    expect(await codeOf(await who.call('suspendPanelUser', on(grant.id)))).toEqual([409, 'own-sign-in']);
    expect(await codeOf(await change({ notAfter: null }))).toEqual([409, 'own-sign-in']);
    expect(await codeOf(await change({ spec: { kind: 'panel-user', role: 'user' } }))).toEqual([409, 'own-sign-in']);
    expect((await who.call('revokeGrant', on(grant.id))).status).toBe(200);
    expect(await codeOf(await who.call('listGrants'))).toEqual([403, 'no-account']);
  });

  test('does not lose the sign-in to whoever finds the used link', async () => {
    const { token } = await invited('user', at('jan'));
    const jan = anApiClient();
    await accept(token, PASSWORD, jan);
    const refuse = (by: ApiClient) => by.call('refuseInvitation', { body: { token } });
    expect(await codeOf(await refuse(anApiClient()))).toEqual([403, 'sign-in-as-invited']);
    expect(await codeOf(await refuse(admin))).toEqual([403, 'sign-in-as-invited']);
    expect((await refuse(jan)).status).toBe(204);
    expect(await one(at('jan'))).toBeUndefined();
  });
});

describe('somebody who has been there since the contract was made', () => {
  const setRole = (by: ApiClient, name: string, role: string) => by.call('changeMemberRole', { ...member(name), body: { role } });
  const remove = (by: ApiClient, name: string, key?: string) =>
    by.call('removeMember', { ...member(name), body: {}, ...(key ? { key } : {}) });

  test('gets another role, or is removed, and the audit says so', async () => {
    const { users } = await (await setRole(admin, 'ula', 'administrator')).json<{ users: PanelUserView[] }>();
    expect(users.find(({ email }) => email === at('ula'))).toMatchObject({ role: 'administrator' });
    const ula = await signedIn(at('ula'));
    expect((await remove(admin, 'ula')).status).toBe(200);
    expect(await codeOf(await ula.call('listGrants'))).toEqual([403, 'no-account']);
    const { entries } = await (await owner.call('listAudit')).json<{ entries: { action: string; sentence: string }[] }>();
    expect(entries.slice(0, 2).map(({ sentence }) => sentence)).toEqual([
      'Użytkownik Panelu usunięty z konta. Osoba: Ula Zając.',
      'Zmieniona rola użytkownika Panelu. Osoba: Ula Zając. Zakres: Panel klienta, administrator (całe konto).',
    ]);
  });

  test('is not changed or removed by an administrator if they are the owner, nor by themselves if the last', async () => {
    expect(await codeOf(await remove(admin, 'anna'))).toEqual([403, 'role-too-low']);
    expect(await codeOf(await setRole(admin, 'anna', 'user'))).toEqual([403, 'role-too-low']);
    expect(await codeOf(await remove(owner, 'anna'))).toEqual([409, 'last-owner']);
    expect(await codeOf(await setRole(owner, 'anna', 'administrator'))).toEqual([409, 'last-owner']);
    expect(await one(at('anna'))).toMatchObject({ role: 'owner', lastOwner: true, you: true });
  });

  test('may step down while another owner is there, and two who leave at one moment leave one', async () => {
    await env.DB.prepare("UPDATE membership SET role = 'owner' WHERE user_id = ?").bind(`${a}-adam`).run();
    expect(await one(at('anna'))).toMatchObject({ lastOwner: false });
    expect(await codeOf(await setRole(owner, 'anna', 'user'))).toEqual([409, 'own-sign-in']);
    const both = await Promise.all([remove(owner, 'anna'), setRole(admin, 'adam', 'administrator')]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    const left = await env.DB.prepare("SELECT count(*) AS n FROM membership WHERE account_id = ? AND role = 'owner'")
      .bind(a)
      .first('n');
    expect(left).toBe(1);
  });

  test('is removed once: the same request again gives the same, another one finds nobody', async () => {
    const key = crypto.randomUUID();
    expect((await remove(owner, 'ula', key)).status).toBe(200);
    await env.DB.prepare('DELETE FROM idempotency').run();
    expect((await remove(owner, 'ula', key)).status).toBe(200);
    expect(await codeOf(await remove(owner, 'ula'))).toEqual([404, 'not-found']);
  });

  test('may not lower themselves to where they manage nothing, but may leave', async () => {
    expect(await codeOf(await setRole(admin, 'adam', 'user'))).toEqual([409, 'own-sign-in']);
    expect((await remove(admin, 'adam')).status).toBe(200);
    expect(await codeOf(await admin.call('listGrants'))).toEqual([403, 'no-account']);
  });
});

describe('letters about panel users', () => {
  const letterTo = async (email: string) => {
    await mailIsOut();
    const row = await env.DB.prepare('SELECT subject, text FROM sent_message WHERE recipient = ? ORDER BY id DESC LIMIT 1')
      .bind(email)
      .first<{ subject: string; text: string }>();
    return `${row?.subject}\n${row?.text}`;
  };

  test('an administrator is told of everything that the role opens, and a user of the little', async () => {
    await invited('administrator', at('jan'));
    expect(await letterTo(at('jan'))).toMatch(/wszystk/);
    expect(await letterTo(at('jan'))).toMatch(/Zakres: Panel klienta, administrator \(całe konto\)\nTermin: do/);
    await invited('user', at('ewa'));
    expect(await letterTo(at('ewa'))).toContain('tylko te licencje');
    expect(await newestToken()).not.toBe('');
  });

  test('the owner hears of everybody who accepts', async () => {
    await joined('administrator');
    expect(await letterTo(at('anna'))).toContain('Kto: Jan Kowalski, ');
    expect(await letterTo(at('anna'))).toContain('/panel/uzytkownicy/');
  });
});

import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { DesiredItem, GrantView, InvitationView } from '../../contract/index.ts';
import type { ApiClient } from '../support/api-client.ts';
import { aHost, anAccount } from '../support/build/index.ts';
import { anApiClient, planted, signedIn } from '../support/in-worker.ts';
import { ScriptedAgent } from '../support/scripted-agent.ts';
import { claimWith, mailIsOut, newestToken, principalOf, problem, becomes as reaches, readGrant } from './road.ts';

const DAY = 86_400_000;
const PASSWORD = 'Wiosenny-Klucz-7-dni';
let owner: ApiClient;
let agent: ScriptedAgent;

beforeAll(async () => {
  await planted(aHost({ id: 'h1', name: 'serwer-1' }));
  await planted(
    await anAccount({ id: 'a1', name: 'Alfa' })
      .withOwner({ email: 'anna@alfa.test', name: 'Anna Nowak' })
      .withHosting({ id: 's1', hostId: 'h1', tree: 'alfa' })
      .rows(),
    await anAccount({ id: 'b1', name: 'Beta' })
      .withOwner({ email: 'bogdan@beta.test' })
      .withHosting({ id: 's2', hostId: 'h1', tree: 'beta' })
      .rows(),
  );
  agent = await ScriptedAgent.enrolled('h1');
  await agent.connect();
});
beforeEach(async () => {
  owner = await signedIn('anna@alfa.test');
});

const wish = (over: object = {}) => ({
  serviceId: 's1',
  spec: { kind: 'ftp', directory: '/public_html/sklep', access: 'write' },
  grantee: { name: 'Jan Kowalski', email: 'jan@it.test' },
  notAfter: Date.now() + 7 * DAY,
  ...over,
});
const give = async (over: object = {}, key: string = crypto.randomUUID()) => owner.call('createGrant', { body: wish(over), key });
const given = async (over: object = {}) => (await give(over)).json<GrantView>();
const read = (grantId: string) => readGrant(owner, grantId);
const claim = (token: string, key?: string) => claimWith(token, { type: 'password', password: PASSWORD }, key);
const becomes = (grantId: string, state: GrantView['state']) => reaches(owner, grantId, state);

const hashIn = ({ state }: DesiredItem) => (state && 'password' in state ? state.password?.hash : undefined);

/** A grant that is in force, with the word of its host. */
async function active(over: object = {}): Promise<GrantView> {
  const grant = await given(over);
  expect((await claim(await newestToken())).status).toBe(200);
  await agent.acknowledge(await agent.toldOf(await principalOf(grant.id), 1));
  await becomes(grant.id, 'active');
  return read(grant.id);
}

describe('the whole road', () => {
  test('from the confirmation to the proof that it is over', async () => {
    const grant = await given();
    expect(grant).toMatchObject({
      state: 'requested',
      invitation: { state: 'open' },
      host: { online: true },
      createdBy: 'Anna Nowak',
    });
    const token = await newestToken();
    const opened = await (await anApiClient().call('readInvitation', { body: { token } })).json<InvitationView>();
    expect(opened).toMatchObject({ state: 'open', giver: { person: 'Anna Nowak', account: 'Alfa' }, connection: null });

    const claimed = await (await claim(token)).json<InvitationView>();
    expect(claimed).toMatchObject({
      state: 'used',
      grant: { state: 'pending' },
      connection: { ftp: { host: 'serwer.test', ftpsPort: 2121 } },
    });
    const principal = await principalOf(grant.id);
    const wanted = await agent.toldOf(principal, 1);
    expect(wanted.state).toMatchObject({
      tree: 'alfa',
      directory: '/public_html/sklep',
      access: 'write',
      password: { hash: expect.stringMatching(/^\$7\$/) },
    });
    await agent.acknowledge(wanted);
    await becomes(grant.id, 'active');
    const kept = await env.DB.prepare('SELECT hash, acked_gen FROM desired WHERE grant_id = ?').bind(grant.id).first();
    expect(kept).toEqual({ hash: null, acked_gen: 1 });

    const revoked = await (await owner.call('revokeGrant', { params: { grantId: grant.id } })).json<GrantView>();
    expect(revoked).toMatchObject({ state: 'revoking', endReason: 'revoked', cutAt: null });
    const gone = await agent.toldOf(principal, 2);
    expect(gone.state).toBeNull();
    agent.say({ t: 'ack', kind: 'ftp', principal, gen: 2, outcome: 'absent', look: 1, sessions: 0, late: 0 });
    await vi.waitFor(async () => expect((await read(grant.id)).cutAt).not.toBeNull());
    expect((await read(grant.id)).state).toBe('revoking');
    agent.say({ t: 'ack', kind: 'ftp', principal, gen: 2, outcome: 'absent', look: 2, sessions: 0, late: 0 });
    await becomes(grant.id, 'ended');
    const actions = await env.DB.prepare('SELECT action FROM audit WHERE grant_id = ? ORDER BY id')
      .bind(grant.id)
      .all<{ action: string }>();
    expect(actions.results.map((row) => row.action)).toEqual([
      'grant.requested',
      'invitation.sent',
      'grant.claimed',
      'grant.active',
      'grant.revoking',
      'grant.cut',
      'grant.ended',
    ]);
  });

  test('with credentials shown once needs no invitation', async () => {
    const grant = await given({ grantee: { name: 'Ola', email: null }, credential: { type: 'password', password: PASSWORD } });
    expect(grant).toMatchObject({ state: 'pending', invitation: null });
    expect(hashIn(await agent.toldOf(await principalOf(grant.id), 1))).toMatch(/^\$7\$/);
  });
});

describe('confirming', () => {
  test('a second time with the same key gives the same grant, also when the first answer was lost', async () => {
    const key = crypto.randomUUID();
    const body = wish();
    const first = await (await owner.call('createGrant', { body, key })).json<GrantView>();
    await env.DB.prepare('DELETE FROM idempotency').run();
    const second = await (await owner.call('createGrant', { body, key })).json<GrantView>();
    expect(second.id).toBe(first.id);
  });
  test.each([
    ['a service of another account', { serviceId: 's2' }, 404, 'not-found', []],
    [
      'a directory that is not there',
      { spec: { kind: 'ftp', directory: '/public_html/nie-ma', access: 'read' } },
      422,
      'invalid-input',
      ['spec.directory: directory-missing'],
    ],
    [
      'a directory that is a link',
      { spec: { kind: 'ftp', directory: '/skrot', access: 'read' } },
      422,
      'invalid-input',
      ['spec.directory: directory-is-link'],
    ],
    [
      'a path out of the tree',
      { spec: { kind: 'ftp', directory: '/public_html/../..', access: 'read' } },
      422,
      'invalid-input',
      ['spec.directory: path-invalid'],
    ],
    [
      'a name of 256 bytes',
      { spec: { kind: 'ftp', directory: `/${'ż'.repeat(128)}`, access: 'read' } },
      422,
      'invalid-input',
      ['spec.directory: path-invalid'],
    ],
    ['an end in the past', { notAfter: 1 }, 422, 'invalid-input', ['notAfter: end-date-past']],
    ['no name and a bad address', { grantee: { name: ' ', email: 'jan@' } }, 422, 'invalid-input', ['grantee.name: required']],
    [
      'an address that is none',
      { grantee: { name: 'Jan', email: 'jan@' } },
      422,
      'invalid-input',
      ['grantee.email: email-invalid'],
    ],
    ['nobody to invite', { grantee: { name: 'Jan', email: null } }, 422, 'invalid-input', ['grantee.email: required']],
    ['a key we do not know', { extra: 1 }, 422, 'unknown-field', ['extra: unknown-field']],
  ])('refuses %s', async (_, over, status, code, fields) => {
    const response = await give(over);
    expect(response.status).toBe(status);
    const error = await problem(response);
    expect(error.code).toBe(code);
    expect(error.fields.map((field) => `${field.field}: ${field.code}`)).toEqual(fields);
  });
  test('takes an address with an international domain and folds it', async () => {
    const grant = await given({ grantee: { name: 'Jan', email: ' Jan@Żółw.pl ' } });
    expect(grant.grantee.email).toBe('jan@xn--w-uga1v8h.pl');
  });
});

describe('an invitation', () => {
  test('claimed a hundred times at once is claimed once', async () => {
    const grant = await given();
    const token = await newestToken();
    const answers = await Promise.all(Array.from({ length: 100 }, () => claim(token)));
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 410)).toHaveLength(99);
    expect((await read(grant.id)).state).toBe('pending');
    const claims = await env.DB.prepare("SELECT count(*) AS n FROM audit WHERE grant_id = ? AND action = 'grant.claimed'")
      .bind(grant.id)
      .first<{ n: number }>();
    expect(claims?.n).toBe(1);
  });
  test('claimed again with the same key after the answer was lost says it is done', async () => {
    await given();
    const token = await newestToken();
    const key = crypto.randomUUID();
    expect((await claim(token, key)).status).toBe(200);
    await env.DB.prepare('DELETE FROM idempotency').run();
    expect((await claim(token, key)).status).toBe(200);
  });
  test('looked at twenty times can still be claimed', async () => {
    await given();
    const token = await newestToken();
    for (let time = 0; time < 20; time += 1)
      expect((await anApiClient().call('readInvitation', { body: { token } })).status).toBe(200);
    expect((await claim(token)).status).toBe(200);
  });
  test('sent anew makes the old link void', async () => {
    const grant = await given();
    const old = await newestToken();
    expect((await owner.call('sendInvitation', { params: { grantId: grant.id } })).status).toBe(200);
    const fresh = await newestToken();
    expect(fresh).not.toBe(old);
    expect((await problem(await claim(old))).code).toBe('invitation-void');
    expect((await claim(fresh)).status).toBe(200);
  });
  test('is void after a cancel, and expired after seven days', async () => {
    const cancelled = await given();
    const token = await newestToken();
    expect((await owner.call('revokeGrant', { params: { grantId: cancelled.id } })).status).toBe(200);
    expect(await read(cancelled.id)).toMatchObject({ state: 'ended', endReason: 'cancelled' });
    expect((await problem(await claim(token))).code).toBe('invitation-void');
    const old = await given();
    const late = await newestToken();
    await env.DB.prepare('UPDATE invitation SET expires_at = 1 WHERE grant_id = ?').bind(old.id).run();
    expect((await problem(await claim(late))).code).toBe('invitation-expired');
  });
  test.each([
    ['a weak password', { type: 'password', password: 'aaaaaaaaaaaaaaaa' }, 'credential.password'],
    ['a key that is none', { type: 'public-key', publicKey: 'ssh-ed25519 nie' }, 'credential.publicKey'],
  ])('refuses %s and stays open', async (_, credential, field) => {
    await given();
    const token = await newestToken();
    const error = await problem(await anApiClient().call('claimInvitation', { body: { token, credential } }));
    expect(error.fields.map((wrong) => wrong.field)).toEqual([field]);
    expect((await claim(token)).status).toBe(200);
  });
  test('can be declined, and access can be handed back', async () => {
    const grant = await given();
    const token = await newestToken();
    expect((await anApiClient().call('refuseInvitation', { body: { token } })).status).toBe(204);
    expect(await read(grant.id)).toMatchObject({ state: 'ended', endReason: 'declined' });
  });
  test('for a new password keeps the access and replaces the secret', async () => {
    const grant = await active();
    await owner.call('sendInvitation', { params: { grantId: grant.id } });
    const token = await newestToken();
    expect((await claim(token)).status).toBe(200);
    const renewed = await agent.toldOf(await principalOf(grant.id), 2);
    expect(hashIn(renewed)).toMatch(/^\$7\$/);
    await agent.acknowledge(renewed);
    await becomes(grant.id, 'active');
  });
});

describe('a change', () => {
  test('goes to the host without a hash, and two tabs cannot overwrite each other', async () => {
    const grant = await active();
    const change = { version: grant.version, spec: { kind: 'ftp', directory: '/public_html/sklep', access: 'read' } };
    const changed = await owner.call('changeGrant', { params: { grantId: grant.id }, body: change });
    expect(await changed.json()).toMatchObject({ state: 'pending', spec: { access: 'read' }, version: grant.version + 1 });
    expect((await agent.toldOf(await principalOf(grant.id), 2)).state).toMatchObject({
      access: 'read',
      password: { hash: null },
    });
    const second = await owner.call('changeGrant', { params: { grantId: grant.id }, body: change });
    expect([second.status, (await problem(second)).code]).toEqual([409, 'grant-changed']);
  });
});

describe('the end date', () => {
  test('is kept by the clock alone', async () => {
    const grant = await active({ notAfter: Date.now() + 400 });
    await becomes(grant.id, 'revoking');
    expect(await read(grant.id)).toMatchObject({ endReason: 'expired' });
    await agent.acknowledge(await agent.toldOf(await principalOf(grant.id), 2));
    await becomes(grant.id, 'ended');
  });
});

describe('a host', () => {
  test('that can never open the directory gets the grant withdrawn and its owner told at once', async () => {
    const grant = await given();
    expect((await claim(await newestToken())).status).toBe(200);
    const principal = await principalOf(grant.id);
    await agent.toldOf(principal, 1);
    agent.say({ t: 'fail', kind: 'ftp', principal, gen: 1, fault: 'directory-missing' });
    await agent.acknowledge(await agent.toldOf(principal, 2));
    await becomes(grant.id, 'ended');
    expect(await read(grant.id)).toMatchObject({ endReason: 'failed', problem: null });
    await mailIsOut();
    const message = await env.DB.prepare(
      "SELECT recipient FROM sent_message WHERE subject LIKE 'Nie udało się%' ORDER BY id DESC",
    ).first<{ recipient: string }>();
    expect(message?.recipient).toBe('anna@alfa.test');
  });
  test('whose bad news comes after the good is asked again, until the problem is gone', async () => {
    const grant = await given({ credential: { type: 'password', password: PASSWORD } });
    const principal = await principalOf(grant.id);
    const item = await agent.toldOf(principal, 1);
    await agent.acknowledge(item);
    await becomes(grant.id, 'active');
    agent.say({ t: 'fail', kind: 'ftp', principal, gen: 1, fault: 'disk-full' });
    const unconfirmed = 'SELECT principal FROM desired WHERE acked_gen < gen AND principal = ?';
    await vi.waitFor(async () => expect(await env.DB.prepare(unconfirmed).bind(principal).first()).not.toBeNull());
    expect(await read(grant.id)).toMatchObject({ state: 'active', problem: 'disk-full' });
    await agent.acknowledge(item);
    await vi.waitFor(async () => expect(await env.DB.prepare(unconfirmed).bind(principal).first()).toBeNull());
    expect(await read(grant.id)).toMatchObject({ state: 'active', problem: null });
  });
  test('with a greeting signed over another nonce is sent away', async () => {
    const impostor = await ScriptedAgent.enrolled('h1').catch(() => null);
    if (!impostor) throw new Error('no impostor');
    await impostor.connect([], { nonce: 'A'.repeat(43) });
    expect(impostor.closes).toEqual([4401]);
  });
  test('that says nonsense is not believed and not thrown out', async () => {
    agent.shout('{"t":"ack"');
    agent.shout(JSON.stringify({ t: 'ack', principal: '../../etc' }));
    expect((await owner.call('listDirectories', { params: { serviceId: 's1' }, query: { path: '/' } })).status).toBe(200);
  });
});

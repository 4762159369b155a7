import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import type { Problem, RouteName, SettingForm, SettingRequest } from '../../contract/index.ts';
import type { ApiClient, Call } from '../../tests/support/api-client.ts';
import { aHost, anAccount } from '../../tests/support/build/index.ts';
import { anApiClient, planted, signedIn } from '../../tests/support/in-worker.ts';
import { database } from '../db/index.ts';
import { dropRequests } from './index.ts';

let anna: ApiClient;
let ula: ApiClient;
let bogdan: ApiClient;
const anybody = anApiClient();

beforeAll(async () => {
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id: 'a1', name: 'Alfa', clientNumber: '1001' })
      .withOwner({ id: 'anna', email: 'anna@alfa.test', name: 'Anna Nowak' })
      .with('user', { id: 'ula', email: 'ula@alfa.test' })
      .withHosting({ id: 's1', name: 'Sklep', hostId: 'h1' })
      .withLicence({ id: 'l1', seats: 2 })
      .rows(),
    await anAccount({ id: 'b1', clientNumber: '1002' })
      .withOwner({ id: 'bogdan', email: 'bogdan@beta.test' })
      .withHosting({ id: 's2', hostId: 'h1' })
      .rows(),
  );
  [anna, ula, bogdan] = (await Promise.all(
    ['anna@alfa.test', 'ula@alfa.test', 'bogdan@beta.test'].map((email) => signedIn(email)),
  )) as [ApiClient, ApiClient, ApiClient];
});

const HELPER = { name: 'Jan Kowal', email: ' Jan@IT.test ' };
const NEW = { setting: 'php-version', serviceId: 's1', helper: HELPER, note: 'Sklep zwalnia.' };
async function answered<T>(client: ApiClient, name: RouteName, call: Call): Promise<T> {
  const response = await client.call(name, call);
  expect(response.ok, `${name}: ${response.status} ${response.ok ? '' : await response.clone().text()}`).toBe(true);
  return response.json<T>();
}
const refusal = async (client: ApiClient, name: RouteName, call: Call) => {
  const { error } = await (await client.call(name, call)).json<Problem>();
  return error ?? expect.fail(`${name} is not refused`);
};
const ask = (over: object = {}) => answered<SettingRequest>(anna, 'createSettingRequest', { body: { ...NEW, ...over } });
const act = (name: RouteName, id: string, body?: object) =>
  answered<SettingRequest>(anna, name, { params: { requestId: id }, ...(body ? { body } : {}) });
const sentTo = async (recipient: string) => {
  await vi.waitFor(async () =>
    expect(await env.DB.prepare('SELECT count(*) AS n FROM outbox WHERE sent_at IS NULL').first('n')).toBe(0),
  );
  const sent = await env.DB.prepare('SELECT subject, text FROM sent_message WHERE recipient = ? ORDER BY id DESC').bind(
    recipient,
  );
  return (await sent.all<{ subject: string; text: string }>()).results;
};
const newestToken = async () => /\/zmiana\/#([\w-]{43})/.exec((await sentTo('jan@it.test'))[0]?.text ?? '')?.[1] ?? '';
const look = (token: string) => answered<SettingForm>(anybody, 'readSettingForm', { body: { token } });
const say = (token: string, answers: object, comment = '', key = crypto.randomUUID()) => ({
  body: { token, answers, comment },
  key,
});
const filled = (token: string, answers: object, comment?: string) =>
  answered<SettingForm>(anybody, 'fillSettingForm', say(token, answers, comment));

describe('a question about a setting', () => {
  test('reaches the IT person, comes back as steps, and is done', async () => {
    const asked = await ask();
    expect(asked).toMatchObject({ state: 'sent', helper: { email: 'jan@it.test' }, service: { name: 'Sklep' }, answers: null });
    const token = await newestToken();
    const form = await look(token);
    expect(form).toMatchObject({ giver: { person: 'Anna Nowak', account: 'Alfa' }, note: 'Sklep zwalnia.', state: 'sent' });
    expect(JSON.stringify(form)).not.toMatch(/@|a1|s1|anna"/);
    await filled(token, { version: ' 8.3 ', checks: 'koszyk' }, 'Najlepiej w nocy.');
    const got = await act('readSettingRequest', asked.id);
    expect(got).toMatchObject({ state: 'answered', answers: { version: '8.3', checks: 'koszyk' }, comment: 'Najlepiej w nocy.' });
    expect((await sentTo('anna@alfa.test'))[0]?.subject).toBe('Wiadomo, co zmienić: Wersja PHP');
    expect((await act('tickSettingStep', asked.id, { step: 'set', done: true })).stepsDone).toEqual(['set']);
    expect((await act('tickSettingStep', asked.id, { step: 'open', done: true })).stepsDone).toEqual(['open', 'set']);
    expect((await act('tickSettingStep', asked.id, { step: 'set', done: false })).stepsDone).toEqual(['open']);
    const wrong = await refusal(anna, 'tickSettingStep', { params: { requestId: asked.id }, body: { step: 'no', done: true } });
    expect(wrong.fields).toMatchObject([{ field: 'step' }]);
    await filled(token, { version: '8.4' });
    expect(await act('readSettingRequest', asked.id)).toMatchObject({ answers: { version: '8.4' }, stepsDone: [] });
    expect((await sentTo('anna@alfa.test')).length).toBe(2);
    expect((await act('endSettingRequest', asked.id, { outcome: 'done' })).state).toBe('done');
    expect(await look(token)).toMatchObject({ state: 'done', note: '', answers: null });
    expect((await refusal(anybody, 'fillSettingForm', say(token, { version: '8.1' }))).code).toBe('setting-request-over');
    expect((await refusal(anna, 'resendSettingRequest', { params: { requestId: asked.id } })).code).toBe('setting-request-over');
    const audit = await env.DB.prepare(
      "SELECT action, actor_kind AS who, details FROM audit WHERE action LIKE 'setting.%' ORDER BY id",
    );
    const { results } = await audit.all<Record<'action' | 'who' | 'details', string>>();
    expect(results.map(({ action, who }) => `${who} ${action}`)).toEqual([
      'member setting.asked',
      'grantee setting.answered',
      'member setting.ticked',
      'member setting.ticked',
      'member setting.unticked',
      'grantee setting.answered',
      'member setting.done',
    ]);
    expect(JSON.stringify(results)).not.toMatch(/8\.[34]|zwalnia|w nocy/);
  });

  test('is judged field by field, and nothing of a wrong answer is kept', async () => {
    const { id } = await ask({ setting: 'cron' });
    const token = await newestToken();
    const wrong = await refusal(
      anybody,
      'fillSettingForm',
      say(token, { action: 'add', rhythm: 'other', expression: 'x', obce: '1' }),
    );
    expect(Object.fromEntries(wrong.fields.map(({ field, code }) => [field, code]))).toEqual({
      'answers.command': 'required',
      'answers.expression': 'invalid-input',
      'answers.obce': 'unknown-field',
    });
    expect((await act('readSettingRequest', id)).state).toBe('sent');
  });

  test('sent again voids the links of before', async () => {
    const { id } = await ask();
    const old = await newestToken();
    await act('resendSettingRequest', id);
    const fresh = await newestToken();
    expect(fresh).not.toBe(old);
    for (const name of ['readSettingForm', 'fillSettingForm'] as const) {
      const body = name === 'readSettingForm' ? { token: old } : say(old, { version: '8.3' }).body;
      expect((await refusal(anybody, name, { body })).code).toBe('setting-form-invalid');
    }
    expect((await look(fresh)).state).toBe('sent');
    expect((await refusal(anybody, 'readSettingForm', { body: { token: 'A'.repeat(43) } })).code).toBe('setting-form-invalid');
  });

  test('is not sent again and again: neither letter nor new link then', async () => {
    const { id } = await ask();
    for (let sending = 2; sending <= 3; sending += 1) await act('resendSettingRequest', id);
    const token = await newestToken();
    expect((await refusal(anna, 'resendSettingRequest', { params: { requestId: id } })).code).toBe('setting-sent-often');
    expect(await newestToken()).toBe(token);
    expect((await look(token)).state).toBe('sent');
    await env.DB.prepare('UPDATE setting_request SET expires_at = expires_at - 600000 WHERE id = ?').bind(id).run();
    await act('resendSettingRequest', id);
    expect(await newestToken()).not.toBe(token);
  });

  test('runs out after two weeks, and runs on when it is sent again', async () => {
    const { id, createdAt, expiresAt } = await ask();
    expect(expiresAt - createdAt).toBe(14 * 86_400_000);
    const token = await newestToken();
    await env.DB.prepare('UPDATE setting_request SET expires_at = ? WHERE id = ?')
      .bind(Date.now() - 1, id)
      .run();
    expect((await act('readSettingRequest', id)).state).toBe('expired');
    expect(await look(token)).toMatchObject({ state: 'expired', note: '' });
    expect((await refusal(anybody, 'fillSettingForm', say(token, { version: '8.3' }))).code).toBe('setting-request-over');
    expect((await act('resendSettingRequest', id)).state).toBe('sent');
    expect((await look(await newestToken())).state).toBe('sent');
  });

  test('asked or answered twice by one request is one, also when the worker died before its answer', async () => {
    const key = crypto.randomUUID();
    const twice = async <T>(client: ApiClient, name: RouteName, call: Call) => {
      const first = await answered<T>(client, name, call);
      await env.DB.prepare('DELETE FROM idempotency').run();
      return [first, await answered<T>(client, name, call)] as const;
    };
    const [first, second] = await twice<SettingRequest>(anna, 'createSettingRequest', { body: NEW, key });
    expect(second.id).toBe(first.id);
    const count = 'SELECT count(*) AS n FROM audit';
    const token = await newestToken();
    const before = Number(await env.DB.prepare(count).first('n'));
    await twice<SettingForm>(anybody, 'fillSettingForm', say(token, { version: '8.3' }));
    await sentTo('anna@alfa.test');
    // One for the answer, one for its letter.
    expect(Number(await env.DB.prepare(count).first('n')) - before).toBe(2);
  });

  test('is the managers’ own, about a server or a domain of theirs', async () => {
    const { id } = await ask();
    const params = { requestId: id };
    for (const name of ['readSettingRequest', 'resendSettingRequest'] as const) {
      expect((await bogdan.call(name, { params })).status).toBe(404);
      expect((await ula.call(name, { params })).status).toBe(403);
    }
    expect((await anna.call('createSettingRequest', { body: { ...NEW, serviceId: 's2' } })).status).toBe(404);
    const licence = await refusal(anna, 'createSettingRequest', { body: { ...NEW, serviceId: 'l1' } });
    expect(licence.fields).toMatchObject([{ field: 'serviceId' }]);
    const nowhere = await refusal(anna, 'createSettingRequest', { body: { ...NEW, helper: { ...HELPER, email: 'jan' } } });
    expect(nowhere.fields).toMatchObject([{ field: 'helper.email', code: 'email-invalid' }]);
  });

  test('is dropped when the account passes to somebody else, who reads nothing of it', async () => {
    const { id } = await ask();
    const token = await newestToken();
    await dropRequests(database(env.DB), { accountId: 'a1' }, crypto.randomUUID());
    expect(await act('readSettingRequest', id)).toMatchObject({ state: 'dropped' });
    expect((await look(token)).state).toBe('dropped');
    await env.DB.prepare("UPDATE account SET owner_since = ? WHERE id = 'a1'")
      .bind(Date.now() + 1)
      .run();
    expect((await anna.call('readSettingRequest', { params: { requestId: id } })).status).toBe(404);
    expect(await answered(anna, 'listSettingRequests', {})).toEqual({ requests: [], next: null });
    expect((await refusal(anybody, 'readSettingForm', { body: { token } })).code).toBe('setting-form-invalid');
    await env.DB.prepare("UPDATE account SET owner_since = NULL WHERE id = 'a1'").run();
  });

  test('is listed newest first, page by page', async () => {
    const ids: string[] = [];
    for (let after = ''; ; ) {
      const query = { limit: '3', ...(after ? { after } : {}) };
      const page = await answered<{ requests: SettingRequest[]; next: string | null }>(anna, 'listSettingRequests', { query });
      ids.push(...page.requests.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    const all = await env.DB.prepare(
      "SELECT id FROM setting_request WHERE account_id = 'a1' ORDER BY created_at DESC, id DESC",
    ).all<{ id: string }>();
    expect(ids.length).toBeGreaterThan(3);
    expect(ids).toEqual(all.results.map(({ id }) => id));
  });

  test('is one of twenty a day at most, whatever became of the others', async () => {
    const asked = async () => (await bogdan.call('createSettingRequest', { body: { ...NEW, serviceId: 's2' } })).status;
    // What has come between the look and the batch counts too.
    const statuses = await Promise.all(Array.from({ length: 22 }, asked));
    expect(statuses.filter((status) => status === 201)).toHaveLength(20);
    await env.DB.prepare("UPDATE setting_request SET state = 'dropped' WHERE account_id = 'b1'").run();
    const refused = await refusal(bogdan, 'createSettingRequest', { body: { ...NEW, serviceId: 's2' } });
    expect(refused.code).toBe('settings-asked-often');
    await env.DB.prepare("UPDATE setting_request SET created_at = created_at - 86400000 WHERE account_id = 'b1'").run();
    expect(await asked()).toBe(201);
  });
});

import { env } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { ERRORS } from '../../contract/index.ts';
import { expectConsoleError } from '../../tests/support/no-console-errors.ts';
import { anApp, caller, create, expectRefusal, freshKey, HOME, newGrant, post, send } from '../../tests/support/trial-app.ts';
import type { Caller } from './index.ts';

describe('who may come in', () => {
  test('nobody without a session', async () => expectRefusal(await send(create(), anApp(null)), 'not-signed-in'));
  test('no staff where a panel user is asked for', async () =>
    expectRefusal(await send(create(), anApp(caller({ account: null, staffRole: 'support' }))), 'no-account'));
  test('no role below the one asked for', async () => {
    const user = caller();
    await expectRefusal(
      await send(create(), anApp({ ...user, account: { ...user.account, role: 'user' } as Caller['account'] })),
      'role-too-low',
    );
  });
  test('no support where an operator is asked for', async () =>
    expectRefusal(
      await send(new Request(`${HOME}/api/v1/staff/hosts`), anApp(caller({ account: null, staffRole: 'support' }))),
      'role-too-low',
    ));
  test('nobody whose password was proved five minutes ago, where a step-up is asked for', async () => {
    await expectRefusal(await send(create(), anApp(caller({ provedAt: Date.now() - 5 * 60_000 }))), 'step-up-required');
    expect((await send(create(), anApp(caller({ provedAt: Date.now() - 5 * 60_000 + 5_000 })))).status).toBe(201);
  });
});

describe('where a change may come from', () => {
  test('only from the site itself', async () => {
    await expectRefusal(await send(create({}, { Origin: 'https://evil.test' })), 'foreign-origin');
    await expectRefusal(await send(create({}, { Origin: 'null' })), 'foreign-origin');
    await expectRefusal(await send(create({}, { Origin: `${HOME}.evil.test` })), 'foreign-origin');
  });
  test('not from nowhere', async () => {
    await expectRefusal(await send(create({}, { Origin: '' })), 'foreign-origin');
    await expectRefusal(await send(create({}, { Origin: '', 'Sec-Fetch-Site': 'same-origin' })), 'foreign-origin');
  });
  test('not from a neighbouring site, whatever its Origin says', async () =>
    expectRefusal(await send(create({}, { 'Sec-Fetch-Site': 'same-site' })), 'foreign-origin'));
  test('a foreign Origin is refused before the body is read', async () =>
    expectRefusal(await send(post('/grants', '{', { Origin: 'https://evil.test' })), 'foreign-origin'));
  test('the address of the request itself is believed in development only', async () => {
    const request = () =>
      new Request('http://localhost:8787/api/v1/invitations/refusal', {
        method: 'POST',
        body: JSON.stringify({ token: 'x'.repeat(43) }),
        headers: { Origin: 'http://localhost:8787', 'Content-Type': 'application/json', 'Idempotency-Key': freshKey() },
      });
    expect((await anApp().fetch(request(), { ...env, ORIGIN: HOME, ENVIRONMENT: 'development' })).status).toBe(204);
    await expectRefusal(await send(request()), 'foreign-origin');
  });
});

describe('what a body may be', () => {
  test('JSON, and said to be', async () => {
    await expectRefusal(await send(create({}, { 'Content-Type': 'text/plain' })), 'unsupported-media-type');
    await expectRefusal(
      await send(create({}, { 'Content-Type': 'application/x-www-form-urlencoded' })),
      'unsupported-media-type',
    );
    expect((await send(create({}, { 'Content-Type': 'application/json; charset=utf-8' }))).status).toBe(201);
  });
  test('well-formed', async () => expectRefusal(await send(post('/grants', '{"serviceId":')), 'malformed-json'));
  test('at most 64 KiB', async () =>
    expectRefusal(await send(post('/grants', JSON.stringify({ serviceId: 'x'.repeat(1_000_000) }))), 'body-too-large'));
  test('at most 64 KiB also when its length is not announced', async () => {
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => controller.enqueue(new Uint8Array(10_000).fill(32)) });
    await expectRefusal(await send(post('/grants', endless)), 'body-too-large');
  });
  test('without keys that nobody knows', async () => {
    const error = await expectRefusal(
      await send(create({ admin: true, grantee: { name: 'Jan', email: null, role: 'owner' } })),
      'unknown-field',
    );
    expect(error.fields.map(({ field, code }) => [field, code])).toEqual([
      ['grantee.role', 'unknown-field'],
      ['admin', 'unknown-field'],
    ]);
  });
  test('and each field to blame is named with its code and a Polish message', async () => {
    const body = {
      ...newGrant,
      serviceId: undefined,
      spec: { ...newGrant.spec, directory: '/a/../b' },
      grantee: { name: ' ', email: 'x'.repeat(255) },
    };
    const error = await expectRefusal(await send(post('/grants', JSON.stringify(body))), 'invalid-input');
    expect(error.fields).toEqual([
      { field: 'serviceId', code: 'required', message: ERRORS.required.message },
      { field: 'spec.directory', code: 'path-invalid', message: ERRORS['path-invalid'].message },
      { field: 'grantee.name', code: 'required', message: ERRORS.required.message },
      { field: 'grantee.email', code: 'too-long', message: ERRORS['too-long'].message },
    ]);
  });
});

describe('what an answer is', () => {
  test('never kept by anybody, framed or sniffed', async () => {
    for (const response of [
      await send(new Request(`${HOME}/api/v1/audit`)),
      await send(create({}, { Origin: '' })),
      await send(create({ admin: 1 })),
    ]) {
      expect(response.headers.get('Cache-Control')).toBe('no-store');
      expect(response.headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(response.headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
    }
  });
  test('a problem also where there is no route', async () =>
    expectRefusal(await send(new Request(`${HOME}/api/v1/nothing`)), 'not-found'));
  test('a fault says nothing of what went wrong, to nobody', async () => {
    const app = anApp(caller(), () => {
      throw new Error('Failed query: insert into grants values (secret-value)');
    });
    await expectRefusal(await send(create(), app), 'internal');
    expectConsoleError(/^(?!.*secret-value).*"event":"fault".*"error":"Error"/);
  });
});

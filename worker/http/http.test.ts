import { env } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { ERRORS, type ErrorCode, type Problem } from '../../contract/index.ts';
import { expectConsoleError } from '../../tests/support/no-console-errors.ts';
import { database, idempotency } from '../db/index.ts';
import { sweepIdempotency } from './idempotency-store.ts';
import { type Caller, createApp, define, refuse } from './index.ts';

const HOME = 'https://klucznik.test';
const caller = (over: Partial<Caller> = {}): Caller => ({
  sessionId: 's',
  user: { id: 'u1', name: 'Anna Nowak', email: 'anna@firma.test' },
  staffRole: null,
  provedAt: Date.now(),
  account: { id: 'a1', name: 'Firma', clientNumber: '1', role: 'owner', ownerEpoch: 1 },
  ...over,
});

/** An app with a few real routes whose handlers only say what reached them. */
function anApp(signedIn: Caller | null = caller(), onCreate: () => void | Promise<void> = () => {}) {
  const app = createApp(async () => signedIn);
  app.openapi(define('createGrant'), async (c) => {
    await onCreate();
    return c.json({ id: c.get('idempotencyId'), ...c.req.valid('json') } as never, 201);
  });
  app.openapi(define('readGrant'), () => refuse('not-found'));
  app.openapi(define('listAudit'), (c) => c.json({ entries: [], next: c.get('account').id }, 200));
  app.openapi(define('listHosts'), (c) => c.json({ hosts: [] }, 200));
  app.openapi(define('refuseInvitation'), (c) => c.body(null, 204));
  return app;
}

const newGrant = {
  serviceId: 's1',
  spec: { kind: 'ftp', directory: '/www', access: 'read' },
  grantee: { name: 'Jan', email: 'jan@it.test' },
  notAfter: null,
};
let keys = 0;
const freshKey = () => `key-${++keys}`;

function post(path: string, body: BodyInit | null, headers: Record<string, string> = {}): Request {
  const all = { Origin: HOME, 'Content-Type': 'application/json', 'Idempotency-Key': freshKey(), ...headers };
  const kept = Object.entries(all).filter(([, value]) => value !== '');
  return new Request(`${HOME}/api/v1${path}`, { method: 'POST', body, headers: kept });
}
const create = (over: object = {}, headers: Record<string, string> = {}) =>
  post('/grants', JSON.stringify({ ...newGrant, ...over }), headers);
const send = async (request: Request, app = anApp()) => app.fetch(request, { ...env, ORIGIN: HOME, ENVIRONMENT: 'production' });

async function expectRefusal(response: Response, code: ErrorCode): Promise<Problem['error']> {
  const { error } = await response.json<Problem>();
  expect({ status: response.status, code: error.code }).toEqual({ status: ERRORS[code].status, code });
  return error;
}

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

describe('the same request sent again', () => {
  const db = () => database(env.DB);

  test('needs a key to be known by', async () => {
    await expectRefusal(await send(create({}, { 'Idempotency-Key': '' })), 'idempotency-key-missing');
    await expectRefusal(await send(create({}, { 'Idempotency-Key': 'x'.repeat(201) })), 'idempotency-key-missing');
  });
  test('gets the first answer, and nothing happens twice', async () => {
    const key = { 'Idempotency-Key': freshKey() };
    const act = vi.fn();
    const first = await send(create({}, key), anApp(caller(), act));
    const second = await send(create({}, key), anApp(caller(), act));
    expect([second.status, await second.text()]).toEqual([first.status, await first.text()]);
    expect([first, second].map((r) => r.headers.get('Idempotent-Replay'))).toEqual([null, 'true']);
    expect(act).toHaveBeenCalledOnce();
  });
  test('is told apart from another request with the same key', async () => {
    const key = { 'Idempotency-Key': freshKey() };
    await send(create({}, key));
    await expectRefusal(await send(create({ serviceId: 's2' }, key)), 'idempotency-key-reused');
  });
  test("does not meet another person's request, or another token's, under the same key", async () => {
    const key = { 'Idempotency-Key': freshKey() };
    const ids = [];
    for (const user of ['u1', 'u2'])
      ids.push(
        (await (await send(create({}, key), anApp(caller({ user: { id: user, name: '', email: '' } })))).json<{ id: string }>())
          .id,
      );
    expect(new Set(ids).size).toBe(2);
    for (const letter of ['a', 'b']) {
      const response = await send(post('/invitations/refusal', JSON.stringify({ token: letter.repeat(43) }), key));
      expect([response.status, response.headers.get('Idempotent-Replay')]).toEqual([204, null]);
    }
  });
  test('keeps no trace of a password: another one under the same key is the same request', async () => {
    const key = { 'Idempotency-Key': freshKey() };
    const withPassword = (password: string) => create({ credential: { type: 'password', password } }, key);
    const app = createApp(async () => caller());
    app.openapi(define('createGrant'), (c) => c.json({ id: 'g' } as never, 201));
    await send(withPassword('pierwsze-haslo-123'), app);
    expect((await send(withPassword('drugie-haslo-4567'), app)).headers.get('Idempotent-Replay')).toBe('true');
  });
  test('waits while the first is under way', async () => {
    const key = { 'Idempotency-Key': freshKey() };
    const { promise, resolve } = Promise.withResolvers<void>();
    const started = Promise.withResolvers<void>();
    const first = send(
      create({}, key),
      anApp(caller(), () => {
        started.resolve();
        return promise;
      }),
    );
    await started.promise;
    await expectRefusal(await send(create({}, key)), 'in-progress');
    resolve();
    expect((await first).status).toBe(201);
  });
  test('takes over after a minute without an answer, under the same id', async () => {
    const key = { 'Idempotency-Key': freshKey() };
    const { id } = await (await send(create({}, key))).json<{ id: string }>();
    await db()
      .update(idempotency)
      .set({ status: null, body: null, createdAt: Date.now() - 61_000 })
      .where(eq(idempotency.id, id));
    const again = await send(create({}, key));
    expect([again.status, again.headers.get('Idempotent-Replay')]).toEqual([201, null]);
    expect((await again.json<{ id: string }>()).id).toBe(id);
  });
  test('starts afresh when the first was refused or failed', async () => {
    const key = { 'Idempotency-Key': freshKey() };
    await expectRefusal(
      await send(
        create({}, key),
        anApp(caller(), () => refuse('host-offline')),
      ),
      'host-offline',
    );
    expect((await send(create({}, key))).status).toBe(201);
  });
  test('is forgotten after a day', async () => {
    const now = Date.now();
    await db()
      .insert(idempotency)
      .values([
        { id: 'old', fingerprint: '', createdAt: now - 25 * 3_600_000 },
        { id: 'young', fingerprint: '', createdAt: now - 23 * 3_600_000 },
      ]);
    await sweepIdempotency(db(), now);
    const left = (await db().select({ id: idempotency.id }).from(idempotency)).map((row) => row.id);
    expect([left.includes('old'), left.includes('young')]).toEqual([false, true]);
  });
});

import { env } from 'cloudflare:test';
import { eq } from 'drizzle-orm';
import { describe, expect, test, vi } from 'vitest';
import { anApp, caller, create, expectRefusal, freshKey, post, send } from '../../tests/support/trial-app.ts';
import { database, idempotency } from '../db/index.ts';
import { sweepIdempotency } from './idempotency-store.ts';
import { createApp, define, refuse } from './index.ts';

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
  test('takes over after ten seconds without an answer, under the same id', async () => {
    const key = { 'Idempotency-Key': freshKey() };
    const { id } = await (await send(create({}, key))).json<{ id: string }>();
    await db()
      .update(idempotency)
      .set({ status: null, body: null, createdAt: Date.now() - 10_001 })
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

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { actOf } from './acts.ts';
import { api, call } from './client.ts';
import { type Gate, mindGate } from './gate.ts';

type Reply = { status: number; body?: unknown } | 'no connection';
const sent: { url: string; method: string; key: string | null; body: unknown }[] = [];
let replies: Reply[] = [];

const problem = (status: number, code: string) => ({ status, body: { error: { code, message: `Kod: ${code}`, fields: [] } } });
const gate = { signIn: vi.fn<Gate['signIn']>(), stepUp: vi.fn<Gate['stepUp']>() };

beforeEach(() => {
  sent.length = 0;
  gate.signIn.mockReset().mockResolvedValue('passed');
  gate.stepUp.mockReset().mockResolvedValue('passed');
  mindGate(gate);
  vi.stubGlobal('fetch', async (url: string, init: { method: string; headers: Headers; body?: string }) => {
    sent.push({
      url,
      method: init.method,
      key: init.headers.get('Idempotency-Key'),
      body: init.body ? JSON.parse(init.body) : null,
    });
    const reply = replies.shift() ?? 'no connection';
    if (reply === 'no connection') throw new TypeError('Failed to fetch');
    return new Response(reply.body === undefined ? null : JSON.stringify(reply.body), { status: reply.status });
  });
});
afterEach(() => vi.unstubAllGlobals());

const listServices = () => call((options) => api.services.$get({}, options));
const json = { version: 1, notAfter: null };
const change = () =>
  call((options) => api.grants[':grantId'].$patch({ param: { grantId: 'a/b' }, json }, options), { act: actOf('zmien', json) });

describe('a request', () => {
  it('goes where the contract says and answers with a value', async () => {
    replies = [{ status: 200, body: { services: [] } }];
    expect(await listServices()).toEqual({ ok: true, value: { services: [] } });
    expect(sent).toEqual([{ url: '/api/v1/services', method: 'GET', key: null, body: null }]);
  });
  it('needs no body in the answer', async () => {
    replies = [{ status: 204 }];
    expect(await call((options) => api.session.$delete({}, options))).toEqual({ ok: true, value: null });
  });
  it('turns a refusal into a value with its fields', async () => {
    const fields = [{ field: 'notAfter', code: 'end-date-past', message: 'Ta data już minęła.' }];
    replies = [{ status: 422, body: { error: { code: 'invalid-input', message: 'Popraw.', fields } } }];
    expect(await change()).toMatchObject({ ok: false, code: 'invalid-input', message: 'Popraw.', fields, retryable: false });
  });
  it('turns a lost connection, and an answer that is no JSON, into refusals worth another try', async () => {
    replies = ['no connection', { status: 502 }, { status: 200, body: null }];
    expect(await listServices()).toMatchObject({ code: 'network', retryable: true });
    expect(await listServices()).toMatchObject({ code: 'internal', retryable: true });
    expect(await listServices()).toMatchObject({ code: 'internal', retryable: true });
  });
});

describe('an act', () => {
  it('keeps its key through a lost answer, and the next act has another', async () => {
    replies = ['no connection', { status: 200, body: {} }, { status: 200, body: {} }];
    await change();
    await change();
    await change();
    const [first, second, third] = sent.map(({ key }) => key);
    expect(first).toBeTruthy();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });
  it('gets a new key once it was refused for good', async () => {
    replies = [problem(422, 'invalid-input'), { status: 200, body: {} }];
    await change();
    await change();
    expect(sent[0]?.key).not.toBe(sent[1]?.key);
  });
  it('waits for its own first try that is still under way', async () => {
    vi.useFakeTimers();
    replies = [problem(409, 'in-progress'), { status: 200, body: { id: 'x' } }];
    const answer = change();
    await vi.runAllTimersAsync();
    expect(await answer).toEqual({ ok: true, value: { id: 'x' } });
    expect(sent[0]?.key).toBe(sent[1]?.key);
    vi.useRealTimers();
  });
});

describe('an expired session', () => {
  it('asks to sign in and repeats the very same request', async () => {
    replies = [problem(401, 'not-signed-in'), { status: 200, body: {} }];
    expect((await change()).ok).toBe(true);
    expect(gate.signIn).toHaveBeenCalledTimes(1);
    expect(sent[1]).toEqual(sent[0]);
  });
  it('asks once for two requests refused together', async () => {
    replies = [
      problem(401, 'not-signed-in'),
      problem(401, 'not-signed-in'),
      { status: 200, body: {} },
      { status: 200, body: {} },
    ];
    const results = await Promise.all([listServices(), listServices()]);
    expect(results.every(({ ok }) => ok)).toBe(true);
    expect(gate.signIn).toHaveBeenCalledTimes(1);
  });
  it('repeats nothing when somebody else has signed in', async () => {
    gate.signIn.mockResolvedValue('someone-else');
    replies = [problem(401, 'not-signed-in')];
    expect(await change()).toMatchObject({ ok: false, code: 'someone-else' });
    expect(sent).toHaveLength(1);
  });
  it('gives the refusal back when the dialog is closed, and keeps the act for later', async () => {
    gate.signIn.mockResolvedValueOnce('given-up');
    replies = [problem(401, 'not-signed-in'), { status: 200, body: {} }];
    expect(await change()).toMatchObject({ code: 'not-signed-in', retryable: true });
    await change();
    expect(sent[1]?.key).toBe(sent[0]?.key);
  });
  it('opens no dialog for what nobody asked for', async () => {
    replies = [problem(401, 'not-signed-in')];
    expect(await call((options) => api.services.$get({}, options), { quiet: true })).toMatchObject({ code: 'not-signed-in' });
    expect(gate.signIn).not.toHaveBeenCalled();
  });
  it('does not mistake a wrong password for an expired session', async () => {
    replies = [problem(401, 'wrong-credentials')];
    await call((options) => api.session['step-up'].$post({ json: { password: 'x' } }, options));
    expect(gate.signIn).not.toHaveBeenCalled();
  });
});

describe('a missing step-up', () => {
  it('asks for the password and repeats, also right after signing in', async () => {
    replies = [problem(401, 'not-signed-in'), problem(403, 'step-up-required'), { status: 200, body: {} }];
    expect((await change()).ok).toBe(true);
    expect(gate.stepUp).toHaveBeenCalledTimes(1);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(1);
  });
  it('does not ask for ever', async () => {
    replies = Array.from({ length: 9 }, () => problem(403, 'step-up-required'));
    expect(await change()).toMatchObject({ code: 'step-up-required' });
    expect(sent).toHaveLength(3);
  });
});

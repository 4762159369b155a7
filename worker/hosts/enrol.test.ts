import { env, SELF } from 'cloudflare:test';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Problem, sha256Hex } from '../../contract/index.ts';
import { aHost } from '../../tests/support/build/index.ts';
import { ORIGIN, planted } from '../../tests/support/in-worker.ts';

const TOKEN = 'jednorazowy-kod-przylaczenia';
const publicKey = 'A'.repeat(43);
let hostId: string;

beforeEach(async () => {
  hostId = crypto.randomUUID();
  await planted(aHost({ id: hostId, enrolHash: await sha256Hex(`${TOKEN}-${hostId}`), enrolUntil: Date.now() + 60_000 }));
});

const enrol = (body: BodyInit) => SELF.fetch(`${ORIGIN}/agent/v1/enrol`, { method: 'POST', body });
const keyOfHost = () => env.DB.prepare('SELECT public_key FROM host WHERE id = ?').bind(hostId).first('public_key');
const request = (over: object = {}) => JSON.stringify({ token: `${TOKEN}-${hostId}`, publicKey, version: '1', ...over });
const refusal = async (response: Response) => [response.status, (await response.json<Problem>()).error.code];
const inPieces = (text: string) =>
  new ReadableStream({
    start(controller) {
      for (const piece of text.match(/.{1,1000}/gs) ?? []) controller.enqueue(new TextEncoder().encode(piece));
      controller.close();
    },
  });

describe('enrolment', () => {
  test('binds the key to the host once', async () => {
    expect(await (await enrol(request())).json()).toEqual({ hostId });
    expect(await keyOfHost()).toBe(publicKey);
    expect(await refusal(await enrol(request()))).toEqual([403, 'enrolment-invalid']);
  });
  test.each([
    ['of nothing', ''],
    ['that is no JSON', '{'],
    ['with a field too many', JSON.stringify({ token: TOKEN, publicKey, version: '1', more: 1 })],
    ['with another token', JSON.stringify({ token: 'zgadywany-kod-przylaczenia', publicKey, version: '1' })],
  ])('is refused for a body %s', async (_, body) => {
    expect(await refusal(await enrol(body))).toEqual([403, 'enrolment-invalid']);
    expect(await keyOfHost()).toBeNull();
  });
  test.each([
    ['announced', (text: string): BodyInit => text],
    ['not announced', inPieces],
  ])('is refused for a body over its limit, %s', async (_, as) => {
    const long = `${request()}${' '.repeat(4096)}`;
    expect(await refusal(await enrol(as(long)))).toEqual([413, 'body-too-large']);
    expect(await keyOfHost()).toBeNull();
  });
});

import { env } from 'cloudflare:test';
import { expect } from 'vitest';
import { ERRORS, type ErrorCode, type Problem } from '../../contract/index.ts';
import { type Caller, createApp, define, refuse } from '../../worker/http/index.ts';

/*
 * The worker's HTTP frame around routes that do nothing, for tests of the frame itself.
 */

export const HOME = 'https://klucznik.test';
export const caller = (over: Partial<Caller> = {}): Caller => ({
  sessionId: 's',
  user: { id: 'u1', name: 'Anna Nowak', email: 'anna@firma.test' },
  staffRole: null,
  provedAt: Date.now(),
  account: { id: 'a1', name: 'Firma', clientNumber: '1', role: 'owner', ownerEpoch: 1 },
  ...over,
});

/** An app with a few real routes whose handlers only say what reached them. */
export function anApp(signedIn: Caller | null = caller(), onCreate: () => void | Promise<void> = () => {}) {
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

export const newGrant = {
  serviceId: 's1',
  spec: { kind: 'ftp', directory: '/www', access: 'read' },
  grantee: { name: 'Jan', email: 'jan@it.test' },
  notAfter: null,
};
let keys = 0;
export const freshKey = () => `key-${++keys}`;

export function post(path: string, body: BodyInit | null, headers: Record<string, string> = {}): Request {
  const all = { Origin: HOME, 'Content-Type': 'application/json', 'Idempotency-Key': freshKey(), ...headers };
  const kept = Object.entries(all).filter(([, value]) => value !== '');
  return new Request(`${HOME}/api/v1${path}`, { method: 'POST', body, headers: kept });
}
export const create = (over: object = {}, headers: Record<string, string> = {}) =>
  post('/grants', JSON.stringify({ ...newGrant, ...over }), headers);
export const send = async (request: Request, app = anApp()) =>
  app.fetch(request, { ...env, ORIGIN: HOME, ENVIRONMENT: 'production' });

export async function expectRefusal(response: Response, code: ErrorCode): Promise<Problem['error']> {
  const { error } = await response.json<Problem>();
  expect({ status: response.status, code: error.code }).toEqual({ status: ERRORS[code].status, code });
  return error;
}

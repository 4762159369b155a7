import { createScheduledController, env, SELF } from 'cloudflare:test';
import { describe, expect, test } from 'vitest';
import { API_BASE, ROUTE_NAMES, routeFacts, takesIdempotencyKey } from '../contract/index.ts';
import { anApiClient, ORIGIN } from '../tests/support/in-worker.ts';
import worker from './index.ts';

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string; required?: boolean }[];
  responses: Record<string, unknown>;
  security: unknown[];
}
interface ApiDocument {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
}
let fetched: Promise<ApiDocument> | undefined;
const document = () => {
  fetched ??= SELF.fetch(`${ORIGIN}${API_BASE}/openapi.json`).then((response) => response.json<ApiDocument>());
  return fetched;
};

describe('the API document', () => {
  test('is OpenAPI 3.1 and holds every route of the contract, and nothing else', async () => {
    const { openapi, paths } = await document();
    expect(openapi).toBe('3.1.0');
    const documented = Object.entries(paths).flatMap(([path, operations]) =>
      Object.entries(operations).map(([method, { operationId }]) => [operationId, method, path].join(' ')),
    );
    expect(documented.sort()).toEqual(
      ROUTE_NAMES.map((name) => [name, routeFacts(name).method, API_BASE + routeFacts(name).path].join(' ')).sort(),
    );
  });
  test.each(ROUTE_NAMES)('says of %s what it takes and how it refuses', async (name) => {
    const route = routeFacts(name);
    const operation = (await document()).paths[API_BASE + route.path]?.[route.method];
    const parameters = operation?.parameters?.map((parameter) => parameter.name) ?? [];
    expect(parameters.includes('Idempotency-Key')).toBe(takesIdempotencyKey(route));
    for (const [, parameter] of route.path.matchAll(/\{(\w+)\}/g)) expect(parameters).toContain(parameter);
    const statuses = Object.keys(operation?.responses ?? {});
    expect(statuses).toEqual(expect.arrayContaining(['422', '500', ...(route.access.who === 'anyone' ? [] : ['401'])]));
    expect(operation?.security).toHaveLength(route.access.who === 'anyone' ? 0 : 1);
  });
});

describe('every route of the contract', () => {
  test.each(ROUTE_NAMES)('%s is there, and keeps out those it must', async (name) => {
    const route = routeFacts(name);
    const response = await anApiClient().call(name, {
      params: { grantId: 'x', serviceId: 'x', customerId: 'x', hostId: 'x' },
      body: route.method === 'get' ? undefined : {},
    });
    expect(response.status).toBe(route.access.who === 'anyone' ? (name === 'signOut' ? 204 : 422) : 401);
  });
  test.each(ROUTE_NAMES.filter((name) => routeFacts(name).method !== 'get'))(
    '%s does not listen to another site',
    async (name) => {
      const response = await anApiClient().call(name, { body: {}, headers: { Origin: 'https://evil.test' } });
      expect(response.status).toBe(403);
    },
  );
});

describe('the worker', () => {
  test('sweeps by cron without a fault', async () => {
    await worker.scheduled(createScheduledController({ scheduledTime: Date.UTC(2026, 0, 1, 12, 0) }), env);
  });
});

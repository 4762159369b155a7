import { createExecutionContext, env, waitOnExecutionContext } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { caller, HOME } from '../../tests/support/trial-app.ts';
import { createApp, define } from './index.ts';

test('work left for after the answer begins once the answer is there, and is done before the worker rests', async () => {
  const seen: string[] = [];
  const app = createApp(async () => caller());
  app.openapi(define('listAudit'), (c) => {
    c.get('afterAnswer')(async () => seen.push('worked'));
    return c.json({ entries: [], next: null }, 200);
  });
  const context = createExecutionContext();
  const response = await app.fetch(new Request(`${HOME}/api/v1/audit`), { ...env, ORIGIN: HOME }, context);
  seen.push(String(response.status));
  await waitOnExecutionContext(context);
  expect(seen).toEqual(['200', 'worked']);
});

import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { aTrial, type Trial } from '../../tests/support/assets.ts';
import { BATCH } from './store.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await aTrial();
});
beforeEach(() => trial.clear());

/** Databases of Beta's on the same host, which never come to stand. */
const stuck = (many: number) =>
  env.DB.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
     INSERT INTO asset (id, account_id, service_id, host_id, kind, name, state, problem, gen, wanted, created_at, op)
     SELECT 'stuck' || i, 'b1', 's2', 'h1', 'database-asset', 'beta_' || i, 'failed', 'disk-full', 1, '{"tree":"beta"}', 0, 'planted' FROM n`,
  )
    .bind(many)
    .run();

test('more stuck resources than one message carries keep no other from being told', async () => {
  await stuck(BATCH + 1);
  expect((await trial.createDatabase('sklep')).status).toBe(201);
  const told = () => new Set(trial.agent.told.map(({ principal }) => principal));
  await vi.waitFor(() => expect(told()).toContain('alfa_sklep'), { timeout: 5000, interval: 20 });
  expect(told().size).toBe(BATCH + 2);
});

import { afterAll, beforeAll, expect, it } from 'vitest';
import { Journal } from '../../agent/journal/index.ts';
import { Reconciler, type Report, type Services, systemClock } from '../../agent/reconcile/index.ts';
import type { DesiredItem } from '../../contract/index.ts';
import { until } from './kit/bench.ts';
import { aDatabaseState, aUser, type Databases, openDatabases } from './kit/database.ts';

/*
 * A host that was built anew holds nothing, and is told of everything at once, access before what it opens included.
 */

let host: Databases;
beforeAll(async () => {
  host = await openDatabases();
});
afterAll(() => host.end());

it('opens every database that it is told of together with access to it, and refuses none', async () => {
  const [journal, reports]: [Journal, Report[]] = [new Journal(':memory:'), []];
  const services = { database: host.access, 'database-asset': host.assets } as Services;
  const report = (said: Report) => reports.push(said) > 0;
  const reconciler = new Reconciler({ services, journal, clock: systemClock, report });
  const names = Array.from({ length: 8 }, (_, at) => `sklep_nowa${at}`);
  const users = names.map(aUser);
  reconciler.submit([
    ...names.map((database, at): DesiredItem => {
      const state = aDatabaseState({ database });
      return { kind: 'database', principal: users[at] ?? '', gen: 1, state };
    }),
    ...names.map((principal): DesiredItem => ({ kind: 'database-asset', principal, gen: 1, state: { tree: 'sklep' } })),
  ]);
  await until(() => (reports.length === 2 * names.length ? true : null));
  expect(reports.filter(({ t }) => t === 'fail')).toEqual([]);
  for (const [at, user] of users.entries()) {
    const database = names[at] ?? '';
    expect((await host.sql(user, `SELECT 1 FROM information_schema.SCHEMATA WHERE SCHEMA_NAME = '${database}'`)).stdout).toBe(
      '1\n',
    );
  }
  reconciler.stop();
  await reconciler.settled();
  journal.close();
});

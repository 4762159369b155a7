import { env } from 'cloudflare:test';
import { beforeAll, describe, expect, test } from 'vitest';
import { aHost, anAccount } from '../../tests/support/build/index.ts';
import { planted, signedIn } from '../../tests/support/in-worker.ts';
import { recordedD1, type Trip } from '../../tests/support/recorded-d1.ts';
import { database } from '../db/index.ts';
import { type GrantOrder, listGrants } from './list.ts';
import { grantViewOf } from './view.ts';

const OWNER = 'anna@alfa.test';
const ORDERS: GrantOrder[] = ['person', 'service', 'end'];

beforeAll(async () => {
  await planted(
    aHost({ id: 'h1' }),
    await anAccount({ id: 'a1' }).withOwner({ email: OWNER }).withHosting({ id: 's1', hostId: 'h1' }).rows(),
  );
  const owner = await signedIn(OWNER);
  for (const [name, days] of [
    ['Ola', 3],
    ['Jan', 1],
    ['Ewa', 2],
  ] as const) {
    const body = {
      serviceId: 's1',
      spec: { kind: 'ftp', directory: '/', access: 'read' },
      grantee: { name, email: `${name.toLowerCase()}@it.test` },
      notAfter: Date.now() + days * 86_400_000,
    };
    expect((await owner.call('createGrant', { body })).status).toBe(201);
  }
});

const page = (order: GrantOrder) => ({ order, show: 'live' as const, limit: 2 });

/** The same object, which notes every leaf that somebody reads. */
function watched<T extends object>(thing: T, read: Set<string>, above = ''): T {
  return new Proxy(thing, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      const path = `${above}${String(name)}`;
      if (typeof value === 'object' && value !== null) return watched(value, read, `${path}.`);
      read.add(path);
      return value;
    },
  });
}

const leavesOf = (thing: object, above = ''): string[] =>
  Object.entries(thing).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? leavesOf(value, `${above}${name}.`) : [`${above}${name}`],
  );

describe('a list of grants', () => {
  test.each(ORDERS)('by %s asks D1 once, and for nothing that it does not show or order by', async (order) => {
    const trips: Trip[] = [];
    const { rows } = await listGrants(database(recordedD1(env.DB, trips)), 'a1', page(order));
    expect(trips.map((trip) => trip.statements.length)).toEqual([1]);
    const [row] = rows;
    if (!row) throw new Error('nothing listed');
    const shown = new Set<string>(['key']);
    grantViewOf(watched(row, shown), Date.now());
    expect([...shown].sort()).toEqual(leavesOf(row).sort());
    expect(trips[0]?.statements[0]?.sql).not.toContain('"desired"');
  });
  test.each([
    ['person', ['Ewa', 'Jan', 'Ola']],
    ['end', ['Jan', 'Ewa', 'Ola']],
  ] as const)('by %s goes on where the page before ended', async (order, names) => {
    const db = database(env.DB);
    const first = await listGrants(db, 'a1', page(order));
    const second = await listGrants(db, 'a1', { ...page(order), after: first.next ?? '' });
    expect([...first.rows, ...second.rows].map((row) => row.grant.granteeName)).toEqual(names);
    expect(second.next).toBeNull();
  });
});

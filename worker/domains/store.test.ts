import { env } from 'cloudflare:test';
import { beforeAll, expect, test } from 'vitest';
import { aHost, anAccount } from '../../tests/support/build/index.ts';
import { planted } from '../../tests/support/in-worker.ts';
import type { Actor } from '../audit/index.ts';
import { database } from '../db/index.ts';
import { pack, unpack } from './packed.ts';
import { changed } from './rules/zone.ts';
import { loadZone, type StoredZone, writeChange } from './store.ts';

const db = database(env.DB);
const bogdan: Actor = { kind: 'member', id: 'u', name: 'Bogdan', from: null, acting: { id: 'b1', ownerEpoch: 1 } };

beforeAll(async () => {
  await planted(
    aHost({ id: 'dns' }),
    await anAccount({ id: 'a1', clientNumber: '1001' })
      .withOwner({ id: 'anna' })
      .withDomain({ id: 'd1', domain: 'alfa.test', hostId: 'dns' })
      .rows(),
    await anAccount({ id: 'b1', clientNumber: '1002' }).withOwner().rows(),
  );
  await env.DB.prepare(
    `INSERT INTO grants (id, account_id, service_id, kind, spec, target, state, grantee_name, grantee_email, person_key, host_id, principal,
      owner_epoch, created_by, created_by_name, created_at, to_account_id, op)
     VALUES ('g1', 'a1', 'd1', 'delegation', '{}', 'alfa.test', 'active', 'Klient nr 1002', '', 'k', 'dns', 'p', 1, 'anna', 'Anna', 0, 'b1', 'o')`,
  ).run();
});

const zoneAs = async (accountId: string): Promise<StoredZone> => {
  const zone = await loadZone(db, accountId, 'd1', Date.now());
  if (!zone) throw new Error('the zone should be found');
  return zone;
};
const add = (zone: StoredZone, name: string, accountId: string) =>
  writeChange(db, {
    zone,
    change: changed([], [], [{ name, type: 'A', ttl: 60, data: '192.0.2.1' }]),
    action: 'zone.changed',
    undoes: null,
    accountId,
    actor: bogdan,
    op: crypto.randomUUID(),
    now: Date.now(),
  });
const rows = async () => (await env.DB.prepare('SELECT count(*) AS n FROM zone_change').first<number>('n')) ?? -1;

test('a delegate who read the zone before they lost it changes nothing any more', async () => {
  const zone = await zoneAs('b1');
  expect(zone.as).toBe('delegate');
  for (const lost of ["state = 'ended'", 'not_after = 1', 'suspended_at = 1', "to_account_id = 'a1'"]) {
    await env.DB.prepare(`UPDATE grants SET ${lost} WHERE id = 'g1'`).run();
    expect(await add(zone, 'www.alfa.test', 'b1'), lost).toBe('lost-race');
    await env.DB.prepare("UPDATE grants SET state = 'active', not_after = NULL, suspended_at = NULL, to_account_id = 'b1'").run();
  }
  expect(await rows()).toBe(0);
  expect(await add(zone, 'www.alfa.test', 'b1')).toBe('written');
});

test('nor does anybody once the domain is another account’s, or its subscriber another', async () => {
  const zone = await zoneAs('b1');
  const before = await rows();
  await env.DB.prepare("UPDATE service SET account_id = 'b1' WHERE id = 'd1'").run();
  expect(await add(zone, 'ftp.alfa.test', 'b1')).toBe('lost-race');
  await env.DB.prepare("UPDATE service SET account_id = 'a1' WHERE id = 'd1'").run();
  await env.DB.prepare("UPDATE account SET owner_epoch = 2 WHERE id = 'b1'").run();
  await expect(add(zone, 'ftp.alfa.test', 'b1')).rejects.toThrow();
  expect(await rows()).toBe(before);
});

test('a long list of records is kept packed, and is the same again', async () => {
  const record = { name: 'www.alfa.test', type: 'A' as const, ttl: 60, data: '192.0.2.1' };
  const long = Array.from({ length: 20_000 }, (_, at) => ({ ...record, name: `h${at}.alfa.test` }));
  const packed = await pack(long);
  expect(packed.length).toBeLessThan(400_000);
  expect(await unpack(packed)).toEqual(long);
  expect(await unpack(await pack([record]))).toEqual([record]);
});

import { describe, expect, test } from 'vitest';
import { compareInventory, type Wanted } from './rules.ts';

const A = 'a'.repeat(64);
const B = 'b'.repeat(64);
const want = (over: Partial<Wanted> = {}): Wanted => ({
  kind: 'ftp',
  principal: 'jan-1',
  gen: 3,
  ackedGen: 3,
  digest: A,
  ...over,
});
const is = (digest: string | null, gen = 3, principal = 'jan-1') => ({ kind: 'ftp' as const, principal, gen, digest });

describe('comparing an inventory with what is wanted', () => {
  test.each([
    ['all as it should be', want(), [is(A)], 0],
    ['missing on the host', want(), [], 1],
    ['tampered with', want(), [is(B)], 1],
    ['an older gen with the same content', want(), [is(A, 2)], 1],
    ['applied, but never confirmed', want({ ackedGen: 2 }), [is(A)], 1],
    ['gone, as wanted', want({ digest: null }), [is(null)], 0],
    ['gone and forgotten, as wanted', want({ digest: null }), [], 0],
    ['come back from a backup', want({ digest: null }), [is(A)], 1],
    ['removal never confirmed', want({ digest: null, ackedGen: 2 }), [is(null)], 1],
  ])('%s', (_, wanted, inventory, told) => {
    expect(compareInventory([wanted], inventory, ['ftp']).send).toHaveLength(told);
  });

  test('an empty answer wipes nothing: it asks for everything again', () => {
    expect(compareInventory([want(), want({ principal: 'ola-2' })], [], ['ftp']).send.map((item) => item.digest)).toEqual([A, A]);
  });

  test('what access opens is told of before the access, and after it when both go', () => {
    const grant = { kind: 'database', principal: 'jan-1' } as const;
    const asset = { kind: 'database-asset', principal: 'alfa_sklep' } as const;
    const gone = { digest: null, ackedGen: 2 };
    const wanted = [want(grant), want(asset), want({ ...asset, ...gone }), want({ ...grant, ...gone })];
    const told = compareInventory(wanted, [], ['database', 'database-asset']).send;
    expect(told.map(({ kind, digest }) => [digest === null ? 'no' : 'a', kind].join(' '))).toEqual([
      'no database',
      'no database-asset',
      'a database-asset',
      'a database',
    ]);
  });

  test('of kinds that could not be read only what was never confirmed is sent', () => {
    const wanted = [want(), want({ principal: 'ola-2', ackedGen: 2 })];
    expect(compareInventory(wanted, [], ['database']).send.map((item) => item.principal)).toEqual(['ola-2']);
  });

  test('a host that knows a higher gen than the restored tables is told apart', () => {
    expect(compareInventory([want({ gen: 2, ackedGen: 2 })], [is(B, 5)], ['ftp']).overtaken).toEqual([is(B, 5)]);
  });

  test('what nobody wants is counted and left alone', () => {
    expect(compareInventory([], [is(A, 1, 'obcy-9'), is(null, 1, 'dawny-8')], ['ftp'])).toEqual({
      send: [],
      overtaken: [],
      strangers: 1,
    });
  });
});

import { describe, expect, test } from 'vitest';
import type { Found } from './on-host.ts';
import { creationFault, onlyOnHost, type Situation } from './plan.ts';

const found = (name: string, bytes = 10): Found => ({ name, bytes, lastUseAt: null, active: true });
const situation = (over: Partial<Situation> = {}): Situation => ({
  kind: 'database-asset',
  name: 'alfa_nowa',
  known: { kind: 'database-asset', state: 'gone' },
  rows: [{ name: 'alfa_sklep' }],
  found: [found('alfa_sklep'), found('alfa_stara')],
  plan: { most: 3, mostBytes: 21 },
  accessRemains: false,
  ...over,
});

describe('something new', () => {
  test('can be made when nothing stands against it', () => expect(creationFault(situation())).toBeNull());
  test.each<[string, Partial<Situation>, string | null, string]>([
    ['a full name of 65 characters', { name: `alfa_${'a'.repeat(60)}` }, 'name', 'database-name-too-long'],
    ['a name that the tables know', { known: { kind: 'database-asset', state: 'ready' } }, 'name', 'database-exists'],
    ['a name that is being deleted', { known: { kind: 'database-asset', state: 'deleting' } }, null, 'asset-changing'],
    ['a name that only the host knows', { name: 'alfa_stara' }, 'name', 'database-exists'],
    ['as many as the plan holds, the host’s own counted', { plan: { most: 2, mostBytes: 21 } }, 'name', 'database-limit'],
    ['no place left', { plan: { most: 3, mostBytes: 20 } }, 'name', 'database-quota'],
    ['grants of that name that have not ended', { accessRemains: true }, null, 'access-remains'],
    ['a host that is away', { found: null }, null, 'host-offline'],
    ['a host that is away and a full plan', { found: null, plan: { most: 1, mostBytes: 1 } }, 'name', 'database-limit'],
  ])('cannot, with %s', (_, over, field, code) => expect(creationFault(situation(over))).toEqual({ field, code }));
  test('may have a full name of 64 characters', () =>
    expect(creationFault(situation({ name: `alfa_${'a'.repeat(59)}` }))).toBeNull());
});

test('what the tables and the host both know is counted once', () =>
  expect(onlyOnHost([{ name: 'a' }, { name: 'b' }], [found('b'), found('c')])).toBe(1));

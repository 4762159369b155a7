import { describe, expect, test } from 'vitest';
import {
  type DatabaseDesired,
  databaseAssetDesired,
  databaseDesired,
  databaseDigestInput,
  databaseName,
  databaseNarrows,
  databasePrefix,
  isDatabaseName,
} from './database.ts';
import { KINDS } from './index.ts';

const print = (digit: string) => digit.repeat(64);
const state = (over: Partial<DatabaseDesired> = {}): DatabaseDesired => ({
  tree: 'alfa',
  database: 'alfa_sklep',
  access: 'write',
  notAfter: 1_800_000_000,
  password: { hash: null, print: print('a') },
  ...over,
});

describe('the name of a database', () => {
  test.each([
    'alfa_sklep',
    'a',
    'ż'.repeat(64),
    'alfa_%',
    'alfa__',
    'alfa_`"\'\\',
    'alfa_a.b',
    'alfa_a-b',
    'select',
    ' alfa',
    'alfa_a b',
    'alfa_a/b',
  ])('may be %j', (name) => {
    expect(isDatabaseName(name)).toBe(true);
  });
  test.each(['', 'x'.repeat(65), 'ż'.repeat(65), 'alfa ', 'al\0fa', 'al\nfa', 'al\u0085fa', 'al😀fa', 'al\ud800fa'])(
    'may not be %j',
    (name) => {
      expect(isDatabaseName(name)).toBe(false);
      expect(databaseName.safeParse(name).error?.issues).toMatchObject([
        { code: 'custom', params: { code: 'database-missing' } },
      ]);
    },
  );
  test('begins with a prefix that begins no other tree’s', () => {
    expect(databasePrefix('alfa')).toBe('alfa_');
    expect(databaseAssetDesired.safeParse({ tree: 'alfa_sklep' }).success).toBe(false);
    expect('alfa-2_sklep'.startsWith(databasePrefix('alfa'))).toBe(false);
  });
});

describe('the state of a database user', () => {
  test.each([
    ['a hash of chosen passwords', { password: { hash: '$7$CU..../....abc', print: print('a') } }],
    ['a hash in lower case', { password: { hash: `*${'a'.repeat(40)}`, print: print('a') } }],
    ['a print that is none', { password: { hash: null, print: 'abc' } }],
    ['no password', { password: null }],
    ['a tree out of its folder', { tree: '../beta' }],
    ['an end within a second', { notAfter: 1.5 }],
    ['more than full access', { access: 'all' }],
    ['a key', { keys: [] }],
  ])('is not read with %s', (_, over) => {
    expect(databaseDesired.safeParse({ ...state(), ...over }).success).toBe(false);
  });
  test('has a digest that leaves the hash out and nothing else', () => {
    const digest = databaseDigestInput(state());
    expect(databaseDigestInput(state({ password: { hash: `*${'A'.repeat(40)}`, print: print('a') } }))).toBe(digest);
    const others = [
      { tree: 'beta' },
      { database: 'alfa_blog' },
      { access: 'read' as const },
      { notAfter: null },
      { password: { hash: null, print: print('b') } },
    ];
    expect(new Set([digest, ...others.map((over) => databaseDigestInput(state(over)))]).size).toBe(others.length + 1);
  });
});

describe('a change of a database user', () => {
  test.each([
    ['full to write', { access: 'full' }, { access: 'write' }, true],
    ['full to read', { access: 'full' }, { access: 'read' }, true],
    ['write to read', { access: 'write' }, { access: 'read' }, true],
    ['read to write', { access: 'read' }, { access: 'write' }, false],
    ['read to full', { access: 'read' }, { access: 'full' }, false],
    ['another database', {}, { database: 'alfa_sklep2' }, true],
    ['another tree', {}, { tree: 'beta' }, true],
    ['another password', {}, { password: { hash: null, print: print('b') } }, true],
    ['the same password with its hash', {}, { password: { hash: `*${'A'.repeat(40)}`, print: print('a') } }, false],
    ['an earlier end', {}, { notAfter: 1 }, false],
  ] as const)('%s ends sessions where something is lost', (_, before, after, narrows) => {
    expect(databaseNarrows(state(before), state({ ...before, ...after }))).toBe(narrows);
  });
});

test('a database that goes to another tree ends what was open under the first', () => {
  const { narrows, digestInput } = KINDS['database-asset'];
  expect([narrows({ tree: 'alfa' }, { tree: 'alfa' }), narrows({ tree: 'alfa' }, { tree: 'beta' })]).toEqual([false, true]);
  expect(digestInput({ tree: 'alfa' })).not.toBe(digestInput({ tree: 'beta' }));
});

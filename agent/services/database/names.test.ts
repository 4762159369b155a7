import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isGrantableDatabase } from '../../../contract/index.ts';
import { belongsTo, grantPattern, identifier, nameOfPattern, treeOf } from './names.ts';

describe('a database’s name in GRANT and REVOKE', () => {
  it.each([
    ['klient_sklep', 'klient\\_sklep'],
    ['klient_100%', 'klient\\_100\\%'],
    ['klient_a\\b', 'klient\\_a\\\\b'],
    ['klient_a\\_b', 'klient\\_a\\\\\\_b'],
    ['klient_żółć', 'klient\\_żółć'],
    ['klient_a`b\'c"d', 'klient\\_a`b\'c"d'],
  ])('%s stands as %s', (name, pattern) => {
    expect(grantPattern(name)).toBe(pattern);
  });

  it('comes back from its pattern as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'ż', '_', '%', '\\', '`', "'", ' ') }), (name) => {
        expect(nameOfPattern(grantPattern(name))).toBe(name);
      }),
    );
  });

  it.each(['klient_sklep', 'klient\\_%', 'klient\\_a\\', 'klient\\_\\b', '%'])(
    'is none where %s stands, which opens more or is not ours',
    (pattern) => {
      expect(nameOfPattern(pattern)).toBeNull();
    },
  );

  it('fits up to 64 characters, of which those that must be escaped count twice', () => {
    expect(isGrantableDatabase(`a_${'b'.repeat(61)}`)).toBe(true);
    expect(isGrantableDatabase(`a_${'b'.repeat(62)}`)).toBe(false);
    expect(isGrantableDatabase(`a_${'_'.repeat(30)}b`)).toBe(true);
    expect(isGrantableDatabase(`a_${'_'.repeat(31)}`)).toBe(false);
    expect(isGrantableDatabase(`a_${'ż'.repeat(61)}`)).toBe(true);
    expect(isGrantableDatabase('')).toBe(false);
  });
});

it('an identifier doubles its backticks and keeps all else', () => {
  expect(identifier('a`; DROP TABLE `x\\')).toBe('`a``; DROP TABLE ``x\\`');
});

describe('whose a database is', () => {
  it('stands before the first underscore', () => {
    expect(treeOf('klient-a_sklep_2')).toBe('klient-a');
    expect(belongsTo('klient-a', 'klient-a_sklep')).toBe(true);
  });

  it.each(['klient-ab_sklep', 'klient-a', 'klient-a_', 'klient-aXsklep', 'KLIENT-A_sklep', ''])(
    '%s is not klient-a’s',
    (name) => {
      expect(belongsTo('klient-a', name)).toBe(false);
    },
  );

  it.each(['information_schema', 'Performance_Schema', 'mysql', 'sys', 'klucznik', 'information_SCHEMA'])(
    '%s is nobody’s, though a customer might be called so',
    (name) => {
      expect(treeOf(name)).toBeNull();
    },
  );
});

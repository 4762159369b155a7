import * as fc from 'fast-check';
import type { DatabaseSpec } from '../../../../contract/index.ts';
import type { KindSample } from '../sample.ts';

const ACCESS = ['read', 'write', 'full'] as const;
const access = fc.constantFrom(...ACCESS);
const name = fc.constantFrom('alfa_sklep', 'alfa_Xsklep', 'alfaXsklep', 'alfa_żółw', 'alfa_%', 'alfa_`a"b\\', 'alfa_select');
const opens = (database: string, access: DatabaseSpec['access']): DatabaseSpec => ({ kind: 'database', database, access });
const twoAccesses = fc.constantFrom(['read', 'write'] as const, ['read', 'full'] as const, ['write', 'full'] as const);

export const databaseSample: KindSample = {
  credentials: [
    { type: 'password', password: 'k7Rz2mQx9TbW4nLp8VsY3d' },
    { type: 'password', password: 'Hh5cG1jPq6Fw0XkZr8MtB2nDs4Lv7YaE' },
  ],
  refused: [
    ['a key', { type: 'public-key', publicKey: 'ssh-ed25519 AAAA' }, 'credential-unsuited'],
    ['a password somebody made up', { type: 'password', password: 'Wiosenny-Klucz-7-dni-Anny' }, 'password-not-generated'],
    [
      '21 generated characters, under 128 bits',
      { type: 'password', password: 'k7Rz2mQx9TbW4nLp8VsY3' },
      'password-not-generated',
    ],
    ['a password of four characters', { type: 'password', password: 'Ab1dAb1dAb1dAb1dAb1dAb1d' }, 'password-not-generated'],
  ],
  shownOnce: true,
  announced: false,
  spec: fc.record({ kind: fc.constant('database' as const), database: name, access }),
  narrowing: fc.oneof(
    fc.tuple(name, twoAccesses).map(([where, [less, more]]) => ({ before: opens(where, more), after: opens(where, less) })),
    fc
      .tuple(fc.uniqueArray(name, { minLength: 2, maxLength: 2 }), access)
      .map(([[one = '', other = ''], may]) => ({ before: opens(one, may), after: opens(other, 'full') })),
  ),
  widening: fc.tuple(name, twoAccesses).map(([where, [less, more]]) => ({
    before: opens(where, less),
    after: opens(where, more),
  })),
  targetFixed: true,
  said: [
    [opens('alfa_sklep', 'read'), 'alfa_sklep', 'baza danych alfa_sklep, tylko czytanie'],
    [opens('alfa_sklep', 'write'), 'alfa_sklep', 'baza danych alfa_sklep, czytanie i zmiana danych'],
    [opens('alfa_żółw', 'full'), 'alfa_żółw', 'baza danych alfa_żółw, pełny dostęp razem z budową tabel'],
    [opens('alfa_a\u200bb', 'read'), 'alfa_a\u200bb', 'baza danych alfa_a\\u{200b}b, tylko czytanie'],
  ],
  endpoint: 'database',
};

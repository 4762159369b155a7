import * as fc from 'fast-check';
import type { FtpSpec } from '../../../../contract/index.ts';
import type { KindSample } from '../sample.ts';

const access = fc.constantFrom('read' as const, 'write' as const);
const name = fc.constantFrom('sklep', 'public_html', 'Żółw & syn', '...', '%', 'a"b', ' ', '\u202eodwrotnie');
const below = fc.array(name, { minLength: 1, maxLength: 3 }).map((names) => `/${names.join('/')}`);
const directory = fc.oneof({ weight: 3, arbitrary: below }, fc.constant('/'));
const opens = (directory: string, access: FtpSpec['access']): FtpSpec => ({ kind: 'ftp', directory, access });
const inside = (outer: string, inner: string) => (outer === '/' ? inner : `${outer}${inner}`);

/** An SSH key of a pair that was thrown away. */
const publicKey = 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIJdC0Hk3nVnS0OQqXh0rB1v7eV5mYl3cZ0tq7o6Zx1aB';

export const ftpSample: KindSample = {
  credentials: [
    { type: 'password', password: 'Wiosenny-Klucz-7-dni' },
    { type: 'password', password: 'zażółć gęślą jaźń' },
    { type: 'public-key', publicKey },
  ],
  refused: [
    ['a password of one character', { type: 'password', password: 'aaaaaaaaaaaaaaaa' }, 'password-too-weak'],
    ['half a key', { type: 'public-key', publicKey: publicKey.slice(0, -8) }, 'public-key-invalid'],
    ['a key with orders in front', { type: 'public-key', publicKey: `command="sh" ${publicKey}` }, 'public-key-invalid'],
  ],
  shownOnce: true,
  announced: false,
  spec: fc.record({ kind: fc.constant('ftp' as const), directory, access }),
  narrowing: fc.oneof(
    directory.map((where) => ({ before: opens(where, 'write'), after: opens(where, 'read') })),
    fc.tuple(directory, below, access).map(([outer, inner, may]) => ({
      before: opens(outer, may),
      after: opens(inside(outer, inner), may),
    })),
    // A neighbour whose name begins the same is elsewhere.
    fc.tuple(below, access).map(([where, may]) => ({ before: opens(where, may), after: opens(`${where}2`, 'write') })),
    fc.tuple(below, access).map(([where, may]) => ({ before: opens(`${where}2`, may), after: opens(where, 'write') })),
  ),
  widening: fc.oneof(
    directory.map((where) => ({ before: opens(where, 'read'), after: opens(where, 'write') })),
    fc.tuple(directory, below, access).map(([outer, inner, may]) => ({
      before: opens(inside(outer, inner), may),
      after: opens(outer, may),
    })),
  ),
  targetFixed: false,
  said: [
    [opens('/', 'read'), '/', 'cały serwer, tylko czytanie'],
    [opens('/public_html/sklep', 'write'), '/public_html/sklep', 'katalog /public_html/sklep, czytanie i zapis'],
    [opens('/a\u202eb', 'read'), '/a\u202eb', 'katalog /a\\u{202e}b, tylko czytanie'],
  ],
  endpoint: 'ftp',
};

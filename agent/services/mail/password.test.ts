import { expect, test } from 'vitest';
import { sha256 } from '../sha256.ts';
import { choosePassword, describePassword } from './password.ts';

const HASH = '$7$C6..../....sól$skrót';
const print = sha256(HASH);

test('a hash that came is stored under crypt’s scheme', () => {
  expect(choosePassword({ hash: HASH, print }, null)).toBe(`{CRYPT}${HASH}`);
});

test('a print alone keeps what is there, if that is what it means', () => {
  expect(choosePassword({ hash: null, print }, `{CRYPT}${HASH}`)).toBe(`{CRYPT}${HASH}`);
  expect(choosePassword({ hash: null, print }, '{CRYPT}$7$inny')).toBeNull();
  expect(choosePassword({ hash: null, print }, `{PLAIN}${HASH}`)).toBeNull();
  expect(choosePassword({ hash: null, print }, null)).toBeNull();
});

test('a hash that is not what its print says is refused', () => {
  expect(choosePassword({ hash: '$7$inny', print }, null)).toBeNull();
});

test('a stored password tells its print and never itself; another scheme is another password', () => {
  expect(describePassword(`{CRYPT}${HASH}`)).toEqual({ hash: null, print });
  for (const stored of [`{PLAIN}${HASH}`, HASH, '!', '']) expect(describePassword(stored).print).not.toBe(print);
});

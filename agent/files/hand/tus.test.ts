import { expect, test } from 'vitest';
import { numbered } from './numbered.ts';
import { readLength, readMetadata } from './tus.ts';

const encode = (text: string) => Buffer.from(text).toString('base64');

test('an upload says where it goes, and nothing else decides that', () => {
  expect(readMetadata(`at ${encode('/a/b%20c')},changedAt ${encode('17')},ifThere ${encode('keep-both')}`)).toEqual({
    at: '/a/b%20c',
    changedAt: 17,
    ifThere: 'keep-both',
  });
  expect(readMetadata(`at ${encode('/a')}`)).toEqual({ at: '/a', ifThere: 'refuse' });
  for (const at of ['', '/', '/../a', 'a', '/a//b']) expect(readMetadata(`at ${encode(at)}`)).toBeNull();
  expect(readMetadata(`at ${encode('/a')},ifThere ${encode('always')}`)).toBeNull();
});

test('a number of bytes is whole, not negative, and can be counted with', () => {
  expect(['0', '12', '-1', '1.5', '1e3', '9007199254740993', '', undefined].map(readLength)).toEqual([
    0,
    12,
    ...Array.from({ length: 6 }, () => null),
  ]);
});

test('a numbered name keeps its ending, is never too long, and cuts no letter in half', () => {
  const named = (name: string, n = 2) => numbered(Buffer.from(name), n).toString('utf8');
  expect(['nazwa.txt', 'nazwa', '.htaccess', 'a.tar.gz'].map((name) => named(name))).toEqual([
    'nazwa (2).txt',
    'nazwa (2)',
    '.htaccess (2)',
    'a.tar (2).gz',
  ]);
  const long = numbered(Buffer.from(`${'ż'.repeat(125)}x.txt`), 12);
  expect([long.length <= 255, long.toString('utf8').includes('\uFFFD'), long.toString('utf8').endsWith('ż (12).txt')]).toEqual([
    true,
    false,
    true,
  ]);
});

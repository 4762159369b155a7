import { describe, expect, test } from 'vitest';
import { type FtpDesired, ftpDigestInput, ftpNarrows, isTreePath } from './ftp.ts';

const state: FtpDesired = {
  tree: 'klient-a',
  directory: '/public_html',
  access: 'write',
  notAfter: 1_800_000_000,
  password: { hash: null, print: 'a'.repeat(64) },
  keys: ['ssh-ed25519 AAAA'],
};

describe('a path in a customer’s tree', () => {
  test.each(['/', '/public_html', '/a b/ążź', '/it\'s "x"', '/line\nbreak', `/${'ł'.repeat(127)}`, '/..foo', '/a/...'])(
    '%j can be granted',
    (path) => {
      expect(isTreePath(path)).toBe(true);
    },
  );
  test.each([
    '',
    'public_html',
    '/..',
    '/a/../b',
    '/a/./b',
    '/a//b',
    '/a/',
    '/nul\0',
    `/${'a'.repeat(256)}`,
    `/${'a/'.repeat(2100)}a`,
  ])('%j cannot', (path) => {
    expect(isTreePath(path)).toBe(false);
  });
});

describe('a narrowing', () => {
  test.each([
    ['write to read', { access: 'read' }, true],
    ['to a directory inside', { directory: '/public_html/sklep' }, true],
    ['to a sibling whose name begins alike', { directory: '/public_html2' }, true],
    ['to the whole tree', { directory: '/' }, false],
    ['another password', { password: { hash: null, print: 'b'.repeat(64) } }, true],
    ['a key less', { keys: [] }, true],
    ['a key more', { keys: ['ssh-ed25519 AAAA', 'ssh-ed25519 BBBB'] }, false],
    ['an earlier end', { notAfter: 1_700_000_000 }, false],
  ] as const)('%s: %s', (_, change, narrows) => {
    expect(ftpNarrows(state, { ...state, ...change } as FtpDesired)).toBe(narrows);
  });
});

test('a digest covers everything but the hash that travels, whatever the order of keys', () => {
  expect(ftpDigestInput({ ...state, password: { hash: '$7$x', print: 'a'.repeat(64) } })).toBe(ftpDigestInput(state));
  expect(ftpDigestInput({ ...state, keys: ['b', 'a'] })).toBe(ftpDigestInput({ ...state, keys: ['a', 'b'] }));
  for (const change of [
    { tree: 'x' },
    { directory: '/' },
    { access: 'read' as const },
    { notAfter: null },
    { password: null },
    { keys: [] },
  ]) {
    expect(ftpDigestInput({ ...state, ...change })).not.toBe(ftpDigestInput(state));
  }
});

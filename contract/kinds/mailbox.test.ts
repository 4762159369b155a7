import { describe, expect, test } from 'vitest';
import {
  isLocalPart,
  type MailboxAssetDesired,
  type MailboxDesired,
  mailAddress,
  mailboxAssetDigestInput,
  mailboxAssetNarrows,
  mailboxDesired,
  mailboxDigestInput,
  mailboxNarrows,
} from './mailbox.ts';

const print = (digit: string) => digit.repeat(64);
const password = { hash: null, print: print('a') };
const withHash = { hash: '$7$CU..../....abc', print: print('a') };
const state = (over: Partial<MailboxDesired> = {}): MailboxDesired => ({
  tree: 'alfa',
  address: 'biuro@alfa.test',
  access: 'write',
  notAfter: 1_800_000_000,
  password,
  ...over,
});
const asset = (over: Partial<MailboxAssetDesired> = {}): MailboxAssetDesired => ({
  tree: 'alfa',
  active: true,
  password,
  ...over,
});

describe('what stands before the @', () => {
  test.each(['biuro', 'b', '1', 'jan.kowalski', 'jan-kowalski', 'jan_kowalski', 'a.b-c_d', 'x'.repeat(64)])(
    'may be %j',
    (local) => {
      expect(isLocalPart(local)).toBe(true);
    },
  );
  test.each([
    '',
    'x'.repeat(65),
    'Biuro',
    'żaneta',
    '.biuro',
    'biuro.',
    'jan..k',
    '-jan',
    'jan_',
    'jan+sklep',
    'jan@',
    'jan k',
    'jan"',
    'jan%',
    'jan/k',
    'jan\0',
    'jan\n',
    '*',
  ])('may not be %j', (local) => {
    expect(isLocalPart(local)).toBe(false);
  });
});

describe('a mail address', () => {
  test.each(['biuro@alfa.test', 'jan.k@poczta.alfa.com.pl', 'a@xn--w-uga1v8h.pl', `a@${'x'.repeat(63)}.pl`])(
    'may be %j',
    (address) => {
      expect(mailAddress.parse(address)).toBe(address);
    },
  );
  test.each([
    'biuro',
    '@alfa.test',
    'biuro@',
    'biuro@alfa',
    'biuro@Alfa.test',
    'biuro@żółw.pl',
    'biuro@-alfa.test',
    'biuro@alfa-.test',
    'biuro@alfa..test',
    'biuro@alfa.test.',
    'biuro@@alfa.test',
    'a@b@alfa.test',
    'biuro@alfa.test\n',
    'biuro@../../vmail.x',
    `a@${'x'.repeat(64)}.pl`,
    `a@${'xx.'.repeat(63)}pl`,
  ])('may not be %j', (address) => {
    expect(mailAddress.safeParse(address).error?.issues).toMatchObject([{ code: 'custom', params: { code: 'mailbox-missing' } }]);
  });
});

describe('the state of a sign-in to a mailbox', () => {
  test.each([
    ['a hash of generated passwords', { password: { hash: `*${'A'.repeat(40)}`, print: print('a') } }],
    ['no password', { password: null }],
    ['full access', { access: 'full' }],
    ['a key', { keys: [] }],
    ['a tree with a prefix’s end in it', { tree: 'alfa_1' }],
  ])('is not read with %s', (_, over) => {
    expect(mailboxDesired.safeParse({ ...state(), ...over }).success).toBe(false);
  });
  test('has a digest that leaves the hash out and nothing else', () => {
    const digest = mailboxDigestInput(state());
    expect(mailboxDigestInput(state({ password: withHash }))).toBe(digest);
    const others = [
      { tree: 'beta' },
      { address: 'jan@alfa.test' },
      { access: 'read' as const },
      { notAfter: null },
      { password: { hash: null, print: print('b') } },
    ];
    expect(new Set([digest, ...others.map((over) => mailboxDigestInput(state(over)))]).size).toBe(others.length + 1);
  });
  test.each([
    ['write to read', {}, { access: 'read' }, true],
    ['read to write', { access: 'read' }, { access: 'write' }, false],
    ['another mailbox', {}, { address: 'biuro2@alfa.test' }, true],
    ['another tree', {}, { tree: 'beta' }, true],
    ['another password', {}, { password: { hash: null, print: print('b') } }, true],
    ['the same password with its hash', {}, { password: withHash }, false],
    ['an earlier end', {}, { notAfter: 1 }, false],
  ] as const)('changed, %s, ends sessions where something is lost', (_, before, after, narrows) => {
    expect(mailboxNarrows(state(before), state({ ...before, ...after }))).toBe(narrows);
  });
});

describe('a mailbox itself', () => {
  test.each([
    ['put in the bin', {}, { active: false }, true],
    ['taken out of it', { active: false }, {}, false],
    ['given another password', {}, { password: { hash: null, print: print('b') } }, true],
    ['moved to another tree', {}, { tree: 'beta' }, true],
    ['told its hash', {}, { password: withHash }, false],
  ] as const)('%s ends sessions where something is lost', (_, before, after, narrows) => {
    expect(mailboxAssetNarrows(asset(before), asset(after))).toBe(narrows);
  });
  test('has a digest of all but its hash', () => {
    const others = [asset({ tree: 'beta' }), asset({ active: false }), asset({ password: { hash: null, print: print('b') } })];
    expect(new Set([asset(), ...others].map(mailboxAssetDigestInput)).size).toBe(4);
    expect(mailboxAssetDigestInput(asset({ password: withHash }))).toBe(mailboxAssetDigestInput(asset()));
  });
});

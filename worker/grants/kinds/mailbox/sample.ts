import * as fc from 'fast-check';
import type { MailboxSpec } from '../../../../contract/index.ts';
import type { KindSample } from '../sample.ts';

const access = fc.constantFrom('read' as const, 'write' as const);
const address = fc.constantFrom('biuro@alfa.test', 'biuro2@alfa.test', 'biuro@alfa.test.pl', 'b.i-u_ro@xn--w-uga1v8h.pl');
const opens = (address: string, access: MailboxSpec['access']): MailboxSpec => ({ kind: 'mailbox', address, access });

export const mailboxSample: KindSample = {
  credentials: [
    { type: 'password', password: 'Wiosenny-Klucz-7-dni' },
    { type: 'password', password: 'zażółć gęślą jaźń' },
  ],
  refused: [
    ['a key', { type: 'public-key', publicKey: 'ssh-ed25519 AAAA' }, 'credential-unsuited'],
    ['a password of one character', { type: 'password', password: 'aaaaaaaaaaaaaaaa' }, 'password-too-weak'],
  ],
  shownOnce: false,
  announced: true,
  spec: fc.record({ kind: fc.constant('mailbox' as const), address, access }),
  narrowing: fc.oneof(
    address.map((where) => ({ before: opens(where, 'write'), after: opens(where, 'read') })),
    fc
      .tuple(fc.uniqueArray(address, { minLength: 2, maxLength: 2 }), access)
      .map(([[one = '', other = ''], may]) => ({ before: opens(one, may), after: opens(other, 'write') })),
  ),
  widening: address.map((where) => ({ before: opens(where, 'read'), after: opens(where, 'write') })),
  targetFixed: true,
  said: [
    [opens('biuro@alfa.test', 'read'), 'biuro@alfa.test', 'skrzynka biuro@alfa.test, tylko czytanie'],
    [opens('biuro@alfa.test', 'write'), 'biuro@alfa.test', 'skrzynka biuro@alfa.test, czytanie i porządkowanie wiadomości'],
  ],
  endpoint: 'mail',
};

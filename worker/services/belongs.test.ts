import { describe, expect, test } from 'vitest';
import { belongs } from './belongs.ts';

describe('a name is the service’s', () => {
  const home = { tree: 'foo', domains: ['firma.pl', 'sklep.firma.pl'] };
  test.each([
    ['database-asset', 'foo_bar', true],
    ['database-asset', 'fooXbar', false],
    ['database-asset', 'foo', false],
    ['database-asset', 'foo-2_bar', false],
    ['mailbox-asset', 'biuro@firma.pl', true],
    ['mailbox-asset', 'biuro@sklep.firma.pl', true],
    ['mailbox-asset', 'biuro@inna.pl', false],
    ['mailbox-asset', 'biuro@sub.firma.pl', false],
    ['mailbox-asset', 'biuro@xfirma.pl', false],
    ['mailbox-asset', 'biuro@firma.pl@inna.pl', false],
  ] as const)('%s %s: %s', (kind, name, is) => expect(belongs(home, kind, name)).toBe(is));
});

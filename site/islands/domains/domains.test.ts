import { describe, expect, it } from 'vitest';
import type { DomainView } from '../../../contract/index.ts';
import { NOW } from '../../testing/grant.ts';
import { clientNumberFault, managedBy, recordsWords, takeBackWords, zoneAddress } from './domain-words.ts';
import { dsParts } from './ds.ts';
import { readableName, readableText, relativeName } from './names.ts';
import { fileFault, keptText } from './zone-file.ts';

describe('a name', () => {
  it.each([
    ['alfa.test', 'alfa.test'],
    ['xn--w-uga1v8h.alfa.test', 'żółw.alfa.test'],
    ['poczta.xn--d-uga0v4h.pl', 'poczta.łódź.pl'],
    ['xn--mnchen-3ya.de', 'münchen.de'],
  ])('%s is read as %s', (name, read) => expect(readableName(name)).toBe(read));

  it.each([
    // аррӏе.com in Cyrillic, which looks like another name.
    'xn--80ak6aa92e.com',
    'xn--.pl',
    'xn--99999999.pl',
    'xn--a-!.pl',
    // What no browser would have made of any letters.
    'xn--abc-.pl',
  ])('%s stays as it is, because it could pass for another one or is none', (name) => expect(readableName(name)).toBe(name));

  it('is read so in a sentence too', () =>
    expect(readableText('Nie ma nazwy _dmarc.xn--w-uga1v8h.pl, ani www.pl.')).toBe('Nie ma nazwy _dmarc.żółw.pl, ani www.pl.'));

  it('is typed without its domain', () => {
    expect(relativeName('alfa.test', 'alfa.test')).toBe('@');
    expect(relativeName('a.b.alfa.test', 'alfa.test')).toBe('a.b');
    expect(relativeName('www.alfa.test.alfa.test', 'alfa.test')).toBe('www.alfa.test.alfa.test');
    expect(relativeName('xn--w-uga1v8h.alfa.test', 'alfa.test')).toBe('żółw');
  });
});

describe('who manages a domain', () => {
  const other = (state: 'requested' | 'active'): NonNullable<DomainView['other']> => ({
    grantId: 'g',
    name: '100200',
    state,
    notAfter: null,
  });
  it('is said with the other client’s number and until when', () => {
    expect(managedBy({ other: null }, NOW)).toBe('tylko to konto');
    expect(managedBy({ other: other('requested') }, NOW)).toMatch(/na razie tylko to konto.*100200/);
    expect(managedBy({ other: other('active') }, NOW)).toBe('to konto i klient nr 100200, do odwołania');
  });
  it('tells an offer that is withdrawn from management that is taken back', () => {
    expect(takeBackWords(other('requested')).words.last).toBe('Wycofaj teraz');
    expect(takeBackWords(other('active')).words).toMatchObject({
      last: 'Odbierz teraz',
      what: expect.stringMatching(/Rekordy zostają/),
    });
  });
  it.each(['100200', ' 100 200 ', '100.200', '100-200', 'ab12'])('%j may be a client’s number', (typed) =>
    expect(clientNumberFault(typed)).toBeNull(),
  );
  it.each(['', ' ', '12', 'marek@warsztat.example', '1'.repeat(21)])('%j may not', (typed) =>
    expect(clientNumberFault(typed)).not.toBeNull(),
  );
});

it('records are counted as Polish counts', () => {
  expect([0, 1, 2, 5, 22, 10_000].map(recordsWords).map((words) => words.replaceAll('\u00a0', ' '))).toEqual([
    'jeszcze żadnego rekordu',
    '1 rekord',
    '2 rekordy',
    '5 rekordów',
    '22 rekordy',
    '10 000 rekordów',
  ]);
});

it('the parts of a page about one domain have addresses', () => {
  expect(zoneAddress('d/1')).toBe('/panel/domeny/dns/?id=d%2F1');
  expect(zoneAddress('d', 'historia')).toBe('/panel/domeny/dns/?id=d&widok=historia');
});

describe('a DS record', () => {
  const parts = { keyTag: '2371', algorithm: '13', digestType: '2', digest: 'abCD12' };
  it.each(['2371 13 2 abCD12', 'alfa.test. 3600 IN DS 2371 13 2 abCD12', ' alfa.test IN DS 2371 13 2 abC D12 '])(
    'falls into what registrars ask for: %s',
    (ds) => expect(dsParts(ds)).toEqual(parts),
  );
  it.each(['', 'alfa.test', '2371 13 abcd', '2371 13 2 xyz'])('%j is none', (ds) => expect(dsParts(ds)).toBeNull());
});

describe('a file to import', () => {
  it('must hold text, and not too much', () => {
    expect(fileFault('www A 192.0.2.1')).toBeNull();
    expect(fileFault(' \n ')).toMatch(/wklej/);
    expect(fileFault('GIF\u0000')).toMatch(/tekstowy/);
    expect(fileFault('a'.repeat(2_000_001))).toMatch(/za duży/);
  });
  it('is kept through a reload unless it is long', () => {
    expect(keptText('abc')).toBe('abc');
    expect(keptText('a'.repeat(300_000))).toBe('');
  });
});

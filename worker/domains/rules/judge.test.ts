import { describe, expect, test } from 'vitest';
import type { DnsRecord, RecordType, TypedRecord } from '../../../contract/index.ts';
import { judgeTyped } from './judge.ts';
import { MESSAGES } from './messages.ts';
import { changed, inverse } from './zone.ts';

const DOMAIN = 'alfa.test';
const typed = (name: string, type: RecordType, data: string, ttl = 3600): TypedRecord => ({ name, type, data, ttl });
/** A record of the zone as it stands, in canonical form. */
const stands = (name: string, type: RecordType, data: string, ttl = 3600): DnsRecord => ({
  name: name === '@' ? DOMAIN : `${name}.${DOMAIN}`,
  type,
  ttl,
  data,
});
const judged = (add: TypedRecord[], before: DnsRecord[] = [], remove: DnsRecord[] = []) =>
  judgeTyped(DOMAIN, before, { remove, add })?.findings.map(({ at, field, code }) => `${at} ${field} ${code}`);

const MAIL = stands('mail', 'A', '192.0.2.5');

describe('what is typed', () => {
  test.each<[string, TypedRecord, string]>([
    ['a name of no letters', typed('a b', 'A', '192.0.2.1'), '0 name name-invalid'],
    ['a `*` in the middle', typed('a.*.b', 'A', '192.0.2.1'), '0 name wildcard-place'],
    ['a name of another domain', typed('www.beta.test.', 'A', '192.0.2.1'), '0 name name-outside'],
    ['a name with an end of its own', typed('sklep.firma.pl', 'A', '192.0.2.1'), '0 name name-looks-whole'],
    ['a name in an A', typed('www', 'A', 'mail.alfa.test'), '0 data address-is-name'],
    ['an IPv6 address in an A', typed('www', 'A', '2001:db8::1'), '0 data address-of-other-kind'],
    ['an address in an MX', typed('@', 'MX', '10 192.0.2.1'), '0 data host-is-address'],
    ['an address of a private net', typed('www', 'A', '192.168.1.1'), '0 data private-address'],
    ['another one', typed('www', 'AAAA', 'fd00::1'), '0 data private-address'],
    ['a long text', typed('@', 'TXT', 'k'.repeat(300)), '0 data txt-split'],
    ['a CNAME of the domain', typed('@', 'CNAME', 'beta.test'), '0 type cname-at-top'],
    ['an NS of the domain', typed('', 'NS', 'ns.beta.test'), '0 type ns-at-top'],
    ['an NS of a wildcard', typed('*', 'NS', 'ns.beta.test'), '0 type wildcard-ns'],
    ['a target that is not there', typed('www', 'CNAME', 'sklep'), '0 data target-missing'],
    ['a name server that nobody finds', typed('dzial', 'NS', 'ns.dzial.alfa.test'), '0 data glue-missing'],
    ['a wildcard', typed('*', 'A', '192.0.2.1'), '0 name wildcard-covers'],
    ['a CNAME to itself', typed('www', 'CNAME', 'www'), '0 data cname-loop'],
  ])('%s is told of', (_, record, told) => expect(judged([record])).toContain(told));

  test('nothing is said of what is well', () => {
    expect(judged([typed('www', 'A', '192.0.2.1'), typed('@', 'MX', '10 mail')], [MAIL])).toEqual([]);
    expect(judged([typed('dzial', 'NS', 'ns.dzial.alfa.test'), typed('ns.dzial', 'A', '192.0.2.1')])).toEqual([]);
    expect(judged([typed('sklep', 'CNAME', 'sklepy.beta.test')])).toEqual([]);
  });
});

describe('what cannot stand together', () => {
  test('a CNAME beside others, whichever comes last', () => {
    expect(judged([typed('mail', 'CNAME', 'beta.test')], [MAIL])).toContain('0 name cname-beside');
    expect(judged([typed('www', 'A', '192.0.2.1')], [stands('www', 'CNAME', 'beta.test')])).toContain('0 name cname-beside');
    expect(judged([typed('www', 'CNAME', 'b.test')], [stands('www', 'CNAME', 'a.test')])).toContain('0 name cname-twice');
  });
  test('MX, NS or SRV to a CNAME, whichever comes last, and through a wildcard', () => {
    const alias = stands('poczta', 'CNAME', 'beta.test');
    expect(judged([typed('@', 'MX', '10 poczta')], [alias])).toContain('0 data mx-to-cname');
    expect(judged([typed('_sip._tcp', 'SRV', '1 1 5060 poczta')], [alias])).toContain('0 data srv-to-cname');
    expect(judged([typed('dzial', 'NS', 'poczta.alfa.test')], [alias])).toContain('0 data ns-to-cname');
    const mx = stands('@', 'MX', '10 poczta.alfa.test');
    expect(judged([typed('poczta', 'CNAME', 'beta.test')], [mx])).toContain('0 data mx-to-cname');
    expect(judged([typed('*', 'CNAME', 'beta.test')], [mx])).toContain('null data mx-to-cname');
  });
  test('SPF or DMARC twice, and „no mail” beside a mail server', () => {
    const spf = stands('@', 'TXT', '"v=spf1 mx -all"');
    expect(judged([typed('@', 'TXT', 'v=spf1 include:beta.test ~all')], [spf])).toContain('0 data spf-twice');
    expect(judged([typed('sklep', 'TXT', 'v=spf1 -all')], [spf])).toEqual([]);
    const dmarc = stands('_dmarc', 'TXT', '"v=DMARC1; p=none"');
    expect(judged([typed('_dmarc', 'TXT', 'v=DMARC1; p=reject')], [dmarc])).toContain('0 data dmarc-twice');
    expect(judged([typed('@', 'MX', '0 .')], [stands('@', 'MX', '10 mail.alfa.test'), MAIL])).toContain('0 data mx-none-beside');
  });
  test('the same record twice', () => {
    expect(judged([typed('MAIL.alfa.test.', 'A', '192.0.2.5', 60)], [MAIL])).toContain('0 data duplicate');
    expect(judged([typed('a', 'A', '192.0.2.1'), typed('A', 'A', '192.0.2.1')])).toContain('1 data duplicate');
    expect(judged([typed('mail', 'A', '192.0.2.5', 60)], [MAIL], [MAIL])).toEqual([]);
  });
});

describe('what should be thought of', () => {
  test('the last MX and the last address of the domain going', () => {
    const mx = stands('@', 'MX', '10 mail.alfa.test');
    const top = stands('@', 'A', '192.0.2.1');
    expect(judged([], [mx, top, MAIL], [mx, top])).toEqual(['null null last-mx', 'null null last-address']);
    expect(judged([typed('@', 'AAAA', '2001:db8::1')], [top], [top])).toEqual([]);
  });
  test('a name that a wildcard has answered for', () => {
    const star = stands('*', 'MX', '10 mail.beta.test');
    expect(judged([typed('sklep', 'A', '192.0.2.1')], [star])).toEqual(['0 name wildcard-hidden']);
    expect(judged([typed('sklep', 'A', '192.0.2.1')], [star, stands('sklep', 'TXT', '"x"')])).toEqual([]);
  });
  test('records that a delegated subdomain hides', () => {
    const ns = stands('dzial', 'NS', 'ns.beta.test');
    expect(judged([typed('www.dzial', 'TXT', 'x')], [ns])).toEqual(['0 name hidden-by-delegation']);
    expect(judged([typed('dzial', 'NS', 'ns.beta.test')], [stands('www.dzial', 'MX', '1 mail.beta.test')])).toEqual([
      '0 name hidden-by-delegation',
    ]);
  });
  test('a TTL that others of the set will share, and do', () => {
    const add = [typed('mail', 'A', '192.0.2.6', 300)];
    expect(judged(add, [MAIL])).toEqual(['0 ttl ttl-unified']);
    expect(judgeTyped(DOMAIN, [MAIL], { remove: [], add })?.change).toMatchObject({
      removed: [MAIL],
      added: [{ ...MAIL, ttl: 300 }, stands('mail', 'A', '192.0.2.6', 300)],
    });
  });
});

test('a record that is no longer there cannot be taken away', () => expect(judged([], [], [MAIL])).toBeUndefined());

test('a change is undone while its records are as it left them', () => {
  const other = stands('www', 'A', '192.0.2.9');
  const made = changed([MAIL], [MAIL], [{ ...MAIL, data: '192.0.2.6' }]);
  expect(inverse([...made.after, other], made)?.after).toEqual([MAIL, other]);
  expect(inverse(changed(made.after, [], [{ ...MAIL, data: '192.0.2.7', ttl: 60 }]).after, made)).toBeNull();
  expect(inverse([MAIL, ...made.after], made)).toBeNull();
  expect(inverse([], made)).toBeNull();
});

test.each(Object.entries(MESSAGES))('%s is said in whole sentences', (_, { say }) => {
  const said = say({ name: 'www.alfa.test', target: 'mail.alfa.test', domain: DOMAIN, type: 'MX' });
  expect(said).toMatch(/^\p{Lu}.*\.$/su);
  expect(said).not.toMatch(/undefined|null|\.\./);
});

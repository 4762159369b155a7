import { describe, expect, test } from 'vitest';
import type { RecordType } from '../kinds/index.ts';
import { canonicalData, fileNames, targetOf, typedHost, typedOwner, typedText } from './index.ts';

describe('the name of a record, as typed in alfa.test,', () => {
  test.each([
    ['', 'alfa.test'],
    ['@', 'alfa.test'],
    ['www', 'www.alfa.test'],
    ['WWW.Alfa.Test', 'www.alfa.test'],
    ['www.alfa.test.', 'www.alfa.test'],
    ['*.sklep', '*.sklep.alfa.test'],
    ['_dmarc', '_dmarc.alfa.test'],
    ['żółw', 'xn--w-uga1v8h.alfa.test'],
    ['inna.test.', 'inna.test'],
    ['a/b.ż/ó', null],
  ])('%j is %j', (typed, whole) => expect(typedOwner('alfa.test')(typed)).toBe(whole));

  test.each([
    ['mail', 'mail.alfa.test'],
    ['@', 'alfa.test'],
    ['ghs.example.com', 'ghs.example.com'],
    ['ghs.example.com.', 'ghs.example.com'],
    ['poczta.łódź.pl', 'poczta.xn--d-uga0v4h.pl'],
  ])('and as a target, %j is %j', (typed, whole) => {
    const name = typedHost('alfa.test')(typed);
    expect(name).toBe(whole);
  });

  test('and in a file only a dot at its end makes it whole', () => {
    expect(fileNames('alfa.test')('mail.beta.test')).toBe('mail.beta.test.alfa.test');
    expect(fileNames('alfa.test')('mail.beta.test.')).toBe('mail.beta.test');
    expect(fileNames('')('alfa.test')).toBe('alfa.test');
    expect(fileNames('')('@')).toBeNull();
  });
});

describe('the data of a record', () => {
  const read = (type: RecordType, text: string) => {
    const answer = canonicalData(type, type === 'TXT' ? typedText(text) : text, typedHost('alfa.test'));
    return answer.ok ? answer.data : answer.code;
  };
  test.each<[RecordType, string, string]>([
    ['A', '192.0.2.7', '192.0.2.7'],
    ['A', '192.0.2.07', 'ipv4-invalid'],
    ['A', '192.0.2.256', 'ipv4-invalid'],
    ['A', '2001:db8::1', 'address-of-other-kind'],
    ['A', 'www.alfa.test', 'address-is-name'],
    ['AAAA', '2001:0DB8:0:0:0:0:0:1', '2001:db8::1'],
    ['AAAA', '192.0.2.7', 'address-of-other-kind'],
    ['AAAA', '2001:db8:::1', 'ipv6-invalid'],
    ['AAAA', 'fe80::1%eth0', 'ipv6-invalid'],
    ['CNAME', 'WWW.Example.com.', 'www.example.com'],
    ['CNAME', '192.0.2.7', 'host-is-address'],
    ['CNAME', 'a b', 'host-invalid'],
    ['CNAME', '.', 'host-invalid'],
    ['MX', '010  mail', '10 mail.alfa.test'],
    ['MX', '0 .', '0 .'],
    ['MX', 'mail.alfa.test', 'mx-invalid'],
    ['MX', '10 192.0.2.7', 'host-is-address'],
    ['MX', '70000 mail', 'mx-invalid'],
    ['SRV', '10 5 5060 sip', '10 5 5060 sip.alfa.test'],
    ['SRV', '10 5060 sip', 'srv-invalid'],
    ['CAA', '0 ISSUE letsencrypt.org', '0 issue "letsencrypt.org"'],
    ['CAA', '0 issue "ca.test; validationmethods=dns-01"', '0 issue "ca.test; validationmethods=dns-01"'],
    ['CAA', '0 issue ;', '0 issue ";"'],
    ['CAA', 'issue ca.test', 'caa-invalid'],
    ['TXT', 'v=spf1 mx -all', '"v=spf1 mx -all"'],
    ['TXT', 'a "b" \\c', '"a \\"b\\" \\\\c"'],
    ['TXT', '"a" "b\\"c" "\\195\\179"', '"a" "b\\"c" "\\195\\179"'],
    ['TXT', 'ó', '"\\195\\179"'],
    ['TXT', '"ó"', '"\\195\\179"'],
    ['TXT', '"a', 'txt-invalid'],
    ['TXT', '"a"b', 'txt-invalid'],
    ['TXT', '"\\999"', 'txt-invalid'],
  ])('%s %j is %j', (type, text, canonical) => expect(read(type, text)).toBe(canonical));

  test('of a long TXT is split at 255 bytes', () =>
    expect(read('TXT', 'k'.repeat(300))).toBe(`"${'k'.repeat(255)}" "${'k'.repeat(45)}"`));

  test('has a limit', () => expect(read('TXT', 'a'.repeat(4097))).toBe('data-too-long'));

  test('says where it leads', () => {
    expect(targetOf({ type: 'MX', data: '10 mail.alfa.test' })).toBe('mail.alfa.test');
    expect(targetOf({ type: 'MX', data: '0 .' })).toBeNull();
    expect(targetOf({ type: 'A', data: '192.0.2.7' })).toBeNull();
  });
});

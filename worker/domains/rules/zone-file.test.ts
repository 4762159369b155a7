import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalData, compareRecords, type DnsRecord, fileNames, type RecordType } from '../../../contract/index.ts';
import { writeZoneFile } from './export.ts';
import { changed } from './zone.ts';
import { readZoneFile } from './zone-file.ts';

const read = (text: string) => {
  const { records, skipped } = readZoneFile(text, 'alfa.test');
  return {
    records: records.map(({ name, ttl, type, data }) => `${name} ${ttl} ${type} ${data}`),
    skipped: skipped.map(({ line, text: entry }) => `${line}: ${entry}`),
  };
};

describe('a zone file as written by', () => {
  test('BIND, with what the entry before has said left out', () => {
    const file = `$ORIGIN .
$TTL 86400	; 1 day
alfa.test		IN SOA	ns1.beta.test. hostmaster.beta.test. (
				2026112201 ; serial
				10800      ; refresh (3 hours)
				900 604800 86400 )
			NS	ns1.beta.test.
			NS	ns2.beta.test.
			A	192.0.2.10
			MX	10 poczta.alfa.test.
			TXT	"v=spf1 mx -all" ; with; semicolons
$ORIGIN alfa.test.
$TTL 300	; 5 minutes
www			CNAME	@
sklep		1h30m IN A	192.0.2.11
		IN 600	A	192.0.2.12
klucz._domainkey	TXT	( "v=DKIM1; k=rsa; "
				"p=MIGf" )
dzial			NS	ns.dzial
ns.dzial		AAAA	2001:DB8:0::1
`;
    expect(read(file)).toEqual({
      records: [
        'alfa.test 86400 A 192.0.2.10',
        'alfa.test 86400 MX 10 poczta.alfa.test',
        'alfa.test 86400 TXT "v=spf1 mx -all"',
        'www.alfa.test 300 CNAME alfa.test',
        'sklep.alfa.test 5400 A 192.0.2.11',
        'sklep.alfa.test 600 A 192.0.2.12',
        'klucz._domainkey.alfa.test 300 TXT "v=DKIM1; k=rsa; " "p=MIGf"',
        'dzial.alfa.test 300 NS ns.dzial.alfa.test',
        'ns.dzial.alfa.test 300 AAAA 2001:db8::1',
      ],
      skipped: [
        '3: alfa.test IN SOA ns1.beta.test. hostmaster.beta.test. 2026112201 10800 900 604800 86400',
        '7: NS ns1.beta.test.',
        '8: NS ns2.beta.test.',
      ],
    });
  });

  test('PowerDNS, signed', () => {
    const file = [
      '$ORIGIN .',
      'alfa.test\t3600\tIN\tSOA\ta.misconfigured.dns.server.invalid hostmaster.alfa.test 0 10800 3600 604800 3600',
      'alfa.test\t3600\tIN\tA\t192.0.2.10',
      'alfa.test\t3600\tIN\tRRSIG\tA 13 2 3600 20261201000000 20261120000000 1234 alfa.test AbCd==',
      'alfa.test\t3600\tIN\tDNSKEY\t257 3 13 AbCd==',
      '_sip._tcp.alfa.test\t3600\tIN\tSRV\t10 5 5060 sip.beta.test',
      'alfa.test\t3600\tIN\tCAA\t0 issue "letsencrypt.org"',
    ].join('\r\n');
    const { records, skipped } = read(file);
    expect(records).toEqual([
      'alfa.test 3600 A 192.0.2.10',
      '_sip._tcp.alfa.test 3600 SRV 10 5 5060 sip.beta.test',
      'alfa.test 3600 CAA 0 issue "letsencrypt.org"',
    ]);
    expect(skipped.map((one) => one.split(':')[0])).toEqual(['2', '4', '5']);
  });

  test('cPanel, with what does not belong here', () => {
    const file = `; cPanel first:11.110.0.17 latest:11.110.0.17 Cpanel::ZoneFile::VERSION:1.3 mtime:1700000000
$TTL 14400
alfa.test.	86400	IN	SOA	ns1.host.test.	root.host.test.	(
	2026112201	;Serial Number
	3600 1800 1209600 86400 )
alfa.test.	86400	IN	NS	ns1.host.test.
alfa.test.	14400	IN	A	192.0.2.10
localhost	14400	IN	A	127.0.0.1
alfa.test.	14400	IN	MX	0	alfa.test.
ftp	14400	IN	CNAME	alfa.test.
default._domainkey	14400	IN	TXT	"v=DKIM1\\; k=rsa\\; p=MIIB"
host	14400	IN	HINFO	"PC" "Linux"
www.beta.test.	14400	IN	A	192.0.2.10
$GENERATE 1-9 h$ A 192.0.2.$
zle	14400	IN	A	192.0.2
otwarte	14400	IN	TXT	"bez konca
żółw	20	IN	A	192.0.2.13`;
    const { records, skipped } = read(file);
    expect(records).toEqual([
      'alfa.test 14400 A 192.0.2.10',
      'localhost.alfa.test 14400 A 127.0.0.1',
      'alfa.test 14400 MX 0 alfa.test',
      'ftp.alfa.test 14400 CNAME alfa.test',
      'default._domainkey.alfa.test 14400 TXT "v=DKIM1; k=rsa; p=MIIB"',
      'xn--w-uga1v8h.alfa.test 60 A 192.0.2.13',
    ]);
    expect(skipped.map((one) => Number(one.split(':')[0]))).toEqual([3, 6, 12, 13, 14, 15, 16]);
  });

  test('nobody: what is not a zone file has a reason for each line', () => {
    const { records, skipped } = readZoneFile('<html>\n<p>brak ( strony</p>', 'alfa.test');
    expect(records).toEqual([]);
    expect(skipped).toHaveLength(2);
    for (const { message } of skipped) expect(message).toMatch(/\.$/);
  });
});

const label = fc.stringMatching(/^[a-z0-9_]([a-z0-9_-]{0,10}[a-z0-9_])?$/);
const host = fc.oneof(
  label.map((one) => `${one}.alfa.test`),
  fc.constant('alfa.test'),
  fc.tuple(label, label).map((labels) => labels.join('.')),
);
const owner = fc.oneof(
  host.filter((name) => name.endsWith('alfa.test')),
  fc.constant('*.alfa.test'),
);
const number = fc.nat(65_535);
const text = fc.string({ unit: 'binary', maxLength: 300 }).map((value) => `"${value.replace(/["\\]/g, '\\$&')}"`);
const kinds: [RecordType, fc.Arbitrary<string>][] = [
  ['A', fc.ipV4()],
  ['AAAA', fc.ipV6()],
  ['CNAME', host],
  ['NS', host],
  ['MX', fc.tuple(number, host).map((parts) => parts.join(' '))],
  ['SRV', fc.tuple(number, number, number, host).map((parts) => parts.join(' '))],
  ['TXT', fc.array(text, { minLength: 1, maxLength: 3 }).map((strings) => strings.join(' '))],
  ['CAA', text.map((value) => `0 issue ${value}`)],
];
const record = fc
  .tuple(
    owner,
    fc.integer({ min: 60, max: 604_800 }),
    fc.oneof(...kinds.map(([type, data]) => data.map((one) => ({ type, data: one })))),
  )
  .map(([name, ttl, { type, data }]): DnsRecord | null => {
    const canonical = canonicalData(type, data, fileNames(''));
    const isTop = type === 'NS' && name === 'alfa.test';
    return canonical.ok && !isTop ? { name, ttl, type, data: canonical.data } : null;
  });
const zone = fc.array(record, { maxLength: 30 }).map(
  (records) =>
    changed(
      [],
      [],
      records.filter((one) => one !== null),
    ).after,
);

describe('a zone', () => {
  test('that is exported and imported again is the same', () =>
    fc.assert(
      fc.property(zone, (records) => {
        const file = writeZoneFile('alfa.test', { records, version: 7, nameservers: ['ns1.serwer.test', 'ns2.serwer.test'] });
        const again = readZoneFile(file, 'alfa.test');
        expect([...again.records].sort(compareRecords)).toEqual(records);
        expect(again.skipped).toHaveLength(3);
      }),
      { numRuns: 300 },
    ));

  test('of 10,000 records is read in seconds', () => {
    const file = Array.from({ length: 10_000 }, (_, at) => `h${at} 3600 IN A 192.0.2.${at % 256}`).join('\n');
    const began = performance.now();
    expect(readZoneFile(file, 'alfa.test').records).toHaveLength(10_000);
    expect(performance.now() - began).toBeLessThan(3000);
  });
});

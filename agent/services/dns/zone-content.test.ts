import { describe, expect, it } from 'vitest';
import { compareRecords, type DnsRecord } from '../../../contract/index.ts';
import type { Change, Rrset } from './api.ts';
import { changesBetween, genOf, isServersPartWell, MARK, recordsOf, wholeZone } from './zone-content.ts';

const OPTIONS = { nameservers: ['ns1.klucznik.example', 'ns2.klucznik.example'], hostmaster: 'dns.admin@klucznik.example' };
const ZONE = 'sklep.example';
const record = (name: string, type: DnsRecord['type'], data: string): DnsRecord => ({ name, type, ttl: 300, data });

/** What PowerDNS shows of a zone that was made so. */
const shown = (sets: readonly Change[]): Rrset[] =>
  sets.map(({ name, type, ttl, contents, comment }) => ({
    name,
    type,
    ttl,
    records: contents.map((content) => ({ content, disabled: false })),
    comments: comment === undefined ? [] : [{ account: MARK, content: comment }],
  }));
const zoneOf = (rrsets: Rrset[]) => ({
  name: `${ZONE}.`,
  account: MARK,
  serial: 7,
  kind: 'Native',
  dnssec: true,
  api_rectify: true,
  soa_edit_api: 'DEFAULT',
  nsec3param: '1 0 0 -',
  nsec3narrow: true,
  rrsets,
});

const many = Array.from({ length: 10_000 }, (_, at) => record(`h${at}.${ZONE}`, 'A', `10.0.${at >> 8}.${at & 255}`)).sort(
  compareRecords,
);
const whole = (records: readonly DnsRecord[], gen = 1) => wholeZone(ZONE, gen, 7, records, OPTIONS);

describe('a zone as PowerDNS holds it', () => {
  it('gives back the records it was made of, and its gen', () => {
    const records = [
      record(ZONE, 'MX', '10 mail.sklep.example'),
      record(ZONE, 'TXT', '"a b." "c"'),
      record(ZONE, 'CAA', '0 issue "letsencrypt.org"'),
      record(`_sip._tcp.${ZONE}`, 'SRV', '0 5 5060 .'),
      record(`dziecko.${ZONE}`, 'NS', 'ns.gdzie.example'),
      record(`www.${ZONE}`, 'CNAME', 'sklep.example'),
    ].sort(compareRecords);
    const rrsets = shown(whole(records, 12));
    expect(recordsOf(ZONE, rrsets)).toEqual(records);
    expect(genOf(zoneOf(rrsets))).toBe(12);
  });

  it('says SOA and name servers as the host’s configuration does, and notices when they are other', () => {
    const rrsets = shown(whole([], 3));
    expect(rrsets.map(({ records }) => records.map(({ content }) => content))).toEqual([
      ['ns1.klucznik.example. dns\\.admin.klucznik.example. 7 10800 3600 1209600 300'],
      ['ns1.klucznik.example.', 'ns2.klucznik.example.'],
    ]);
    expect(isServersPartWell(zoneOf(rrsets), 3, OPTIONS)).toBe(true);
    expect(isServersPartWell(zoneOf(rrsets), 3, { ...OPTIONS, nameservers: ['ns3.klucznik.example'] })).toBe(false);
    expect(isServersPartWell(zoneOf(rrsets), 3, { ...OPTIONS, hostmaster: 'inny@klucznik.example' })).toBe(false);
    expect(genOf(zoneOf(rrsets.map((rrset) => ({ ...rrset, comments: [] }))))).toBe(0);
  });

  it('shows a record that was switched off as another one, so that it is put right', () => {
    const records = [record(`www.${ZONE}`, 'A', '192.0.2.1')];
    const rrsets = shown(whole(records)).map((rrset) =>
      rrset.type === 'A' ? { ...rrset, records: rrset.records.map(({ content }) => ({ content, disabled: true })) } : rrset,
    );
    expect(recordsOf(ZONE, rrsets)).not.toEqual(records);
    expect(changesBetween(ZONE, rrsets, whole(records)).map(({ type }) => type)).toEqual(['A']);
  });
});

describe('changes', () => {
  it('are none when nothing differs, whatever the order', () => {
    expect(changesBetween(ZONE, shown(whole(many).toReversed()), whole(many))).toEqual([]);
  });

  it('of one record among ten thousand are that record’s set and the SOA that notes the gen', () => {
    const other = many.map((one, at) => (at === 5000 ? { ...one, data: '192.0.2.1' } : one));
    const changes = changesBetween(ZONE, shown(whole(many)), whole(other, 2));
    expect(changes.map(({ type, name }) => `${name} ${type}`)).toEqual([`${ZONE}. SOA`, `${many[5000]?.name}. A`]);
  });

  it('delete before they add, leave alone what is the server’s own, and see a TTL', () => {
    const name = `www.${ZONE}`;
    const cds = { name: `${ZONE}.`, type: 'CDS', ttl: 60, records: [{ content: '1 13 2 ab', disabled: false }], comments: [] };
    const present = [...shown(whole([record(name, 'A', '192.0.2.1'), record(`a.${ZONE}`, 'A', '192.0.2.1')])), cds];
    const wanted = whole([record(name, 'CNAME', 'sklep.example'), { ...record(`a.${ZONE}`, 'A', '192.0.2.1'), ttl: 60 }]);
    expect(changesBetween(ZONE, present, wanted).map(({ type, contents }) => [type, contents.length])).toEqual([
      ['A', 0],
      ['CNAME', 1],
      ['A', 1],
    ]);
  });

  it('do not come from an IPv4 address inside an IPv6 one, which PowerDNS shows in its own way', () => {
    const records = [record(ZONE, 'AAAA', '::ffff:c000:219')];
    const rrsets = shown(whole(records)).map((rrset) =>
      rrset.type === 'AAAA' ? { ...rrset, records: [{ content: '::ffff:192.0.2.25', disabled: false }] } : rrset,
    );
    expect(recordsOf(ZONE, rrsets)).toEqual(records);
    expect(changesBetween(ZONE, rrsets, whole(records))).toEqual([]);
  });
});

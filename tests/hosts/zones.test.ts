import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { canonicalData } from '../../contract/dns/index.ts';
import { type RecordType, sha256Hex, zoneDigestInput } from '../../contract/index.ts';
import { until } from './kit/bench.ts';
import { absent, type Line, openZones, present, recordsIn, type Zones } from './kit/zones.ts';

let host: Zones;
beforeAll(async () => {
  host = await openZones();
});
afterAll(() => host.end());

const EVERY_TYPE: readonly Line[] = [
  ['@', 'A', '192.0.2.1'],
  ['@', 'AAAA', '2001:db8::1'],
  ['@', 'MX', '10 poczta.kazdy.example'],
  ['@', 'TXT', '"v=spf1 mx -all"', 3600],
  ['@', 'TXT', '"dwa" "kawałki"'.normalize().replaceAll('ł', '\\197\\130')],
  ['@', 'CAA', '0 issue "letsencrypt.org"'],
  ['*', 'A', '192.0.2.9'],
  ['_sip._tcp', 'SRV', '10 60 5060 sip.kazdy.example'],
  ['bez-poczty', 'MX', '0 .'],
  ['dziecko', 'NS', 'ns1.dziecko.kazdy.example'],
  ['dziecko', 'NS', 'ns.gdzie.example'],
  ['ns1.dziecko', 'A', '192.0.2.53'],
  ['poczta', 'A', '192.0.2.25'],
  ['poczta', 'AAAA', '::ffff:c000:219'],
  ['www', 'CNAME', 'kazdy.example', 60],
];

/** Data as the Panel makes it of what people type. */
function canonical(type: RecordType, text: string): string {
  const read = canonicalData(type, text, (name) => name);
  if (!read.ok) throw new Error(read.code);
  return read.data;
}

describe('a zone', () => {
  it('is nowhere before, answers at once when it is wanted, and is nowhere again when it is not', async () => {
    expect(await host.dig('nowa.example', 'SOA')).toContain('status: REFUSED');
    await host.submit(present('nowa.example', [['www', 'A', '192.0.2.7']]));
    expect(await host.ask('www.nowa.example', 'A')).toEqual(['192.0.2.7']);
    expect(await host.ask('nowa.example', 'NS')).toEqual(['ns1.klucznik.example.', 'ns2.klucznik.example.']);
    expect((await host.ask('nowa.example', 'SOA'))[0]).toMatch(
      /^ns1\.klucznik\.example\. dns\\\.admin\.klucznik\.example\. \d{10} /,
    );
    await host.submit(absent('nowa.example', 2));
    expect(await host.dig('www.nowa.example', 'A')).toContain('status: REFUSED');
    expect(await host.dns.zones.read('nowa.example')).toBeNull();
    expect(host.reports.at(-1)).toMatchObject({ t: 'ack', principal: 'nowa.example', gen: 2, outcome: 'absent' });
  });

  it('holds records of every type as they were wanted, and says so in the contract’s digest', async () => {
    const records = recordsIn(
      'kazdy.example',
      EVERY_TYPE.map(([name, type, data]) => [name, type, data]),
    );
    const item = { ...present('kazdy.example', []), kind: 'zone' as const, state: { records } };
    await host.submit(item);
    const digest = await sha256Hex(zoneDigestInput({ records }));
    expect(host.reports.at(-1)).toMatchObject({ t: 'ack', outcome: 'present', digest, gen: 1 });
    expect(await host.inventory()).toContainEqual({ kind: 'zone', principal: 'kazdy.example', gen: 1, digest });
    expect(await host.ask('kazdy.example', 'MX')).toEqual(['10 poczta.kazdy.example.']);
    expect(await host.ask('bez-poczty.kazdy.example', 'MX')).toEqual(['0 .']);
    expect(await host.ask('_sip._tcp.kazdy.example', 'SRV')).toEqual(['10 60 5060 sip.kazdy.example.']);
    expect(await host.ask('kazdy.example', 'TXT')).toContain('"dwa" "kawa\\197\\130ki"');
    expect(await host.ask('cokolwiek.kazdy.example', 'A')).toEqual(['192.0.2.9']);
    expect(await host.dig('+norec', 'x.dziecko.kazdy.example', 'A')).toMatch(
      /ns1\.dziecko\.kazdy\.example\.\s+300\s+IN\s+A\s+192\.0\.2\.53/,
    );
  });

  it('holds every byte that a TXT record can hold', async () => {
    const every = Array.from({ length: 256 }, (_, byte) => `\\${String(byte).padStart(3, '0')}`).join('');
    const lines: Line[] = [
      ['@', 'TXT', canonical('TXT', `"${every}" "" "x"`)],
      ['dkim._domainkey', 'TXT', canonical('TXT', `"${'abc'.repeat(300)}"`)],
      ['@', 'CAA', canonical('CAA', '0 iodef "mailto:\\"x\\\\y\\"@ż.pl"')],
    ];
    await host.submit(present('bajty.example', lines));
    expect(host.reports.at(-1)).toMatchObject({ t: 'ack', principal: 'bajty.example', outcome: 'present' });
    expect(await host.ask('bajty.example', 'TXT')).toEqual([lines[0]?.[2]]);
  });

  it('changes only what differs, under a serial that rises, and is as it was after the undo', async () => {
    const before: Line[] = [
      ['@', 'A', '192.0.2.1'],
      ['www', 'CNAME', 'zmiana.example'],
      ['stary', 'TXT', '"x"'],
    ];
    const after: Line[] = [
      ['@', 'A', '192.0.2.2', 60],
      ['@', 'A', '192.0.2.3', 60],
      ['www', 'A', '192.0.2.4'],
      ['stary', 'CNAME', 'zmiana.example'],
    ];
    await host.submit(present('zmiana.example', before));
    const first = await host.serial('zmiana.example');
    await host.submit(present('zmiana.example', after, 2));
    expect(await host.ask('zmiana.example', 'A')).toEqual(['192.0.2.2', '192.0.2.3']);
    expect(await host.ask('www.zmiana.example', 'A'), 'a CNAME gives way to an address').toEqual(['192.0.2.4']);
    expect(await host.ask('stary.zmiana.example', 'CNAME'), 'and the other way round').toEqual(['zmiana.example.']);
    const second = await host.serial('zmiana.example');
    expect(second).toBeGreaterThan(first);
    await host.submit(present('zmiana.example', before, 3));
    expect(await host.ask('zmiana.example', 'A')).toEqual(['192.0.2.1']);
    expect(await host.ask('www.zmiana.example', 'CNAME')).toEqual(['zmiana.example.']);
    expect(await host.ask('stary.zmiana.example', 'TXT')).toEqual(['"x"']);
    const third = await host.serial('zmiana.example');
    expect(third).toBeGreaterThan(second);
    await host.submit(present('zmiana.example', before, 3));
    expect(await host.serial('zmiana.example'), 'nothing differs').toBe(third);
    expect(host.reports.at(-1)).toMatchObject({ outcome: 'present', gen: 3 });
  });

  it('is signed with ECDSA, from its first answer on, and proves what is not there without naming anything else', async () => {
    await host.submit(
      present('podpis.example', [
        ['www', 'A', '192.0.2.7'],
        ['tajne', 'A', '192.0.2.8'],
      ]),
    );
    expect(await host.dig('+dnssec', 'www.podpis.example', 'A')).toMatch(/IN\s+RRSIG\s+A 13 3 /);
    const keys = await host.dns.keys('podpis.example');
    const [ds, ...others] = keys.ok && keys.found.about === 'zone-keys' ? keys.found.ds : [];
    expect(others).toEqual([]);
    expect(ds).toMatch(/^\d+ 13 2 [0-9A-F]{64}$/);
    expect(await host.ask('podpis.example', 'DNSKEY')).toEqual([expect.stringMatching(/^257 3 13 /)]);
    expect(await host.pdnsutil('export-zone-ds', 'podpis.example')).toContain((ds ?? '').toLowerCase());
    const denial = await host.dig('+dnssec', 'nie-ma.podpis.example', 'A');
    expect(denial).toMatch(/status: NXDOMAIN/);
    expect(denial).toMatch(/IN\s+NSEC3\s+1 0 0 - /);
    for (const name of ['www', 'tajne']) {
      const hash = (await host.pdnsutil('hash-zone-record', 'podpis.example', `${name}.podpis.example`)).trim();
      expect(hash).toMatch(/^[0-9a-v]{32}$/);
      expect(denial.toLowerCase()).not.toContain(hash);
    }
    expect(await host.pdnsutil('check-zone', 'podpis.example')).toContain('0 errors');
    expect(await host.dns.keys('obca.example')).toEqual({ ok: true, found: { about: 'zone-keys', ds: [] } });
  });

  it('keeps its keys through changes, so that the DS at the registry stays right', async () => {
    await host.submit(present('klucze.example', [['www', 'A', '192.0.2.7']]));
    const before = await host.dns.zones.ds('klucze.example');
    await host.submit(present('klucze.example', [['www', 'A', '192.0.2.8']], 2));
    expect(before).toHaveLength(1);
    expect(await host.dns.zones.ds('klucze.example')).toEqual(before);
  });

  it('cannot be copied by anybody', async () => {
    await host.submit(present('kopia.example', [['tajne', 'A', '192.0.2.7']]));
    const copy = await host.dig('kopia.example', 'AXFR');
    expect(copy).toContain('Transfer failed');
    expect(copy).not.toContain('192.0.2.7');
  });
});

describe('zones that are not ours', () => {
  it('are neither changed nor deleted nor counted', async () => {
    await host.pdnsutil('create-zone', 'obca.example', 'ns.obca.example');
    await host.pdnsutil('add-record', 'obca.example', 'www', 'A', '198.51.100.1');
    const before = await host.pdnsutil('list-zone', 'obca.example');
    expect(await host.dns.zones.read('obca.example')).toBe('foreign');
    await host.submit(present('obca.example', [['www', 'A', '192.0.2.7']]));
    const told = host.reports.filter((report) => 'principal' in report && report.principal === 'obca.example');
    expect(told.at(-1)).toMatchObject({ t: 'fail', fault: 'unexpected' });
    expect(await host.dns.zones.apply('obca.example', 5, { records: [] })).toEqual({ ok: false, fault: 'unexpected' });
    expect(await host.dns.zones.remove('obca.example')).toEqual({ ok: true });
    expect(await host.pdnsutil('list-zone', 'obca.example')).toBe(before);
    expect((await host.inventory()).map(({ principal }) => principal)).not.toContain('obca.example');
  });
});

describe('a zone that somebody changed behind our back', () => {
  it('is put right within moments', async () => {
    await host.submit(present('cudze-rece.example', [['www', 'A', '192.0.2.7']]));
    await host.pdnsutil('replace-rrset', 'cudze-rece.example', 'www', 'A', '300', '203.0.113.66');
    await host.pdnsutil('add-record', 'cudze-rece.example', 'obce', 'TXT', '"x"');
    await host.pdnsutil('increase-serial', 'cudze-rece.example');
    await until(async () => ((await host.ask('www.cudze-rece.example', 'A')).includes('192.0.2.7') ? true : null));
    expect(await host.ask('www.cudze-rece.example', 'A')).toEqual(['192.0.2.7']);
    expect(await host.ask('obce.cudze-rece.example', 'TXT')).toEqual([]);
  });

  it('is signed again, and gets its name servers and SOA back', async () => {
    await host.submit(present('bez-podpisu.example', [['www', 'A', '192.0.2.7']]));
    await host.pdnsutil('disable-dnssec', 'bez-podpisu.example');
    await host.forget('bez-podpisu.example');
    await host.pdnsutil('replace-rrset', 'bez-podpisu.example', '@', 'NS', '300', 'ns.zlodziej.example');
    const [found] = (await host.inventory()).filter(({ principal }) => principal === 'bez-podpisu.example');
    const records = recordsIn('bez-podpisu.example', [['www', 'A', '192.0.2.7']]);
    expect(found?.digest).not.toBe(await sha256Hex(zoneDigestInput({ records })));
    await host.submit(present('bez-podpisu.example', [['www', 'A', '192.0.2.7']]));
    expect(host.reports.at(-1)).toMatchObject({ outcome: 'present' });
    expect(await host.ask('bez-podpisu.example', 'NS')).toEqual(['ns1.klucznik.example.', 'ns2.klucznik.example.']);
    expect(await host.dns.zones.ds('bez-podpisu.example')).toHaveLength(1);
  });
});

describe('when PowerDNS', () => {
  it('refuses a record, all stays as it was and its words are told to nobody', async () => {
    await host.submit(present('zla.example', [['www', 'A', '192.0.2.7']]));
    const records = recordsIn('zla.example', [
      ['www', 'A', '192.0.2.8'],
      ['zly', 'A', 'tajny-adres'],
    ]);
    const refusal = await host.dns.zones.apply('zla.example', 2, { records }).catch((error: unknown) => String(error));
    expect(refusal).toBe('PowerdnsError: PowerDNS: PATCH /zones/zla.example.: 422');
    expect(await host.ask('www.zla.example', 'A')).toEqual(['192.0.2.7']);
    expect(await host.dns.zones.read('zla.example')).toMatchObject({ gen: 1 });
  });

  it('has no room on its disk, all stays as it was, and the change is made once there is room', async () => {
    const full = await openZones({ diskMegabytes: 8 });
    try {
      await full.submit(present('pelna.example', [['www', 'A', '192.0.2.7']]));
      const filling = join(full.powerdns.paths.own, 'filling');
      await expect(writeFile(filling, Buffer.alloc(16 * 2 ** 20))).rejects.toThrow('ENOSPC');
      const lines = Array.from({ length: 9000 }, (_, at): Line => [`h${at}`, 'A', '192.0.2.8']);
      await full.submit(present('pelna.example', lines, 2));
      await full.submit(present('pelniejsza.example', lines));
      for (const principal of ['pelna.example', 'pelniejsza.example'])
        expect(full.reports).toContainEqual(expect.objectContaining({ t: 'fail', principal, fault: 'disk-full' }));
      expect(await full.ask('www.pelna.example', 'A')).toEqual(['192.0.2.7']);
      expect(await full.ask('h1.pelna.example', 'A')).toEqual([]);
      await rm(filling);
      const applied = (name: string, gen: number) =>
        until(() => full.reports.find((said) => said.t === 'ack' && said.principal === name && said.gen === gen) ?? null);
      await applied('pelniejsza.example', 1);
      await applied('pelna.example', 2);
      expect(await full.ask('h1.pelniejsza.example', 'A')).toEqual(['192.0.2.8']);
    } finally {
      await full.end();
    }
  });

  it('is down, the change waits for it', async () => {
    await host.submit(present('cicho.example', [['www', 'A', '192.0.2.7']]));
    await host.powerdns.kill();
    await host.submit(present('cicho.example', [['www', 'A', '192.0.2.8']], 2));
    expect(host.reports.at(-1)).toMatchObject({ t: 'fail', gen: 2, fault: 'service-unavailable' });
    await host.restart();
    await until(
      () => host.reports.find((report) => report.t === 'ack' && report.principal === 'cicho.example' && report.gen === 2) ?? null,
    );
    expect(await host.ask('www.cicho.example', 'A')).toEqual(['192.0.2.8']);
  });

  it('made only the name of a zone before it died, the zone is made whole', async () => {
    await host.pdnsutil('create-zone', 'polowa.example');
    await host.pdnsutil('set-account', 'polowa.example', 'klucznik');
    await host.pdnsutil('delete-rrset', 'polowa.example', '@', 'SOA').catch(() => {});
    await host.submit(present('polowa.example', [['www', 'A', '192.0.2.7']]));
    expect(host.reports.at(-1)).toMatchObject({ principal: 'polowa.example', outcome: 'present' });
    expect(await host.dns.zones.ds('polowa.example')).toHaveLength(1);
  });
});

it('ten thousand records are applied in seconds, and so is a change of one of them', async () => {
  const lines = (changed: string): Line[] =>
    Array.from({ length: 10_000 }, (_, at) => [`h${at}`, 'A', at === 5000 ? changed : `10.0.${at >> 8}.${at & 255}`] as const);
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    return performance.now() - began;
  };
  const whole = await timed(() => host.submit(present('duza.example', lines('192.0.2.1'))));
  expect(host.reports.at(-1)).toMatchObject({ principal: 'duza.example', outcome: 'present' });
  const one = await timed(() => host.submit(present('duza.example', lines('192.0.2.2'), 2)));
  expect(host.reports.at(-1)).toMatchObject({ principal: 'duza.example', outcome: 'present', gen: 2 });
  expect(await host.ask('h5000.duza.example', 'A')).toEqual(['192.0.2.2']);
  const gone = await timed(() => host.submit(absent('duza.example', 3)));
  const times = JSON.stringify({ whole, one, gone });
  expect(whole, times).toBeLessThan(20_000);
  expect(one, times).toBeLessThan(20_000);
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROUTES, sha256Hex, zoneDigestInput } from '../../contract/index.ts';
import { DEMO_IDS } from '../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../demo/people.ts';
import type { ApiClient } from '../support/api-client.ts';
import { mustRun, startPowerdns } from '../support/hosting/index.ts';
import { type Stage, signIn, startStage, waitFor } from '../support/stage/index.ts';
import { type Line, recordsIn } from './kit/zones.ts';

const dir = mkdtempSync(join(tmpdir(), 'klucznik-zones-'));
const params = { serviceId: DEMO_IDS.domainA };
let stage: Stage;
let owner: ApiClient;
let delegate: ApiClient;
beforeAll(async () => {
  stage = await startStage({ dir, serves: { dns: true } });
  owner = await signIn(stage.edge, PEOPLE.ownerA.email, DEMO_PASSWORD);
  delegate = await signIn(stage.edge, PEOPLE.ownerB.email, DEMO_PASSWORD);
  for (const person of [owner, delegate]) await person.call('stepUp', { body: { password: DEMO_PASSWORD } });
});
afterAll(async () => {
  await stage.stop();
  rmSync(dir, { recursive: true, force: true });
});

const dig = async (...words: string[]) =>
  (await mustRun('dig', ['@127.0.0.1', '-p', String(stage.hosting?.powerdns?.port), '+tries=1', ...words])).trim();
const zone = async (reader = owner) =>
  ROUTES.readZone.responses[200].content['application/json'].schema.parse(
    await (await reader.call('readZone', { params })).json(),
  );
const applied = () => waitFor('the name server to confirm', async () => (await zone()).state === 'applied');
const changed = async (answer: Response) => {
  expect(answer.status).toBe(200);
  const change = ROUTES.changeZone.responses[200].content['application/json'].schema.parse(await answer.json());
  await applied();
  return change;
};

it('records changed in the Panel are seen by dig, signed, and are gone again after the undo', async () => {
  expect(await dig('www.zielnik.example', 'A')).toContain('status: REFUSED');
  const { version } = await zone();
  const add = [
    { name: 'www', type: 'A', ttl: 300, data: '192.0.2.7' },
    { name: 'żółw', type: 'TXT', ttl: 300, data: 'powoli, ale "do celu"' },
  ];
  const change = await changed(await owner.call('changeZone', { params, body: { version, remove: [], add } }));
  expect(await dig('+short', 'www.zielnik.example', 'A')).toBe('192.0.2.7');
  expect(await dig('+short', 'xn--w-uga1v8h.zielnik.example', 'TXT')).toBe('"powoli, ale \\"do celu\\""');
  expect(await dig('+dnssec', 'www.zielnik.example', 'A')).toMatch(/IN\s+RRSIG\s+A 13 /);
  const after = await zone();
  expect(after.ds).toEqual([expect.stringMatching(/^\d+ 13 2 [0-9A-F]{64}$/)]);
  expect(after.nameservers).toEqual(['ns1.klucznik.example', 'ns2.klucznik.example']);
  await changed(await owner.call('undoZoneChange', { params: { ...params, changeId: change.id } }));
  expect(await dig('www.zielnik.example', 'A')).toContain('status: NXDOMAIN');
});

it('what another client changes is seen while the domain is theirs to manage, and what they try before and after is not', async () => {
  const record = (data: string) => ({ name: 'opieka', type: 'A', ttl: 300, data });
  const { version } = await zone();
  const change = (add: object[], at = version) => delegate.call('changeZone', { params, body: { version: at, remove: [], add } });
  const ask = () => dig('+short', 'opieka.zielnik.example', 'A');
  expect((await change([record('192.0.2.66')])).status).toBe(404);
  const offer = await owner.call('offerDelegation', { params, body: { clientNumber: '100200', notAfter: null } });
  expect(offer.status).toBe(201);
  const { id: grantId } = ROUTES.offerDelegation.responses[201].content['application/json'].schema.parse(await offer.json());
  expect((await change([record('192.0.2.66')])).status, 'not accepted yet').toBe(404);
  expect((await delegate.call('acceptDelegation', { params: { grantId } })).status).toBe(200);
  await changed(await change([record('192.0.2.8')]));
  expect(await ask()).toBe('192.0.2.8');
  const { version: last } = await zone(delegate);
  expect((await owner.call('revokeGrant', { params: { grantId } })).status).toBe(200);
  expect((await change([record('192.0.2.66')], last)).status, 'taken back').toBe(404);
  expect(await ask(), 'what was changed stays').toBe('192.0.2.8');
  expect(await dig('+dnssec', 'opieka.zielnik.example', 'A')).toMatch(/IN\s+RRSIG\s+A 13 /);
});

it('a file of ten thousand records is imported, and arrives', async () => {
  const { version } = await zone();
  const text = Array.from({ length: 10_000 }, (_, at) => `h${at} 300 IN A 10.0.${at >> 8}.${at & 255}`).join('\n');
  await changed(await owner.call('importZone', { params, body: { version, text, mode: 'replace' } }));
  expect(await dig('+short', 'h9999.zielnik.example', 'A')).toBe('10.0.39.15');
});

/** As BIND writes it and people edit it: names left out, brackets, relative names, times in words. */
const FOREIGN = `$ORIGIN .
$TTL 86400	; 1 day
sklep-zielnik.example	IN SOA	ns1.stary.example. hostmaster.stary.example. (
				2026112201 ; serial
				10800 900 604800 86400 )
			NS	ns1.stary.example.
			A	192.0.2.10
			MX	10 poczta.sklep-zielnik.example.
			MX	20 zapas.stary.example.
			TXT	"v=spf1 mx -all" ; with; semicolons
			CAA	0 issue "letsencrypt.org"
$ORIGIN sklep-zielnik.example.
$TTL 300
*			A	192.0.2.99
_sip._tcp		SRV	10 5 5060 sip.stary.example.
dzial			NS	ns.dzial
ns.dzial		AAAA	2001:DB8::1
klucz._domainkey	TXT	( "v=DKIM1; k=rsa; "
				"p=MIGf \\"cytat\\" \\195\\179" )
poczta		1h	IN A	192.0.2.25
WWW			CNAME	sklep-zielnik.example.
`;

it('a file of another program makes the zone that it makes there, and so does our file of that zone', async () => {
  const shop = { serviceId: DEMO_IDS.domainA2 };
  const name = 'sklep-zielnik.example';
  const other = await startPowerdns({ dir: join(dir, 'other') });
  /** What a zone says, as PowerDNS lists it; without its servers, its signatures, and how addresses are spelt. */
  const listing = async (own: string) =>
    (await mustRun('pdnsutil', [`--config-dir=${own}`, 'list-zone', name]))
      .split('\n')
      .filter((line) => /\sIN\s/.test(line) && !/\sIN\s(SOA|NS\s+ns\d\.(stary|klucznik)\.)/.test(line))
      .map((line) => (/\sAAAA\s/.test(line) ? line.toLowerCase().replace('in\taaaa', 'IN\tAAAA') : line))
      .sort();
  const loaded = async (text: string) => {
    const file = join(dir, 'zone-file');
    writeFileSync(file, text);
    await mustRun('pdnsutil', [`--config-dir=${other.paths.own}`, 'load-zone', name, file]);
    return listing(other.paths.own);
  };
  try {
    const there = await loaded(FOREIGN);
    expect(there).toHaveLength(12);
    const imported = await owner.call('importZone', { params: shop, body: { version: 0, text: FOREIGN, mode: 'replace' } });
    expect(imported.status).toBe(200);
    await waitFor('the name server to confirm', async () => {
      const answer = await owner.call('readZone', { params: shop });
      return ROUTES.readZone.responses[200].content['application/json'].schema.parse(await answer.json()).state === 'applied';
    });
    expect(await listing(stage.hosting?.powerdns?.paths.own ?? '')).toEqual(there);
    const exported = await (await owner.call('exportZone', { params: shop })).text();
    expect(await loaded(exported)).toEqual(there);
  } finally {
    await other.stop();
  }
});

it('many large zones that an agent missed arrive, and so does a change made meanwhile', async () => {
  const { edge, agent } = stage;
  const names = Array.from({ length: 20 }, (_, at) => `duza${at}.example`);
  await agent?.stop();
  for (const name of names) {
    const records = recordsIn(
      name,
      Array.from({ length: 10_000 }, (_, at): Line => [`h${at}`, 'A', `10.0.${at >> 8}.${at & 255}`]),
    );
    await edge.db
      .prepare(
        `INSERT INTO service (id, account_id, kind, name, host_id, tree)
         SELECT ?1, account_id, kind, ?1, host_id, ?1 FROM service WHERE id = ?2`,
      )
      .bind(name, DEMO_IDS.domainA)
      .run();
    await edge.db
      .prepare(
        `INSERT INTO zone (service_id, account_id, host_id, name, gen, wanted, size, digest, op)
         SELECT id, account_id, host_id, name, 1, ?2, ?3, ?4, 'planted' FROM service WHERE id = ?1`,
      )
      .bind(name, JSON.stringify({ records }), records.length, await sha256Hex(zoneDigestInput({ records })))
      .run();
  }
  await agent?.restart();
  const { version } = await zone();
  const add = [{ name: 'obok', type: 'A', ttl: 300, data: '192.0.2.77' }];
  expect((await owner.call('changeZone', { params, body: { version, remove: [], add } })).status).toBe(200);
  const left = async () =>
    (await edge.db.prepare('SELECT count(*) AS n FROM zone WHERE acked_gen < gen').first<{ n: number }>())?.n;
  await waitFor('all zones to be confirmed', async () => (await left()) === 0, { ms: 120_000, every: 250 });
  expect(await dig('+short', 'obok.zielnik.example', 'A')).toBe('192.0.2.77');
  expect(await dig('+short', 'h9999.duza19.example', 'A')).toBe('10.0.39.15');
}, 180_000);

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ROUTES } from '../../contract/index.ts';
import { DEMO_IDS } from '../../demo/data.ts';
import { DEMO_PASSWORD, PEOPLE } from '../../demo/people.ts';
import type { ApiClient } from '../support/api-client.ts';
import { mustRun } from '../support/hosting/index.ts';
import { type Stage, signIn, startStage, waitFor } from '../support/stage/index.ts';

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

import { DEMO_IDS } from '../demo/data.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import type { Meter } from './meter.ts';

const CLIENT_B = '100200';
const params = { serviceId: DEMO_IDS.domainA2 };
const idOf = (answer: string) => (JSON.parse(answer) as { id: string }).id;

/** Passes a domain to another client, who changes its records, and takes it back. Another offer is refused. */
export async function changeDomains(meter: Meter, owner: ApiClient, other: ApiClient): Promise<void> {
  await owner.call('importZone', { params, body: { version: await versionOf(owner), text: manyRecords(), mode: 'replace' } });
  await meter.call(owner, 'listDomains');
  const offer = { params, body: { clientNumber: CLIENT_B, notAfter: null } };
  const grantId = idOf(await meter.call(owner, 'offerDelegation', offer));
  await meter.call(other, 'listDelegations');
  await meter.call(other, 'acceptDelegation', { params: { grantId } });
  await changeRecords(meter, other);
  await meter.call(owner, 'revokeGrant', { params: { grantId } }, ', of a domain');
  const second = idOf(await (await owner.call('offerDelegation', offer)).text());
  await meter.call(other, 'refuseDelegation', { params: { grantId: second } });
}

/** Everything that can be done to records, by another client than the owner. */
async function changeRecords(meter: Meter, client: ApiClient): Promise<void> {
  await meter.call(client, 'readZone', { params, query: { limit: '50' } }, ', 50 of 10,000');
  const text = 'z-pliku 3600 IN A 192.0.2.1';
  const add = [{ name: 'reczny', type: 'A', ttl: 3600, data: '192.0.2.2' }];
  const act = async () => ({ params, body: { version: await versionOf(client), remove: [], add } });
  const file = async () => ({ params, body: { version: await versionOf(client), text, mode: 'merge' } });
  await meter.call(client, 'previewZone', await act());
  const changeId = idOf(await meter.call(client, 'changeZone', await act()));
  await meter.call(client, 'previewZoneFile', await file());
  await meter.call(client, 'importZone', await file());
  await meter.call(client, 'listZoneChanges', { params, query: { limit: '5' } }, ', 5');
  await meter.call(client, 'undoZoneChange', { params: { ...params, changeId } });
  await meter.call(client, 'exportZone', { params });
}

const versionOf = async (client: ApiClient) =>
  ((await (await client.call('readZone', { params, query: { limit: '1' } })).json()) as { version: number }).version;

const manyRecords = () =>
  Array.from({ length: 10_000 }, (_, at) => `host-${at} ${(Date.now() % 1000) + 100} IN A 192.0.2.${at % 256}`).join('\n');

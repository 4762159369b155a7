import { env } from 'cloudflare:test';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type {
  AuditEntry,
  DelegationView,
  DomainView,
  GrantView,
  TypedRecord,
  ZoneChangeView,
  ZonePreview,
  ZoneView,
} from '../../contract/index.ts';
import type { ApiClient } from '../support/api-client.ts';
import { aHost, anAccount } from '../support/build/index.ts';
import { planted, signedIn } from '../support/in-worker.ts';
import { ScriptedAgent } from '../support/scripted-agent.ts';
import { fieldsOf, mailIsOut, problem } from './road.ts';

/*
 * One domain, its owner and another client who manages it, between the API, the tables and the name server's agent.
 */

let owner: ApiClient;
let delegate: ApiClient;
let stranger: ApiClient;
let agent: ScriptedAgent;
let made = 0;
/** A fresh domain of the owner's for each test. */
let params: { serviceId: string };
let domain: string;

beforeAll(async () => {
  await planted(
    aHost({ id: 'dns' }),
    await anAccount({ id: 'a1', clientNumber: '1001', name: 'Alfa' }).withOwner({ name: 'Anna', email: 'anna@alfa.test' }).rows(),
    await anAccount({ id: 'b1', clientNumber: '1002', name: 'Beta' })
      .withOwner({ name: 'Bogdan', email: 'bogdan@beta.test' })
      .with('user', { email: 'ula@beta.test' })
      .rows(),
    await anAccount({ id: 'c1', clientNumber: '1003' }).withOwner({ email: 'celina@gamma.test' }).rows(),
  );
  agent = await ScriptedAgent.enrolled('dns');
  await agent.connect();
});
beforeEach(async () => {
  made += 1;
  domain = `domena${made}.test`;
  params = { serviceId: `d${made}` };
  await env.DB.prepare("INSERT INTO service (id, account_id, kind, name, host_id, tree) VALUES (?, 'a1', 'domain', ?, 'dns', ?)")
    .bind(params.serviceId, domain, domain)
    .run();
  // Each test has its own people at the door, so that nobody has to wait for another test's guesses.
  [owner, delegate, stranger] = (await Promise.all(
    ['anna@alfa.test', 'bogdan@beta.test', 'celina@gamma.test'].map((email) => signedIn(email)),
  )) as [ApiClient, ApiClient, ApiClient];
});

const a = (name: string, data: string, ttl = 3600): TypedRecord => ({ name, type: 'A', ttl, data });
const change = (who: ApiClient, version: number, act: { add?: object[]; remove?: object[] }, key?: string) =>
  who.call('changeZone', { params, body: { version, remove: [], add: [], ...act }, ...(key ? { key } : {}) });
const read = async (who: ApiClient, query: Record<string, string> = {}) =>
  (await who.call('readZone', { params, query })).json<ZoneView>();
const linesOf = ({ records }: Pick<ZoneView, 'records'>) => records.map(({ name, type, data }) => `${name} ${type} ${data}`);
const offer = async (clientNumber = '1002', notAfter: number | null = null) =>
  (await owner.call('offerDelegation', { params, body: { clientNumber, notAfter } })).json<GrantView>();
const delegated = async (notAfter: number | null = null): Promise<string> => {
  const { id } = await offer('1002', notAfter);
  const accepted = await delegate.call('acceptDelegation', { params: { grantId: id } });
  expect(accepted.status).toBe(200);
  return id;
};
const newestLetter = async (to: string) => {
  await mailIsOut();
  return env.DB.prepare('SELECT subject FROM sent_message WHERE recipient = ? ORDER BY id DESC LIMIT 1')
    .bind(to)
    .first('subject');
};
const audit = async () => (await (await owner.call('listAudit')).json<{ entries: AuditEntry[] }>()).entries;

describe('the records of a domain', () => {
  test('are none at first, and then those that were added', async () => {
    expect(await read(owner)).toMatchObject({
      version: 0,
      state: 'applied',
      total: 0,
      nameservers: ['ns1.serwer.test', 'ns2.serwer.test'],
    });
    const response = await change(owner, 0, { add: [a('www', '192.0.2.1'), { ...a('@', '10 www'), type: 'MX' }] });
    expect(response.status).toBe(200);
    expect(await response.json<ZoneChangeView>()).toMatchObject({
      by: 'Anna',
      byDelegate: false,
      undoable: true,
      counts: { added: 2, removed: 0 },
    });
    const zone = await read(owner);
    expect(zone).toMatchObject({ version: 1, state: 'pending', as: 'owner' });
    expect(linesOf(zone)).toEqual([`${domain} MX 10 www.${domain}`, `www.${domain} A 192.0.2.1`]);
  });

  test('go to the name server whole, which confirms them and names its keys', async () => {
    await change(owner, 0, { add: [a('www', '192.0.2.1')] });
    const told = await agent.toldOf(domain, 1);
    expect(told).toMatchObject({ kind: 'zone', state: { records: [{ name: `www.${domain}`, ttl: 3600 }] } });
    agent.ds = ['12345 13 2 ABCD'];
    await agent.acknowledge(told);
    await vi.waitFor(async () => expect(await read(owner)).toMatchObject({ state: 'applied', ds: ['12345 13 2 ABCD'] }));
    expect(await read(owner, { search: 'www' })).toMatchObject({ ds: null, total: 1 });
  });

  test('that the name server cannot take are told of, until it can', async () => {
    await change(owner, 0, { add: [a('www', '192.0.2.1')] });
    const told = await agent.toldOf(domain, 1);
    agent.say({ t: 'fail', kind: 'zone', principal: domain, gen: 1, fault: 'disk-full' });
    await vi.waitFor(async () => expect(await read(owner)).toMatchObject({ problem: 'disk-full', state: 'pending' }));
    await agent.acknowledge(told);
    await vi.waitFor(async () => expect(await read(owner)).toMatchObject({ problem: null, state: 'applied' }));
    expect((await audit()).slice(0, 2).map(({ action }) => action)).toEqual(['zone.healed', 'zone.problem']);
  });

  test('are wanted anew under a higher gen where the tables were restored', async () => {
    await change(owner, 0, { add: [a('www', '192.0.2.1')] });
    agent.disconnect();
    await agent.connect([{ kind: 'zone', principal: domain, gen: 7, digest: 'a'.repeat(64) }]);
    expect(await agent.toldOf(domain, 8)).toMatchObject({ gen: 8, state: { records: [{ name: `www.${domain}` }] } });
    expect(await read(owner)).toMatchObject({ version: 8 });
  });

  test('are told beside each field what speaks against them, and nothing is changed', async () => {
    const act = { add: [a('a b', '192.0.2.1'), a('www', 'nic')] };
    const response = await change(owner, 0, act);
    const { fields } = await problem(response);
    expect(response.status).toBe(422);
    expect(fields.map(({ field, code }) => `${field}: ${code}`)).toEqual([
      'add.0.name: name-invalid',
      'add.1.data: address-is-name',
    ]);
    const preview = await owner.call('previewZone', { params, body: { version: 0, remove: [], ...act } });
    expect((await preview.json<ZonePreview>()).findings).toHaveLength(2);
    expect(await read(owner)).toMatchObject({ version: 0, total: 0 });
  });

  test('are shown before and after, and the preview changes nothing', async () => {
    await change(owner, 0, { add: [a('www', '192.0.2.1')] });
    const { records } = await read(owner);
    const body = { version: 1, remove: records, add: [a('www', '10.0.0.1', 300)] };
    const preview = await (await owner.call('previewZone', { params, body })).json<ZonePreview>();
    expect(preview).toMatchObject({
      version: 1,
      removed: records,
      added: [{ name: `www.${domain}`, ttl: 300, data: '10.0.0.1' }],
    });
    expect(preview.findings.map(({ code }) => code)).toEqual(['private-address']);
    expect((await read(owner)).records).toEqual(records);
  });

  test('cannot be overwritten from another tab, nor changed into what they are', async () => {
    await change(owner, 0, { add: [a('www', '192.0.2.1')] });
    expect((await problem(await change(owner, 0, { add: [a('ftp', '192.0.2.1')] }))).code).toBe('zone-changed');
    const { records } = await read(owner);
    expect((await problem(await change(owner, 1, { remove: records, add: [a('www', '192.0.2.1')] }))).code).toBe('zone-same');
    expect((await problem(await change(owner, 1, { remove: [{ ...records[0], ttl: 60 }] }))).code).toBe('zone-changed');
  });

  test('of fifty changes at once on one version take exactly one', async () => {
    const all = await Promise.all(Array.from({ length: 50 }, (_, at) => change(owner, 0, { add: [a(`h${at}`, '192.0.2.1')] })));
    expect(all.map(({ status }) => status).sort()).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
    expect(await read(owner)).toMatchObject({ version: 1, total: 1 });
  });

  test('are changed once by a request that is repeated, also when its answer was lost', async () => {
    const first = await (await change(owner, 0, { add: [a('www', '192.0.2.1')] }, 'ten-sam')).text();
    await env.DB.prepare('DELETE FROM idempotency').run();
    const again = await change(owner, 0, { add: [a('www', '192.0.2.1')] }, 'ten-sam');
    expect([again.status, await again.text()]).toEqual([200, first]);
    expect(await read(owner)).toMatchObject({ version: 1 });
  });

  test('are found by a search and come in pages', async () => {
    await change(owner, 0, { add: Array.from({ length: 25 }, (_, at) => a(`h${at}`, `192.0.2.${at}`)) });
    const first = await read(owner, { limit: '10' });
    const second = await read(owner, { limit: '10', after: first.next ?? '' });
    const third = await read(owner, { limit: '10', after: second.next ?? '' });
    expect([first.records.length, second.records.length, third.records.length, third.next]).toEqual([10, 10, 5, null]);
    expect(new Set([first, second, third].flatMap(linesOf)).size).toBe(25);
    expect(linesOf(await read(owner, { search: '2.24' }))).toEqual([`h24.${domain} A 192.0.2.24`]);
  });
});

describe('the history of a domain', () => {
  const history = async (who = owner) =>
    (await (await who.call('listZoneChanges', { params })).json<{ changes: ZoneChangeView[] }>()).changes;
  const undo = (who: ApiClient, changeId: string) => who.call('undoZoneChange', { params: { ...params, changeId } });

  test('says who changed what, and lets it be undone and done again', async () => {
    const { id } = await (await change(owner, 0, { add: [a('www', '192.0.2.1')] })).json<ZoneChangeView>();
    const undone = await (await undo(owner, id)).json<ZoneChangeView>();
    expect(undone).toMatchObject({ undoes: id, counts: { removed: 1, added: 0 } });
    expect(await read(owner)).toMatchObject({ version: 2, total: 0 });
    expect((await history()).map((one) => [one.undone, one.undoable])).toEqual([
      [false, true],
      [true, false],
    ]);
    await undo(owner, undone.id);
    expect(linesOf(await read(owner))).toEqual([`www.${domain} A 192.0.2.1`]);
    expect((await history()).map((one) => [one.undone, one.undoable])).toEqual([
      [false, true],
      [true, false],
      [false, true],
    ]);
    expect((await audit())[0]).toMatchObject({ sentence: `Cofnięta zmiana w DNS. Domena: ${domain}. Dodane rekordy: 1.` });
  });

  test('refuses to undo what somebody has changed since, and only that', async () => {
    const first = await (await change(owner, 0, { add: [a('www', '192.0.2.1')] })).json<ZoneChangeView>();
    const second = await (await change(owner, 1, { add: [a('ftp', '192.0.2.1')] })).json<ZoneChangeView>();
    const { records } = await read(owner, { search: 'www' });
    await change(owner, 2, { remove: records, add: [a('www', '192.0.2.2')] });
    expect((await problem(await undo(owner, first.id))).code).toBe('zone-undo-late');
    expect((await undo(owner, second.id)).status).toBe(200);
    expect(linesOf(await read(owner))).toEqual([`www.${domain} A 192.0.2.2`]);
    expect((await undo(owner, 'nie-ma')).status).toBe(404);
  });
});

describe('a zone file', () => {
  const importing = (version: number, text: string, mode = 'merge', who = owner) =>
    who.call('importZone', { params, body: { version, text, mode } });

  test('is imported, with what is left out and why, and exported again', async () => {
    const text = '$TTL 600\n@ IN SOA ns1 hostmaster 1 2 3 4 5\n@ NS ns1.stary.test.\nwww A 192.0.2.1\n  TXT "raz" "dwa"\n';
    const preview = await (
      await owner.call('previewZoneFile', { params, body: { version: 0, text, mode: 'replace' } })
    ).json<ZonePreview>();
    expect(preview.counts).toEqual({ removed: 0, added: 2 });
    expect(preview.skipped.map(({ line }) => line)).toEqual([2, 3]);
    expect((await importing(0, text)).status).toBe(200);
    const file = await (await owner.call('exportZone', { params })).text();
    expect(file).toContain(`$ORIGIN ${domain}.`);
    expect(file).toContain('www\t600\tIN\tTXT\t"raz" "dwa"');
    expect((await problem(await importing(1, file, 'replace'))).code).toBe('zone-same');
  });

  test('adds to the records, or takes their place', async () => {
    await change(owner, 0, { add: [a('stary', '192.0.2.9')] });
    await importing(1, 'www 3600 A 192.0.2.1');
    expect(linesOf(await read(owner))).toEqual([`stary.${domain} A 192.0.2.9`, `www.${domain} A 192.0.2.1`]);
    await importing(2, 'nowy 3600 A 192.0.2.2', 'replace');
    expect(linesOf(await read(owner))).toEqual([`nowy.${domain} A 192.0.2.2`]);
  });

  test('that could not be served is refused whole, each record by its name', async () => {
    const response = await importing(0, 'www 3600 A 192.0.2.1\nwww 3600 CNAME beta.test.\n');
    const { fields } = await problem(response);
    expect(fields).toEqual([{ field: 'text', code: 'cname-beside', message: expect.stringContaining(`www.${domain}`) }]);
    expect(await read(owner)).toMatchObject({ total: 0 });
  });

  test('of 10,000 records is imported, read by pages, changed and undone', async () => {
    const text = Array.from({ length: 10_000 }, (_, at) => `host-${at} 3600 IN A 192.0.2.${at % 256}`).join('\n');
    const imported = await (await importing(0, text)).json<ZoneChangeView>();
    expect(imported).toMatchObject({ counts: { added: 10_000 }, undoable: true });
    expect(imported.added).toHaveLength(200);
    const page = await read(owner, { after: '9990', limit: '50' });
    expect([page.total, page.records.length, page.next]).toEqual([10_000, 10, null]);
    await change(owner, 1, { add: [a('www', '192.0.2.1')], remove: page.records });
    const replaced = await (await importing(2, text.replaceAll('3600', '300'), 'replace')).json<ZoneChangeView>();
    expect(replaced).toMatchObject({ counts: { removed: 9991, added: 10_000 } });
    const { changes } = await (await owner.call('listZoneChanges', { params })).json<{ changes: ZoneChangeView[] }>();
    expect(changes.map(({ added, undoable }) => [added.length, undoable])).toEqual([
      [0, true],
      [1, false],
      [0, false],
    ]);
    expect((await owner.call('undoZoneChange', { params: { ...params, changeId: replaced.id } })).status).toBe(200);
    expect(await read(owner)).toMatchObject({ version: 4, total: 9991 });
    const told = await agent.toldOf(domain, 4);
    expect(told.kind === 'zone' && told.state?.records).toHaveLength(9991);
  });
});

describe('the management of a domain', () => {
  test('is offered by number, begins with a yes, and ownership stays', async () => {
    const grant = await offer(' 10 02 ');
    expect(grant).toMatchObject({ state: 'requested', grantee: { name: 'Klient nr 1002', email: '' }, spec: { to: '1002' } });
    expect(await newestLetter('bogdan@beta.test')).toBe(`Propozycja zarządzania domeną ${domain}`);
    expect((await delegate.call('readZone', { params })).status).toBe(404);
    const { delegations } = await (await delegate.call('listDelegations')).json<{ delegations: DelegationView[] }>();
    expect(delegations.find(({ grantId }) => grantId === grant.id)).toMatchObject({
      domain,
      state: 'requested',
      from: { person: 'Anna', account: 'Alfa' },
    });
    const accepted = await delegate.call('acceptDelegation', { params: { grantId: grant.id } });
    expect(await accepted.json<DelegationView>()).toMatchObject({ state: 'active' });
    expect(await newestLetter('anna@alfa.test')).toBe(`Domeną ${domain} zarządza inny klient`);
    const of = async (who: ApiClient) =>
      (await (await who.call('listDomains')).json<{ domains: DomainView[] }>()).domains.find((one) => one.domain === domain);
    expect(await of(owner)).toMatchObject({ as: 'owner', other: { name: 'Klient nr 1002', state: 'active' } });
    expect(await of(delegate)).toMatchObject({ as: 'delegate', other: { name: 'Alfa' } });
    expect(await of(stranger)).toBeUndefined();
  });

  test('lets the other client read, change and undo, and the owner sees who it was', async () => {
    await delegated();
    const done = await change(delegate, 0, { add: [a('www', '192.0.2.1')] });
    expect(await done.json<ZoneChangeView>()).toMatchObject({ by: 'Bogdan', byDelegate: true });
    expect(await read(delegate)).toMatchObject({ as: 'delegate', total: 1 });
    const [entry] = await audit();
    expect(entry?.actor.name).toBe('Bogdan');
    expect(entry?.sentence).toBe(`Zmiana w DNS. Domena: ${domain}. Dodane rekordy: 1. Zrobił delegat: Klient nr 1002.`);
    const { changes } = await (await owner.call('listZoneChanges', { params })).json<{ changes: ZoneChangeView[] }>();
    expect(changes).toMatchObject([{ by: 'Bogdan', byDelegate: true, undoable: true }]);
    expect((await owner.call('undoZoneChange', { params: { ...params, changeId: changes[0]?.id ?? '' } })).status).toBe(200);
  });

  test('is over at once when the owner takes it back', async () => {
    const grantId = await delegated();
    expect((await (await owner.call('revokeGrant', { params: { grantId } })).json<GrantView>()).state).toBe('ended');
    expect((await change(delegate, 0, { add: [a('www', '192.0.2.1')] })).status).toBe(404);
    expect((await delegate.call('readZone', { params })).status).toBe(404);
    expect(await newestLetter('bogdan@beta.test')).toBe(`Koniec zarządzania domeną ${domain}`);
  });

  test('is over at once when the other client gives it back, and can be offered again', async () => {
    const grantId = await delegated();
    const back = await delegate.call('refuseDelegation', { params: { grantId } });
    expect(await back.json<DelegationView>()).toMatchObject({ state: 'ended' });
    expect((await delegate.call('readZone', { params })).status).toBe(404);
    expect(await newestLetter('anna@alfa.test')).toBe(`Koniec zarządzania domeną ${domain}`);
    expect((await delegate.call('acceptDelegation', { params: { grantId } })).status).toBe(409);
    expect(await offer()).toMatchObject({ state: 'requested' });
  });

  test('opens nothing past its end date, whether or not the clock has come by', async () => {
    const grantId = await delegated(Date.now() + 60_000);
    await env.DB.prepare('UPDATE grants SET not_after = ? WHERE id = ?')
      .bind(Date.now() - 1, grantId)
      .run();
    expect((await delegate.call('readZone', { params })).status).toBe(404);
    expect((await change(delegate, 0, { add: [a('www', '192.0.2.1')] })).status).toBe(404);
  });

  test('cannot be passed on, by neither way', async () => {
    await delegated();
    expect((await delegate.call('offerDelegation', { params, body: { clientNumber: '1003', notAfter: null } })).status).toBe(404);
    const body = {
      serviceId: params.serviceId,
      spec: { kind: 'delegation', domain, to: '1003' },
      grantee: { name: 'Ktoś', email: 'ktos@gamma.test' },
      notAfter: null,
    };
    expect((await problem(await owner.call('createGrant', { body }))).code).toBe('kind-unavailable');
  });

  test('is for somebody else, known, and only once', async () => {
    const offering = (clientNumber: string) => owner.call('offerDelegation', { params, body: { clientNumber, notAfter: null } });
    expect(await fieldsOf(await offering('9999'))).toEqual(['clientNumber: client-number-unknown']);
    expect(await fieldsOf(await offering('1001'))).toEqual(['clientNumber: client-number-own']);
    const both = await Promise.all([offering('1002'), offering('1003')]);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
    expect((await problem(await offering('1002'))).code).toBe('domain-delegated');
  });

  test('is not offered to one number after another', async () => {
    const offering = (at: number) =>
      stranger.call('offerDelegation', { params: { serviceId: 'dc' }, body: { clientNumber: `70${at}`, notAfter: null } });
    await env.DB.prepare(
      "INSERT INTO service (id, account_id, kind, name, host_id, tree) VALUES ('dc', 'c1', 'domain', 'gamma.test', 'dns', 'gamma.test')",
    ).run();
    const statuses: number[] = [];
    for (let at = 0; at < 7; at += 1) statuses.push((await offering(at)).status);
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429, 429]);
  });

  test('is accepted only by the client it was offered to, with a proved password', async () => {
    const { id } = await offer();
    expect((await stranger.call('acceptDelegation', { params: { grantId: id } })).status).toBe(404);
    expect((await owner.call('acceptDelegation', { params: { grantId: id } })).status).toBe(404);
    await env.DB.prepare('UPDATE session SET proved_at = 0').run();
    expect((await problem(await delegate.call('acceptDelegation', { params: { grantId: id } }))).code).toBe('step-up-required');
    expect((await delegate.call('refuseDelegation', { params: { grantId: id } })).status).toBe(200);
  });
});

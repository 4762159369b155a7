import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { examineDns } from './examine.ts';

const WELL = {
  'gsqlite3-dnssec': 'yes',
  'default-ksk-algorithm': 'ecdsa256',
  'disable-axfr': 'no',
  'allow-axfr-ips': '127.0.0.0/8,::1',
  'webserver-max-bodysize': '16',
  'webserver-address': '127.0.0.1',
};
const dir = mkdtempSync(join(tmpdir(), 'klucznik-dns-'));
const keyFile = join(dir, 'key');
let configured: Record<string, string> = WELL;
/** Says how it is configured, as PowerDNS does, to whoever has the key. */
const server = createServer((request, response) => {
  const isKnown = request.url === '/api/v1/servers/localhost/config' && request.headers['x-api-key'] === 'tajny-klucz';
  response.writeHead(isKnown ? 200 : 401, { connection: 'close' });
  response.end(isKnown ? JSON.stringify(Object.entries(configured).map(([name, value]) => ({ name, value }))) : 'Unauthorized');
});
beforeAll(async () => {
  writeFileSync(keyFile, 'tajny-klucz\n', { mode: 0o600 });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => {
  server.close();
  rmSync(dir, { recursive: true });
});

async function wrong(settings: Record<string, string>): Promise<string[]> {
  configured = { ...WELL, ...settings };
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return (await examineDns({ apiUrl, keyFile })).filter(({ ok }) => !ok).map(({ about }) => about);
}

it.each([
  [{}, []],
  [{ 'disable-axfr': 'yes', 'allow-axfr-ips': '0.0.0.0/0' }, []],
  [{ 'allow-axfr-ips': '127.0.0.0/8, 0.0.0.0/0' }, ['Kopiowanie stref (AXFR)']],
  [{ 'gsqlite3-dnssec': 'no' }, ['Podpisy DNSSEC']],
  [{ 'default-ksk-algorithm': 'ecdsa384' }, ['Podpisy DNSSEC']],
  [{ 'webserver-max-bodysize': '2' }, ['Duże strefy']],
  [{ 'webserver-address': '0.0.0.0' }, ['Dostęp do sterowania PowerDNS']],
])('of a PowerDNS with %o it is said to be wrong: %o', async (settings, about) => {
  expect(await wrong(settings)).toEqual(about);
});

it('a key that PowerDNS does not know is told of without being told', async () => {
  writeFileSync(keyFile, 'inny-klucz');
  configured = WELL;
  const apiUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const findings = await examineDns({ apiUrl, keyFile });
  expect(findings.at(-1)).toMatchObject({ ok: false, about: 'PowerDNS', words: expect.stringContaining('401') });
  expect(JSON.stringify(findings)).not.toContain('inny-klucz');
});

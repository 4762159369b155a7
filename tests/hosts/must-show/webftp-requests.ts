import type { DoorClient } from '../kit/file-door.ts';
import { outcome } from '../kit/uploads.ts';

type Asked = readonly [what: string, ask: (client: DoorClient) => Promise<Response>];
const query = (at: string, more = '') => `?at=${encodeURIComponent(at)}${more}`;
const post = (path: string, body: object): Parameters<DoorClient['ask']> => [path, { method: 'POST', body }];
const TUS = { 'Tus-Resumable': '1.0.0' };
const metadata = (at: string) => `at ${Buffer.from(at).toString('base64')}`;

/** Everything that reads what a reference names. */
export const readingOf = (at: string): Asked[] => [
  ['list', (client) => client.ask(`/entries${query(at)}`)],
  ['read', (client) => client.ask(`/content${query(at)}`)],
  ['search', (client) => client.ask(`/search${query(at, '&name=php')}`)],
  [
    'download',
    (client) => client.ask('/download', { method: 'POST', ticket: '', body: new URLSearchParams({ ticket: client.mint(), at }) }),
  ],
];

/** Everything that changes what a reference names; `own` is a file that may be changed, and stays. */
export const changesOf = (at: string, own = '/public_html/index.html'): Asked[] => [
  ['save', (client) => client.ask(`/content${query(at)}`, { method: 'PUT', headers: { 'If-None-Match': '*' }, body: 'x' })],
  [
    'upload',
    (client) =>
      client.ask('/uploads', { method: 'POST', headers: { ...TUS, 'Upload-Length': '0', 'Upload-Metadata': metadata(at) } }),
  ],
  ['make a directory', (client) => client.ask(...post('/folders', { at }))],
  ['move away', (client) => client.ask(...post('/moves', { from: [at], into: '/kopie' }))],
  ['move into', (client) => client.ask(...post('/moves', { from: [own], into: at }))],
  ['rename to', (client) => client.ask(...post('/moves', { from: [own], to: at }))],
  ['copy away', (client) => client.ask(...post('/copies', { from: [at], into: '/kopie' }))],
  ['copy into', (client) => client.ask(...post('/copies', { from: [own], into: at }))],
  ['set permissions', (client) => client.ask(...post('/permissions', { at: [at], mode: '0777', below: true }))],
  ['bin', (client) => client.ask(...post('/bin', { at: [at] }))],
];

/** What came of each, by what was tried: `422 invalid-request`, or the fault a long act ended with. */
export async function tried(client: DoorClient, asked: readonly Asked[]): Promise<Record<string, string>> {
  const came: Record<string, string> = {};
  for (const [what, ask] of asked) came[what] = await ended(await ask(client));
  return came;
}

async function ended(response: Response): Promise<string> {
  if (!response.ok) return outcome(response);
  const isLong = response.headers.get('content-type')?.startsWith('application/x-ndjson');
  const last = isLong ? ((await response.text()).trim().split('\n').at(-1) ?? '') : '';
  if (!isLong) await response.body?.cancel();
  const fault = last.startsWith('{') ? (JSON.parse(last) as { end?: string; code?: string }) : {};
  return fault.end === 'fault' ? `fault ${fault.code}` : String(response.status);
}

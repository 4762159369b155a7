import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../../../api/result.ts';
import { commonDirectory, type Said } from './act.ts';
import { Door } from './door.ts';
import { addressWith } from './request.ts';
import { type AskForPass, Tickets } from './tickets.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;
const heard: { method: string; path: string; ticket: string; body: unknown }[] = [];
const asked: { path: string; right: string }[] = [];
let server: Server;
let url = '';
let answer: Answer;

const json = (status: number, body: unknown): Answer => {
  return (_, response) => void response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(body));
};
const no = (status: number, code: string, at: string | null = null) => json(status, { error: { code, at } });
const lines =
  (...said: unknown[]): Answer =>
  (_, response) => {
    response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
    // A line's bytes arrive as the network likes.
    for (const letter of Buffer.from(said.map((line) => `${JSON.stringify(line)}\n`).join(''))) response.write(Buffer.of(letter));
    response.end();
  };
const ask: AskForPass = async (path, right) => {
  asked.push({ path, right });
  return { ok: true, value: { ticket: `t${asked.length}`, url, notAfter: 0 } };
};
async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString()) : null;
}

beforeEach(async () => {
  heard.length = 0;
  asked.length = 0;
  server = createServer(async (request, response) => {
    const { method = '', url: path = '', headers } = request;
    heard.push({ method, path, ticket: headers.authorization ?? '', body: await bodyOf(request) });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(resolve));
});

async function all(said: AsyncGenerator<Said, void>): Promise<Said[]> {
  const list: Said[] = [];
  for await (const one of said) list.push(one);
  return list;
}

describe('a request to a file door', () => {
  it('bears a ticket for reading, and several of them the same one', async () => {
    answer = json(200, { entries: [], total: 0, next: null, here: null });
    const door = new Door(ask);
    const results = await Promise.all([door.list({ at: '/a%20b', order: 'size', descending: true }), door.list({ at: '/' })]);
    expect(results[0]).toEqual({ ok: true, value: { entries: [], total: 0, next: null, here: null } });
    expect(asked).toEqual([{ path: '/', right: 'read' }]);
    expect(heard[0]).toMatchObject({
      method: 'GET',
      path: '/files/v1/entries?at=%2Fa%2520b&order=size&descending=1',
      ticket: 'Ticket t1',
    });
  });

  it('asks for writing only where it writes, and no wider', async () => {
    answer = lines({ end: 'done', entries: [] });
    const door = new Door(ask);
    await all(door.act({ post: '/moves', order: { from: ['/a/b/c', '/a/b/d'], into: '/a/x' } }));
    await all(door.act({ post: '/bin', order: { at: ['/a/b/c'] } }));
    await all(door.act({ post: '/bin', order: { at: ['/z/b'] } }));
    expect(asked).toEqual([
      { path: '/a', right: 'write' },
      { path: '/z/b', right: 'write' },
    ]);
    expect(heard[0]?.body).toEqual({ from: ['/a/b/c', '/a/b/d'], into: '/a/x' });
  });

  it('is tried once more with a fresh ticket when one is refused before its time', async () => {
    answer = (request, response) =>
      request.headers.authorization === 'Ticket t1'
        ? no(401, 'ticket-refused')(request, response)
        : json(201, { ref: '/n' })(request, response);
    const door = new Door(ask);
    expect(await door.makeFolder('/n')).toMatchObject({ ok: true });
    answer = no(401, 'ticket-refused');
    expect(await door.makeFolder('/n')).toMatchObject({ ok: false, fault: 'ticket-refused' });
    expect(heard.map(({ ticket }) => ticket)).toEqual(['Ticket t1', 'Ticket t2', 'Ticket t2', 'Ticket t3']);
  });

  it('says in words of its own what the door refuses, and what it does not know', async () => {
    const door = new Door(ask);
    answer = no(409, 'exists', '/n');
    expect(await door.makeFolder('/n')).toEqual({ ok: false, fault: 'exists', at: '/n', edge: null });
    answer = no(418, 'toString');
    expect(await door.makeFolder('/n')).toMatchObject({ fault: 'unexpected' });
    answer = (_, response) => void response.writeHead(503).end('<html>');
    expect(await door.makeFolder('/n')).toMatchObject({ fault: 'unavailable' });
    answer = (_, response) => void response.destroy();
    expect(await door.makeFolder('/n')).toMatchObject({ fault: 'network' });
  });

  it('passes on why there is no ticket, and asks again the next time', async () => {
    const refused = failure('host-offline');
    const door = new Door(async () => refused);
    expect(await door.list({ at: '/' })).toEqual({ ok: false, fault: 'edge', at: null, edge: refused });
  });

  it('can be stopped', async () => {
    const stop = new AbortController();
    answer = () => stop.abort();
    expect(await new Door(ask).list({ at: '/' }, stop.signal)).toMatchObject({ fault: 'stopped' });
  });
});

describe('a long act', () => {
  const found = { ref: '/z%C5%82', name: 'zł' };
  it('is told as it goes on, however its lines arrive', async () => {
    answer = lines({ done: 1, total: null }, { found }, { end: 'done', entries: [found], truncated: true });
    expect(await all(new Door(ask).search('/', 'zł'))).toEqual([
      { done: 1, total: null },
      { found },
      { end: { ok: true, value: { entries: [found], truncated: true, binned: [], skipped: 0 } } },
    ]);
    expect(heard[0]?.path).toBe('/files/v1/search?at=%2F&name=z%C5%82');
  });
  it('ends in its fault', async () => {
    answer = lines({ done: 1, total: 2 }, { end: 'fault', code: 'disk-full', at: '/a' });
    const said = await all(new Door(ask).emptyBin());
    expect(said.at(-1)).toEqual({ end: { ok: false, fault: 'disk-full', at: '/a', edge: null } });
  });
  it('that was cut off has no other end than a lost connection', async () => {
    answer = lines({ done: 1, total: 2 });
    expect((await all(new Door(ask).emptyBin())).at(-1)).toMatchObject({ end: { fault: 'network' } });
  });
});

describe('tickets', () => {
  it('are renewed before they run out', async () => {
    let now = 0;
    const tickets = new Tickets(ask, () => now);
    await tickets.pass('/a', 'read');
    now = 89_000;
    await tickets.pass('/a/b', 'read');
    now = 91_000;
    await tickets.pass('/a', 'read');
    expect(asked).toHaveLength(2);
  });
  it('for writing also read, and never the other way round', async () => {
    const tickets = new Tickets(ask);
    await tickets.pass('/a', 'write');
    await tickets.pass('/a', 'read');
    await tickets.pass('/', 'read');
    await tickets.pass('/b', 'write');
    expect(asked.map(({ path, right }) => path + right)).toEqual(['/awrite', '/read', '/bwrite']);
  });
});

it.each([
  [['/a/b', '/a/bc'], '/a'],
  [['/a'], '/a'],
  [['/a', '/a/b'], '/a'],
  [['/a', '/b'], '/'],
  [[], '/'],
])('the directory common to %j is %s', (refs, common) => expect(commonDirectory(refs)).toBe(common));

it('leaves out of a query what is not there', () => expect(addressWith('/x', { a: undefined, b: 'ż' })).toBe('/x?b=%C5%BC'));

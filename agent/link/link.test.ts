import { createPublicKey, verify } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { CLOSE_NOT_ENROLLED, fromAgent, greetingToSign } from '../../contract/index.ts';
import { Link, linkAddress, makeKeyPair, type Socket } from './index.ts';

const pair = makeKeyPair();
const NONCE = 'n'.repeat(43);

/** A link on a clock that the test moves, to an edge that the test plays. */
function aLink() {
  let now = 0;
  let timers: { at: number; work: () => void }[] = [];
  const sockets: (Socket & { sent: string[]; hear(message: unknown): void; fail(): void; drop(code?: number): void })[] = [];
  const seen: string[] = [];
  const openSocket = () => {
    const listeners: Record<string, ((event: { data: unknown; code: number }) => void)[]> = {};
    const socket = {
      readyState: 1,
      sent: [] as string[],
      send(text: string) {
        socket.sent.push(text);
      },
      close() {
        socket.readyState = 3;
      },
      addEventListener(type: string, listener: (event: { data: unknown; code: number }) => void) {
        listeners[type] = [...(listeners[type] ?? []), listener];
      },
      hear(message: unknown) {
        for (const listener of listeners.message ?? [])
          listener({ data: typeof message === 'string' ? message : JSON.stringify(message), code: 0 });
      },
      fail() {
        socket.readyState = 3;
        for (const listener of listeners.error ?? []) listener({ data: '', code: 0 });
      },
      drop(code = 1006) {
        socket.readyState = 3;
        for (const listener of listeners.close ?? []) listener({ data: '', code });
      },
    };
    sockets.push(socket);
    return socket;
  };
  const link = new Link({
    url: 'https://edge.example',
    who: { hostId: 'h1', privateKey: pair.privateKey },
    version: '1',
    endpoints: () => ({}),
    openSocket,
    random: () => 1,
    clock: {
      now: () => now,
      after(ms, work) {
        const timer = { at: now + ms, work };
        timers.push(timer);
        return () => {
          timers = timers.filter((other) => other !== timer);
        };
      },
    },
    onWelcome: () => seen.push('welcome'),
    onDesired: ({ items }) => seen.push(`desired ${items.length}`),
    onVoidTickets: ({ account }) => seen.push(`void ${account}`),
    onAsk: ({ id }) => seen.push(`ask ${id}`),
    complain: (words) => seen.push(words),
  });
  link.start();
  const pass = (ms: number) => {
    for (const end = now + ms; ; ) {
      const next = timers.filter(({ at }) => at <= end).sort((one, other) => one.at - other.at)[0];
      now = next?.at ?? end;
      if (next === undefined) return;
      timers = timers.filter((timer) => timer !== next);
      next.work();
    }
  };
  const last = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('no socket was opened');
    return socket;
  };
  return { link, seen, sockets, pass, last };
}

function welcomed() {
  const it = aLink();
  it.last().hear({ t: 'challenge', serverNonce: NONCE });
  it.last().hear({ t: 'welcome', at: 1, ticketKey: 'k'.repeat(43) });
  return it;
}

describe('the link', () => {
  it('goes to the edge over the protocol of its address', () => {
    expect(linkAddress('https://edge.example', 'h 1')).toBe('wss://edge.example/agent/v1/link?host=h+1');
    expect(linkAddress('http://127.0.0.1:8787/', 'h1')).toBe('ws://127.0.0.1:8787/agent/v1/link?host=h1');
  });

  it('answers a challenge with a signature over both nonces', () => {
    const { last } = aLink();
    last().hear({ t: 'challenge', serverNonce: NONCE });
    const hello = fromAgent.parse(JSON.parse(last().sent[0] ?? ''));
    if (hello.t !== 'hello') throw new Error(hello.t);
    const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: pair.publicKey }, format: 'jwk' });
    expect(verify(null, greetingToSign('h1', NONCE, hello.agentNonce), key, Buffer.from(hello.signature, 'base64url'))).toBe(
      true,
    );
  });

  it('obeys nothing before the welcome', () => {
    const { last, seen, link } = aLink();
    last().hear({ t: 'desired', items: [] });
    expect(seen).toEqual(['link: desired before the welcome was ignored']);
    expect(link.send({ t: 'inventory', part: 0, last: true, kinds: [], items: [] })).toBe(false);
  });

  it('passes on what the edge wants and asks', () => {
    const { last, seen } = welcomed();
    last().hear({ t: 'desired', items: [] });
    last().hear({ t: 'ask', id: 'a1', question: { about: 'directories', tree: 'sklep', path: '/' } });
    expect(seen).toEqual(['welcome', 'desired 0', 'ask a1']);
  });

  it.each(['nonsense', '{"t":"desired"}', '{"t":"reboot"}', '[]'])('reports and ignores what does not parse: %s', (text) => {
    const { last, seen } = welcomed();
    last().hear(text);
    expect(seen).toEqual(['welcome', 'link: a message that does not parse was ignored']);
  });

  it('comes back after 200 ms, then ever slower, and at once again after a welcome', () => {
    const { pass, last, sockets } = welcomed();
    last().drop();
    pass(199);
    expect(sockets).toHaveLength(1);
    pass(1);
    expect(sockets).toHaveLength(2);
    last().drop();
    pass(399);
    expect(sockets).toHaveLength(2);
    pass(1);
    last().hear({ t: 'challenge', serverNonce: NONCE });
    last().hear({ t: 'welcome', at: 1, ticketKey: 'k'.repeat(43) });
    last().drop();
    pass(200);
    expect(sockets).toHaveLength(4);
  });

  it('comes back after a connection that was refused', () => {
    const { pass, last, sockets } = aLink();
    last().fail();
    pass(200);
    expect(sockets).toHaveLength(2);
  });

  it('begins anew when a greeting gets stuck, though pings are answered', () => {
    const { pass, last, sockets } = aLink();
    last().hear({ t: 'challenge', serverNonce: NONCE });
    last().hear('pong');
    pass(10_000);
    expect(last().readyState).toBe(3);
    pass(200);
    expect(sockets).toHaveLength(2);
  });

  it('does not hurry back to an edge that does not know it', () => {
    const { pass, last, sockets } = aLink();
    last().drop(CLOSE_NOT_ENROLLED);
    pass(29_999);
    expect(sockets).toHaveLength(1);
    pass(1);
    expect(sockets).toHaveLength(2);
  });

  it('pings, and gives up on a line that stays silent', () => {
    const { pass, last, sockets } = welcomed();
    const first = last();
    pass(20_000);
    expect(first.sent.at(-1)).toBe('ping');
    first.hear('pong');
    pass(40_000);
    expect(first.readyState).toBe(1);
    pass(20_200);
    expect(first.readyState).toBe(3);
    expect(sockets).toHaveLength(2);
  });
});

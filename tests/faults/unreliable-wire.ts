import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type RawData, WebSocket, WebSocketServer } from 'ws';

/** What becomes of one message on its way. */
const FATES = ['pass', 'drop', 'double', 'delay', 'cut'] as const;
export type Fate = (typeof FATES)[number];

export type Wire = {
  /** The edge's address for the agent. */
  readonly url: string;
  /** How often each fate has struck. */
  readonly struck: Readonly<Record<Fate, number>>;
  /** From now on `fate` decides about every message in both directions; `chance` says how late a delayed one comes. */
  misbehave(fate: (text: string) => Fate, chance: () => number): void;
  /** From now on every message passes, in order. */
  behave(): void;
  /** Breaks every connection off. */
  cut(): void;
  close(): Promise<void>;
};

/** Later than two acts follow each other, so that the older is overtaken. */
const LATEST_MS = 1200;

/** A wire between agent and edge that loses, repeats, delays and reorders what it carries, and breaks. Delayed messages are overtaken. */
export async function openWire(edgeUrl: string): Promise<Wire> {
  const struck = { pass: 0, drop: 0, double: 0, delay: 0, cut: 0 };
  const ends = new Set<WebSocket>();
  let fate: (text: string) => Fate = () => 'pass';
  let chance = () => 0;
  const cut = () => {
    for (const end of ends) end.terminate();
  };

  function carry(to: WebSocket, data: RawData): void {
    const text = String(data);
    const what = fate(text);
    struck[what] += 1;
    if (what === 'cut') cut();
    if (what === 'pass' || what === 'double') deliver(to, text);
    if (what === 'double' || what === 'delay') setTimeout(() => deliver(to, text), chance() * LATEST_MS);
  }

  const sockets = new WebSocketServer({ noServer: true });
  const server = createServer((request, response) => void passOn(edgeUrl, request, response));
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (near) =>
      join(near, new WebSocket(new URL(request.url ?? '/', edgeUrl)), ends, carry),
    );
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as { port: number }).port));
  });
  return {
    url: `http://localhost:${port}`,
    struck,
    misbehave(newFate, newChance) {
      fate = newFate;
      chance = newChance;
    },
    behave() {
      fate = () => 'pass';
    },
    cut,
    async close() {
      cut();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function deliver(to: WebSocket, text: string): void {
  if (to.readyState === WebSocket.OPEN) to.send(text);
}

/** Ties the agent's end to a fresh connection to the edge; when one breaks, so does the other. */
function join(near: WebSocket, far: WebSocket, ends: Set<WebSocket>, carry: (to: WebSocket, data: RawData) => void): void {
  const early: RawData[] = [];
  near.on('message', (data) => (far.readyState === WebSocket.OPEN ? carry(far, data) : early.push(data)));
  far.on('open', () => {
    for (const data of early) carry(far, data);
  });
  far.on('message', (data) => carry(near, data));
  for (const [one, other] of [
    [near, far],
    [far, near],
  ] as const) {
    ends.add(one);
    one.on('error', () => one.terminate());
    one.on('close', (code) => {
      ends.delete(one);
      if (code === 1000 || code >= 3000) other.close(code);
      else other.terminate();
    });
  }
}

/** Plain requests, such as the enrolment, are not meddled with. */
async function passOn(edgeUrl: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const answer = await fetch(new URL(request.url ?? '/', edgeUrl), {
    method: request.method ?? 'GET',
    headers: { 'content-type': request.headers['content-type'] ?? '' },
    body: Buffer.concat(chunks),
  });
  response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
  response.end(Buffer.from(await answer.arrayBuffer()));
}

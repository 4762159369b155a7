import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** One request and what it got, as they went over the wire. */
export interface Exchange {
  method: string;
  path: string;
  query: Record<string, string>;
  authorization: string | null;
  body: unknown;
  status: number;
  headers: Record<string, string>;
  answer: unknown;
}

/** What a cloud answers; `answer: undefined` has no body. */
export interface Reply {
  status: number;
  answer?: unknown;
  headers?: Record<string, string>;
}

/** What goes wrong at the next requests that fit. */
export interface Mishap {
  /** Such as `POST /users`; `*` stands for anything within one part of a path. */
  on: string;
  /** How often; once unless said otherwise. */
  times?: number;
  /** Whether the request is carried out all the same. */
  committed?: boolean;
  /** What is answered; `silence` never answers, `hang-up` closes the connection. */
  reply: Reply | 'silence' | 'hang-up';
}

type Request = Pick<Exchange, 'method' | 'path' | 'query' | 'authorization' | 'body'>;
export type Answerer = (request: Request) => Reply;

/** A vendor's cloud on loopback, with everything that was said to it and a list of what is to go wrong. */
export interface Cloud {
  readonly url: string;
  readonly exchanges: Exchange[];
  readonly mishaps: Mishap[];
  stop(): Promise<void>;
}

const fits = ({ on }: Mishap, { method, path }: Request) => {
  const [verb, ...parts] = on.split(/[ /]/).filter(Boolean);
  const steps = path.split('/').filter(Boolean);
  return verb === method && parts.length === steps.length && parts.every((part, at) => part === '*' || part === steps[at]);
};

async function read(incoming: IncomingMessage): Promise<Request> {
  const parts: Buffer[] = [];
  for await (const part of incoming) parts.push(part as Buffer);
  const text = Buffer.concat(parts).toString();
  const url = new URL(incoming.url ?? '/', 'http://cloud.test');
  const isForm = incoming.headers['content-type']?.startsWith('application/x-www-form-urlencoded');
  return {
    method: incoming.method ?? 'GET',
    path: decodeURIComponent(url.pathname),
    query: Object.fromEntries(url.searchParams),
    authorization: incoming.headers.authorization ?? null,
    body: text === '' ? undefined : isForm ? Object.fromEntries(new URLSearchParams(text)) : JSON.parse(text),
  };
}

/** Starts a cloud that answers as told, on a port of its own. */
export async function startCloud(answer: Answerer, port = 0): Promise<Cloud> {
  const exchanges: Exchange[] = [];
  const mishaps: Mishap[] = [];

  function nextMishap(request: Request): Mishap | undefined {
    const mishap = mishaps.find((one) => fits(one, request));
    if (!mishap) return undefined;
    mishap.times = (mishap.times ?? 1) - 1;
    if (mishap.times <= 0) mishaps.splice(mishaps.indexOf(mishap), 1);
    return mishap;
  }

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = await read(incoming);
    const mishap = nextMishap(request);
    const usual = mishap && !mishap.committed ? null : answer(request);
    const reply = mishap?.reply ?? usual;
    if (reply === 'silence') return;
    if (reply === 'hang-up' || !reply) return void outgoing.destroy();
    const { status, answer: said, headers = {} } = reply;
    exchanges.push({ ...request, status, headers, answer: said });
    outgoing.writeHead(status, { ...headers, ...(said === undefined ? {} : { 'Content-Type': 'application/json' }) });
    outgoing.end(said === undefined ? undefined : JSON.stringify(said));
  }

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  server.unref();
  server.on('connection', (socket) => socket.unref());
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('a cloud without a port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    exchanges,
    mishaps,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

import { createServer as createPlainServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer, type Server as TlsServer } from 'node:https';
import { describePath, readText } from '../../system/files.ts';
import type { DoorOrder } from '../messages.ts';
import { STREAM_BUFFER } from './pass-on.ts';

const LIMITS = {
  // A ticket names a path, and so does the request's own address.
  maxHeaderSize: 64 * 1024,
  headersTimeout: 15_000,
  // How long a whole request takes is the customer's line's affair; one that stands still is ended by `timeout`.
  requestTimeout: 0,
  keepAliveTimeout: 15_000,
  highWaterMark: STREAM_BUFFER,
  noDelay: true,
};
const IDLE_MS = 60_000;
const MOST_CONNECTIONS = 2000;
const CERTIFICATE_LOOK_MS = 60_000;

/** Listens where the configuration says; resolves once it does. */
export async function listen({ tls, port, listenAddress }: DoorOrder, onRequest: RequestListener): Promise<Server> {
  const server = tls === null ? createPlainServer(LIMITS, onRequest) : withTls(tls, onRequest);
  server.maxConnections = MOST_CONNECTIONS;
  server.timeout = IDLE_MS;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, listenAddress, resolve);
  });
  return server;
}

type Pair = NonNullable<DoorOrder['tls']>;

/** A certificate that is renewed counts within a minute, without a restart. */
function withTls(pair: Pair, onRequest: RequestListener): TlsServer {
  const server = createTlsServer({ ...LIMITS, ...read(pair), minVersion: 'TLSv1.2' }, onRequest);
  let seen = changedAt(pair);
  setInterval(() => {
    const now = changedAt(pair);
    if (now === seen) return;
    seen = now;
    server.setSecureContext(read(pair));
  }, CERTIFICATE_LOOK_MS).unref();
  return server;
}

const read = ({ certificate, key }: Pair) => ({ cert: readText(certificate) ?? '', key: readText(key) ?? '' });
const changedAt = ({ certificate, key }: Pair) => [certificate, key].map((path) => describePath(path)?.changedAt ?? 0).join(' ');

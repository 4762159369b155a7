import {
  type IncomingHttpHeaders,
  type IncomingMessage,
  type OutgoingHttpHeaders,
  request,
  type ServerResponse,
} from 'node:http';
import { pipeline } from 'node:stream';
import type { FileTicket } from '../../../contract/files/index.ts';
import { PROVEN_TICKET } from '../proven-ticket.ts';
import type { Hand } from './hands.ts';

/** What of a request concerns a hand. */
const PASSED = [
  'content-length',
  'content-type',
  'if-match',
  'if-none-match',
  'if-range',
  'range',
  'transfer-encoding',
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
] as const;
/** What belongs to the connection between door and hand alone. */
const OF_THE_HOP = new Set(['connection', 'date', 'keep-alive', 'transfer-encoding']);
export const STREAM_BUFFER = 1024 * 1024;

/**
 * Lets a hand answer a request. `body` is what of it was read already. Resolves when the answer is whole or broken off; with
 * false when the hand went away before it answered anything.
 */
export function passOn(
  incoming: IncomingMessage,
  response: ServerResponse,
  { hand, ticket, body }: { hand: Hand; ticket: FileTicket; body: Buffer | null },
): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>();
  const headers: OutgoingHttpHeaders = { ...passed(incoming.headers), [PROVEN_TICKET]: prove(ticket) };
  const options = { socketPath: hand.socket, agent: hand.agent, method: incoming.method, path: incoming.url, headers };
  const outgoing = request({ ...options, highWaterMark: STREAM_BUFFER } as typeof options);
  const end = (isAnswered: boolean) => {
    incoming.unpipe(outgoing);
    resolve(isAnswered);
  };
  outgoing.once('error', () => {
    const isAnswered = response.headersSent || response.destroyed;
    // An answer that is whole needs no hand any longer.
    if (isAnswered && !response.writableFinished) response.destroy();
    end(isAnswered);
  });
  outgoing.once('response', (answer) => {
    response.writeHead(answer.statusCode ?? 500, answered(answer.headers));
    pipeline(answer, response, () => end(true));
  });
  response.once('close', () => {
    if (!response.writableFinished) outgoing.destroy();
    end(true);
  });
  if (body !== null) outgoing.end(body);
  else incoming.pipe(outgoing);
  return promise;
}

const prove = (ticket: FileTicket) => Buffer.from(JSON.stringify(ticket)).toString('base64url');

function passed(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(PASSED.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}

function answered(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !OF_THE_HOP.has(name)));
}

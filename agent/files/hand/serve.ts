import type { IncomingMessage, ServerResponse } from 'node:http';
import { FILES_BASE, fileTicket } from '../../../contract/files/index.ts';
import { drain } from '../drain.ts';
import { PROVEN_TICKET } from '../proven-ticket.ts';
import { describeFault } from '../upward.ts';
import { sayFault } from './answer.ts';
import type { Asked } from './asked.ts';
import { Refusal, refusalOf, refuse } from './refusal.ts';
import { findAct } from './route.ts';

/** Says no aloud in the log to what nobody foresaw: what was asked and which fault, never a path or a message that may hold one. */
export type Complain = (words: string) => void;

/** Answers one request on behalf of a tree. */
export async function serve(
  place: { root: number; state: number },
  request: IncomingMessage,
  response: ServerResponse,
  complain: Complain,
): Promise<void> {
  const abort = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) abort.abort();
  });
  try {
    const url = new URL(request.url ?? '', 'http://hand');
    const found = findAct(request.method ?? '', url.pathname.slice(FILES_BASE.length)) ?? refuse('missing');
    const ticket = fileTicket.parse(JSON.parse(Buffer.from(String(request.headers[PROVEN_TICKET]), 'base64url').toString()));
    if (found.right === 'write' && ticket.right !== 'write') refuse('read-only');
    const asked: Asked = { ...place, ticket, url, id: found.id, request, response, signal: abort.signal };
    await found.act(asked);
  } catch (error) {
    // Nobody is there any longer to be told.
    if (abort.signal.aborted || request.errored || request.socket.destroyed) return;
    const refusal = refusalOf(error);
    if (refusal.code === 'unexpected' && !(error instanceof Refusal)) complain(`${request.method}: ${describeFault(error)}`);
    if (response.headersSent) response.destroy();
    else sayFault(response, refusal);
  } finally {
    drain(request);
  }
}

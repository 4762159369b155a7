import type { IncomingMessage, ServerResponse } from 'node:http';
import { FILES_BASE, type FileTicket } from '../../../contract/files/index.ts';
import { sayFault } from '../hand/answer.ts';
import { readBody } from '../hand/asked.ts';
import { Refusal, refusalOf, refuse } from '../hand/refusal.ts';
import { describeFault } from '../upward.ts';
import { answerHeaders, isWelcome, preflightHeaders } from './cors.ts';
import type { Hands } from './hands.ts';
import type { Keyring } from './keyring.ts';
import { passOn } from './pass-on.ts';
import type { UnderWay } from './under-way.ts';

export type Reception = {
  keyring: Keyring;
  hands: Hands;
  underWay: UnderWay;
  edgeOrigin: string;
  complain: (words: string) => void;
};

const MOST_FORM_BYTES = 64 * 1024;
const TICKET = /^Ticket (\S+)$/;

/** Takes in one request: who may ask from where, with which ticket; then the hand of the ticket's tree answers. */
export async function receive(reception: Reception, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { edgeOrigin } = reception;
  for (const [name, value] of Object.entries(answerHeaders(edgeOrigin))) response.setHeader(name, value);
  try {
    if (!request.url?.startsWith(`${FILES_BASE}/`)) refuse('missing');
    const isForm = request.method === 'POST' && request.url === `${FILES_BASE}/download`;
    if (!isWelcome(request.headers, edgeOrigin, isForm)) refuse('ticket-refused');
    if (request.method === 'OPTIONS') return void response.writeHead(204, preflightHeaders).end();
    const body = isForm ? await readBody(request, MOST_FORM_BYTES) : null;
    const ticket =
      reception.keyring.read(body === null ? ofHeader(request) : ofForm(body), Date.now()) ?? refuse('ticket-refused');
    await serveWithHand(reception, request, response, ticket, body);
  } catch (error) {
    if (!(error instanceof Refusal)) reception.complain(`files-door: ${request.method}: ${describeFault(error)}`);
    if (response.headersSent || response.destroyed) response.destroy();
    else sayFault(response, error instanceof Refusal ? refusalOf(error) : new Refusal('unavailable'));
  }
}

async function serveWithHand(
  { hands, underWay }: Reception,
  request: IncomingMessage,
  response: ServerResponse,
  ticket: FileTicket,
  body: Buffer | null,
): Promise<void> {
  const leave = underWay.enter(ticket, response) ?? refuse('unavailable');
  try {
    const hand = await hands.lend(ticket.tree);
    if (typeof hand === 'string') return refuse(hand);
    // The browser may have gone, or its ticket been made void, while a hand was started.
    if (response.destroyed) return hand.isBack();
    await passOn(request, response, { hand, ticket, body }).finally(hand.isBack);
  } finally {
    leave();
  }
}

const ofHeader = ({ headers }: IncomingMessage) => TICKET.exec(headers.authorization ?? '')?.[1] ?? '';
const ofForm = (body: Buffer) => new URLSearchParams(body.toString('utf8')).get('ticket') ?? '';

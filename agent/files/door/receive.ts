import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { FILES_BASE, type FileTicket } from '../../../contract/files/index.ts';
import { drain } from '../drain.ts';
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

type Proven = { request: IncomingMessage; ticket: FileTicket; body: Buffer | null };

const RETRY_MS = 100;
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
    await serveWithHand(reception, { request, ticket, body }, response);
  } catch (error) {
    if (!(error instanceof Refusal)) reception.complain(`files-door: ${request.method}: ${describeFault(error)}`);
    if (response.headersSent || response.destroyed) response.destroy();
    else sayFault(response, refusalOf(error));
  } finally {
    drain(request);
  }
}

async function serveWithHand({ hands, underWay }: Reception, asked: Proven, response: ServerResponse): Promise<void> {
  const leave = underWay.enter(asked.ticket, response) ?? refuse('unavailable');
  try {
    // What carries no body can be asked again of the next hand, when one was killed just now.
    if (await isAnswered(hands, asked, response)) return;
    if (asked.request.method !== 'GET' && asked.request.method !== 'HEAD') refuse('unavailable');
    await sleep(RETRY_MS);
    if (!(await isAnswered(hands, asked, response))) refuse('unavailable');
  } finally {
    leave();
  }
}

async function isAnswered(hands: Hands, { request, ticket, body }: Proven, response: ServerResponse): Promise<boolean> {
  const hand = await hands.lend(ticket.tree);
  if (typeof hand === 'string') return refuse(hand);
  try {
    // The browser may have gone, or its ticket been made void, while a hand was started.
    return response.destroyed || (await passOn(request, response, { hand, ticket, body }));
  } finally {
    hand.isBack();
  }
}

const ofHeader = ({ headers }: IncomingMessage) => TICKET.exec(headers.authorization ?? '')?.[1] ?? '';
const ofForm = (body: Buffer) => new URLSearchParams(body.toString('utf8')).get('ticket') ?? '';

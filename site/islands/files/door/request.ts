import { FILES_BASE } from '../../../../contract/files/door.ts';
import { type DoorResult, faultOf, thrownFault } from './fault.ts';
import type { Right, Tickets } from './tickets.ts';

export interface DoorRequest {
  method?: string;
  /** Below FILES_BASE, with its query. */
  path: string;
  /** What the ticket must open; the narrowest directory that does. */
  within: string;
  right: Right;
  json?: unknown;
  body?: Blob | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
}

/** „/entries?at=%2Fa”: a query without what is not there. */
export function addressWith(path: string, query: Record<string, string | undefined>): string {
  const said = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) said.set(name, value);
  return `${path}?${said}`;
}

async function sendOnce(url: string, ticket: string, { method = 'GET', json, body, headers, signal }: DoorRequest) {
  const sent = json === undefined ? body : JSON.stringify(json);
  return fetch(url, {
    method,
    headers: {
      Authorization: `Ticket ${ticket}`,
      ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    credentials: 'omit',
    ...(sent === undefined ? {} : { body: sent }),
    ...(signal ? { signal } : {}),
  });
}

/** Sends a request with a ticket; one that is refused before its time is asked for anew, once. */
export async function send(tickets: Tickets, request: DoorRequest): Promise<DoorResult<Response>> {
  const first = await attempt(tickets, request);
  return !first.ok && first.fault === 'ticket-refused' ? attempt(tickets, request) : first;
}

async function attempt(tickets: Tickets, request: DoorRequest): Promise<DoorResult<Response>> {
  const pass = await tickets.pass(request.within, request.right);
  if (!pass.ok) return pass;
  try {
    const answer = await sendOnce(`${pass.value.url}${FILES_BASE}${request.path}`, pass.value.ticket, request);
    if (answer.ok) return { ok: true, value: answer };
    const fault = await faultOf(answer);
    if (fault.fault === 'ticket-refused') await tickets.refused(pass.value.ticket);
    return fault;
  } catch (fault) {
    return thrownFault(fault);
  }
}

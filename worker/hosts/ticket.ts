import { type FileTicket, TICKET_MS } from '../../contract/index.ts';
import { base64url } from './greeting.ts';

/** A ticket as it is asked for; the link says from when until when it is good. */
export type TicketRequest = Omit<FileTicket, 'v' | 'issuedAt' | 'notAfter'>;
export type IssuedTicket = { ticket: string; notAfter: number };

/** Writes and signs a ticket; `key` is the link's, base64url. */
export async function signTicket(key: string, request: TicketRequest, now: number): Promise<IssuedTicket> {
  const notAfter = now + TICKET_MS;
  const text = base64url(Buffer.from(JSON.stringify({ ...request, v: 1, issuedAt: now, notAfter } satisfies FileTicket)));
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  const secret = await crypto.subtle.importKey('raw', Buffer.from(key, 'base64url'), hmac, false, ['sign']);
  const signature = await crypto.subtle.sign('HMAC', secret, new TextEncoder().encode(text));
  return { ticket: `${text}.${base64url(new Uint8Array(signature))}`, notAfter };
}

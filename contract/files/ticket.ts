import { z } from 'zod';
import { tree } from '../kinds/parts.ts';
import { fileRef } from './ref.ts';

/** How long a ticket lets a request begin; the page asks for the next one in time. */
export const TICKET_MS = 2 * 60_000;

/**
 * What one ticket lets its bearer do on one host, for a short while: in one customer's tree, at one path and below it, to read or to read and write.
 *
 * It travels as `base64url(JSON).base64url(HMAC-SHA256 of the first part)`. The key is the link's own: the edge makes a new one at every
 * greeting and tells it to the agent, so it is stored nowhere and a host's tickets are worth nothing at another.
 */
export const fileTicket = z.strictObject({
  v: z.literal(1),
  host: z.string(),
  account: z.string(),
  tree,
  path: fileRef,
  right: z.enum(['read', 'write']),
  /** Epoch ms. */
  issuedAt: z.int(),
  notAfter: z.int(),
});
export type FileTicket = z.infer<typeof fileTicket>;
export type FileRight = FileTicket['right'];

/** 32 random bytes, base64url. */
export const ticketKey = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** A ticket as it travels, in the header `Authorization: Ticket …` or, for a download that the browser itself saves, in a form's field. */
export const ticketText = z
  .string()
  .max(20_000)
  .regex(/^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{43}$/);

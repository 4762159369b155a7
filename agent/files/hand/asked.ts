import type { IncomingMessage, ServerResponse } from 'node:http';
import type { z } from 'zod';
import { type FileTicket, liesWithin } from '../../../contract/files/index.ts';
import { refuse } from './refusal.ts';

/** One request to a hand, its ticket proven by the door. */
export type Asked = {
  /** Descriptor of the tree's top directory. */
  root: number;
  /** Descriptor of the folder for what is no customer's file: `uploads`, `bin`. It is the tree's owner's, on the tree's file system. */
  state: number;
  ticket: FileTicket;
  url: URL;
  /** What stood for `{id}` in the path; empty where there is none. */
  id: string;
  request: IncomingMessage;
  response: ServerResponse;
  /** Aborted when the browser went away before the answer was whole, and when its ticket was made void. */
  signal: AbortSignal;
};
export type Act = (asked: Asked) => Promise<void>;

/** Refuses a path that the ticket does not open. Every act calls it for every reference it was given. */
export function mustLieWithin(asked: Asked, ...refs: readonly string[]): void {
  for (const ref of refs) if (!liesWithin(asked.ticket.path, ref)) refuse('outside-ticket', ref);
}

/** The query as a schema wants it. */
export function readQuery<T>(asked: Asked, schema: z.ZodType<T>): T {
  const parsed = schema.safeParse(Object.fromEntries(asked.url.searchParams));
  return parsed.success ? parsed.data : refuse('invalid-request');
}

/** The most that an order in JSON may be: a thousand long references. */
const MOST_ORDER_BYTES = 1024 * 1024;

/** The body, JSON, as a schema wants it. */
export async function readOrder<T>(asked: Asked, schema: z.ZodType<T>): Promise<T> {
  const text = (await readBody(asked.request, MOST_ORDER_BYTES)).toString('utf8');
  const parsed = schema.safeParse(parseJson(text));
  return parsed.success ? parsed.data : refuse('invalid-request');
}

/** The whole body of a request; too-large as soon as it is. */
export async function readBody(request: IncomingMessage, most: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > most) refuse('too-large');
  const parts: Buffer[] = [];
  let length = 0;
  // A loop that is left early would destroy the request, and with it the answer.
  for await (const part of request.iterator({ destroyOnReturn: false })) {
    length += (part as Buffer).length;
    if (length > most) refuse('too-large');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return refuse('invalid-request');
  }
}

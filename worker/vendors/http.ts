import { z } from 'zod';
import type { TokenSource, Tokens } from './tokens.ts';
import { type TroubleKind, VendorTrouble } from './trouble.ts';

/** One request to a vendor; `path` is below its base address. */
export interface Ask<T> {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  path: string;
  query?: Record<string, string>;
  body?: unknown;
  /** What a good answer holds; what it holds besides is not looked at. */
  answer?: z.ZodType<T>;
}

export interface VendorAddress {
  baseUrl: string;
  token: TokenSource;
  /** How long one request may take. */
  timeoutMs?: number;
}

const TIMEOUT_MS = 10_000;
/** Both vendors' ways to say what is wrong: Graph's code is a word, Acronis' a number. */
const complaint = z.object({ error: z.object({ code: z.coerce.string() }) });

/** `Retry-After`: seconds, which may be a decimal fraction, or a date; milliseconds, or null where there is none. */
export function retryAfterMs(header: string | null, now: number): number | null {
  if (header === null || header.trim() === '') return null;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return Math.max(0, Math.ceil(seconds * 1000));
  const date = Date.parse(header);
  return Number.isNaN(date) ? null : Math.max(0, date - now);
}

/** What a status other than success says. A missing right of ours (401, 403) is the provider's to mend, and nothing the customer did. */
function kindOf(status: number): TroubleKind {
  if (status === 404) return 'missing';
  if (status === 409 || status === 429 || status === 503) return 'busy';
  return status >= 400 && status < 500 && status !== 401 && status !== 403 ? 'refused' : 'away';
}

/** Speaks HTTP with one vendor: with a token, which it renews once when it is not taken, and with a limit of time. */
export class VendorHttp {
  readonly #address: VendorAddress;
  readonly #tokens: Tokens;

  constructor(address: VendorAddress, tokens: Tokens) {
    this.#address = address;
    this.#tokens = tokens;
  }

  async ask<T>(ask: Ask<T>): Promise<T> {
    const first = await this.#send(ask, false);
    const response = first.status === 401 ? await this.#send(ask, true, first) : first;
    if (!response.ok) throw await troubleIn(response);
    if (!ask.answer) {
      await response.body?.cancel();
      return undefined as T;
    }
    const read = ask.answer.safeParse(await response.json().catch(() => null));
    if (!read.success) throw new VendorTrouble('strange');
    return read.data;
  }

  async #send<T>({ method, path, query, body }: Ask<T>, anew: boolean, spent?: Response): Promise<Response> {
    await spent?.body?.cancel();
    const url = new URL(`${this.#address.baseUrl}${path}`);
    // Not `+` for a space, which OData takes for a plus.
    if (query)
      url.search = Object.entries(query)
        .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
        .join('&');
    const headers: Record<string, string> = { Authorization: `Bearer ${await this.#tokens.get(this.#address.token, anew)}` };
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    const signal = AbortSignal.timeout(this.#address.timeoutMs ?? TIMEOUT_MS);
    try {
      return await fetch(url, {
        method,
        headers,
        body: body === undefined ? null : JSON.stringify(body),
        redirect: 'manual',
        signal,
      });
    } catch {
      throw new VendorTrouble('away');
    }
  }
}

async function troubleIn(response: Response): Promise<VendorTrouble> {
  const said = complaint.safeParse(await response.json().catch(() => null));
  const waitMs = retryAfterMs(response.headers.get('Retry-After'), Date.now());
  const { status } = response;
  return new VendorTrouble(kindOf(status), { waitMs, code: said.data?.error.code ?? null, status });
}

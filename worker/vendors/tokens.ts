import { z } from 'zod';
import { VendorTrouble } from './trouble.ts';

/** How to get a token: an OAuth 2 client's own credentials. */
export interface TokenSource {
  url: string;
  clientId: string;
  clientSecret: string;
  scope?: string;
  /** Where the endpoint expects the credentials. */
  in: 'body' | 'header';
}

const answer = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().optional(),
  /** Epoch seconds. */
  expires_on: z.number().optional(),
});

const EARLY_MS = 60_000;
const USUAL_MS = 10 * 60_000;
const TIMEOUT_MS = 10_000;

/** Tokens of vendors, each fetched once and kept until shortly before it ends; in memory only. */
export class Tokens {
  readonly #kept = new Map<string, { token: string; until: number }>();

  /** `anew`: the one that was kept is not taken any more. */
  async get(source: TokenSource, anew: boolean): Promise<string> {
    const key = `${source.url} ${source.clientId}`;
    const kept = this.#kept.get(key);
    if (kept && !anew && kept.until > Date.now()) return kept.token;
    this.#kept.delete(key);
    const { access_token: token, expires_in, expires_on } = await fetchToken(source);
    const ends = expires_in === undefined ? (expires_on ?? 0) * 1000 : Date.now() + expires_in * 1000;
    this.#kept.set(key, { token, until: (ends || Date.now() + USUAL_MS) - EARLY_MS });
    return token;
  }
}

async function fetchToken(source: TokenSource): Promise<z.infer<typeof answer>> {
  const form = new URLSearchParams({ grant_type: 'client_credentials' });
  if (source.scope) form.set('scope', source.scope);
  const headers: Record<string, string> = { 'Content-Type': 'application/x-www-form-urlencoded' };
  if (source.in === 'header') headers.Authorization = `Basic ${btoa(`${source.clientId}:${source.clientSecret}`)}`;
  else {
    form.set('client_id', source.clientId);
    form.set('client_secret', source.clientSecret);
  }
  const init = {
    method: 'POST',
    headers,
    body: form.toString(),
    redirect: 'manual',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  } as const;
  const response = await fetch(source.url, init).catch(() => null);
  const body = response?.ok ? answer.safeParse(await response.json().catch(() => null)) : null;
  if (body?.success) return body.data;
  await response?.body?.cancel().catch(() => undefined);
  throw new VendorTrouble('away');
}

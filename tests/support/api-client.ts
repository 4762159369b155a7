import { API_BASE, type RouteName, routeFacts, takesIdempotencyKey } from '../../contract/index.ts';

/** Anything that answers requests: `fetch` itself, or a worker in a test. */
export type Fetch = (request: Request) => Promise<Response>;

export interface Call {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  /** The `Idempotency-Key`; a fresh one unless given. */
  key?: string;
  /** Added to the usual ones; an empty value leaves that one out. */
  headers?: Record<string, string>;
}

const fill = (path: string, params: Record<string, string>) =>
  path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? 'missing'));

function requestOf(origin: string, name: RouteName, call: Call, cookie: string): Request {
  const route = routeFacts(name);
  const url = new URL(`${API_BASE}${fill(route.path, call.params ?? {})}`, origin);
  url.search = new URLSearchParams(call.query).toString();
  const headers = new Headers({ Cookie: cookie });
  if (route.method !== 'get') headers.set('Origin', origin);
  if (call.body !== undefined) headers.set('Content-Type', 'application/json');
  if (takesIdempotencyKey(route)) headers.set('Idempotency-Key', call.key ?? crypto.randomUUID());
  for (const [header, value] of Object.entries(call.headers ?? {}))
    value === '' ? headers.delete(header) : headers.set(header, value);
  return new Request(url, {
    method: route.method.toUpperCase(),
    headers,
    body: call.body === undefined ? null : JSON.stringify(call.body),
  });
}

/** A browser's share of the API, without the browser: keeps the cookie, says where it comes from. */
export class ApiClient {
  readonly #fetch: Fetch;
  readonly #origin: string;
  cookie = '';

  constructor(fetch: Fetch, origin: string) {
    this.#fetch = fetch;
    this.#origin = origin;
  }

  async call(name: RouteName, call: Call = {}): Promise<Response> {
    const response = await this.#fetch(requestOf(this.#origin, name, call, this.cookie));
    const set = response.headers.get('Set-Cookie');
    if (set) this.cookie = set.split(';')[0] ?? '';
    return response;
  }

  /** Signs in, and fails loudly when that does not work. */
  async signIn(email: string, password: string): Promise<this> {
    const response = await this.call('signIn', { body: { email, password } });
    if (response.status !== 200) throw new Error(`signing in answered ${response.status}: ${await response.text()}`);
    return this;
  }
}

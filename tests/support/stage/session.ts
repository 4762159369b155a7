import { API_BASE } from '../../../contract/index.ts';

/** An answer of the API, its JSON already read; `body` is undefined where there is none. */
export type Answer<T> = { status: number; body: T; headers: Headers };
export type CallOptions = {
  /** Repeat a request under its first key to say that it is the same act. */
  idempotencyKey?: string;
  headers?: Record<string, string>;
};

/** Someone at a browser of the edge's own site: has a cookie, sends Origin, and an Idempotency-Key with each change. */
export type Person = {
  readonly url: string;
  readonly cookie: string;
  /** Calls the API, `path` below `/api/v1`. The caller says what the body is; tests compare it anyway. */
  call<T = unknown>(method: string, path: string, json?: unknown, options?: CallOptions): Promise<Answer<T>>;
  get<T = unknown>(path: string): Promise<Answer<T>>;
  post<T = unknown>(path: string, json: unknown, options?: CallOptions): Promise<Answer<T>>;
};

/** Someone who is not signed in, such as a grantee with an invitation. */
export const visitor = (edge: { url: string }): Person => personWith(edge.url, '');

/** Signs in through the API; throws when that is refused, since every test that uses it needs the session. */
export async function signIn(edge: { url: string }, email: string, password: string): Promise<Person> {
  const { status, body, headers } = await visitor(edge).post('/session', { email, password });
  if (status !== 200) throw new Error(`${email} could not sign in: ${status} ${JSON.stringify(body)}`);
  const cookie = headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  return personWith(edge.url, cookie);
}

function personWith(url: string, cookie: string): Person {
  const call = async <T>(method: string, path: string, json?: unknown, options: CallOptions = {}): Promise<Answer<T>> => {
    const changes = method.toUpperCase() !== 'GET';
    const response = await fetch(`${url}${API_BASE}${path}`, {
      method,
      headers: {
        ...(cookie === '' ? {} : { Cookie: cookie }),
        ...(json === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...(changes ? { Origin: url, 'Idempotency-Key': options.idempotencyKey ?? crypto.randomUUID() } : {}),
        ...options.headers,
      },
      ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    });
    const text = await response.text();
    const isJson = response.headers.get('Content-Type')?.includes('json') ?? false;
    return { status: response.status, body: (isJson ? JSON.parse(text) : text || undefined) as T, headers: response.headers };
  };
  return {
    url,
    cookie,
    call,
    get: (path) => call('GET', path),
    post: (path, json, options) => call('POST', path, json, options),
  };
}

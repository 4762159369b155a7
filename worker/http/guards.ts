import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { secureHeaders } from 'hono/secure-headers';
import { API_BASE, ROUTE_NAMES, routeFacts } from '../../contract/index.ts';
import { type AppEnv, type Env, isDevelopment } from './env.ts';
import { refuse } from './refusal.ts';

export const MAX_BODY_BYTES = 64 * 1024;

const isUnsafe = (method: string) => !['GET', 'HEAD', 'OPTIONS'].includes(method);

/** In development the port is not known beforehand, so the address of the request itself is believed. */
function isOwnOrigin(request: Request, env: Env): boolean {
  const origin = request.headers.get('Origin');
  const own = isDevelopment(env) ? [new URL(env.ORIGIN).origin, new URL(request.url).origin] : [new URL(env.ORIGIN).origin];
  return origin !== null && own.includes(origin) && (request.headers.get('Sec-Fetch-Site') ?? 'same-origin') === 'same-origin';
}

/** Refuses every change that does not come from the site itself, JSON included (`hono/csrf` looks at forms only). */
export const sameOriginOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (isUnsafe(c.req.method) && !isOwnOrigin(c.req.raw, c.env)) refuse('foreign-origin');
  await next();
};

const limitTo = (maxSize: number): MiddlewareHandler<AppEnv> => bodyLimit({ maxSize, onError: () => refuse('body-too-large') });
const usual = limitTo(MAX_BODY_BYTES);

/** Routes that take more, each by what its path looks like. */
const generous = ROUTE_NAMES.map(routeFacts).flatMap(({ path, maxBytes }) =>
  maxBytes === undefined
    ? []
    : [{ path: new RegExp(`^${API_BASE}${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), limit: limitTo(maxBytes) }],
);

/** Refuses a body over 64 KiB, or over what its route says, announced or not. */
export const limitBody: MiddlewareHandler<AppEnv> = (c, next) =>
  (generous.find(({ path }) => path.test(c.req.path))?.limit ?? usual)(c, next);

/** A body is JSON and says so. */
export const jsonOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const type = c.req.header('Content-Type')?.split(';')[0]?.trim().toLowerCase();
  const hasBody = isUnsafe(c.req.method) && c.req.raw.body !== null && c.req.header('Content-Length') !== '0';
  if (hasBody && type !== 'application/json') refuse('unsupported-media-type');
  await next();
};

/** Answers of the API are nobody's to keep, to frame or to run. */
export const apiHeaders: MiddlewareHandler<AppEnv>[] = [
  secureHeaders({
    xFrameOptions: 'DENY',
    contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], sandbox: [] },
  }),
  async (c, next) => {
    await next();
    c.header('Cache-Control', 'no-store');
    c.header('Request-Id', c.get('requestId'));
  },
];

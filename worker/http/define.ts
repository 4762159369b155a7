import { createRoute } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import {
  API_BASE,
  ERRORS,
  type ErrorCode,
  json,
  problem,
  ROUTES,
  type RouteFacts,
  type RouteName,
  routeFacts,
  takesIdempotencyKey,
} from '../../contract/index.ts';
import { type AccessEnv, requireAccess } from './access.ts';
import { answerOnce, type IdempotencyEnv } from './idempotency.ts';

type Routes = typeof ROUTES;
/** What a handler finds in its context: what the route's access brings, and the id that repeats share. */
type RouteEnv<N extends RouteName> = AccessEnv<Routes[N]['access']> &
  (Routes[N] extends { method: 'get' } | { idempotent: false } ? Record<never, never> : IdempotencyEnv);

type Defined<N extends RouteName> = Omit<Routes[N], 'path' | 'access' | 'idempotent' | 'maxBytes'> & {
  path: `${typeof API_BASE}${Routes[N]['path']}`;
  operationId: N;
  middleware: MiddlewareHandler<RouteEnv<N>>;
};

const MAY_ALWAYS_SAY: ErrorCode[] = ['invalid-input', 'internal'];

function refusalsOf(route: RouteFacts): ErrorCode[] {
  const { access } = route;
  return [
    ...MAY_ALWAYS_SAY,
    ...(access.who === 'anyone' ? [] : (['not-signed-in'] as const)),
    ...(access.who === 'member' || access.who === 'staff' ? (['role-too-low'] as const) : []),
    ...(route.path.includes('{') || access.who === 'anyone' ? (['not-found'] as const) : []),
    ...(route.method === 'get'
      ? []
      : (['malformed-json', 'foreign-origin', 'grant-changed', 'body-too-large', 'unsupported-media-type'] as const)),
    ...(access.who === 'anyone' ? (['invitation-used', 'too-many-requests'] as const) : []),
  ];
}

/** The answers that say no, for the API document; handlers give them by `refuse()` and so need no types for them. */
function problems(route: RouteFacts) {
  const statuses = new Set(refusalsOf(route).map((code) => ERRORS[code].status));
  const codesOf = (status: number) =>
    Object.entries(ERRORS)
      .filter(([, refusal]) => refusal.status === status)
      .map(([code]) => code);
  return Object.fromEntries(
    [...statuses].map((status) => [status, { description: `One of: ${codesOf(status).join(', ')}`, ...json(problem) }]),
  );
}

const KEY_PARAMETER = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', minLength: 1, maxLength: 200 },
  description: 'Chosen by the client for one act; a repeat with the same key gets the first answer',
} as const;

/**
 * A contract route, ready for `app.openapi(define('createGrant'), handler)`: its path below `/api/v1`, its access
 * check, its `Idempotency-Key` where it takes one, and its refusals in the API document.
 */
export function define<N extends RouteName>(name: N): Defined<N> {
  const { access, idempotent: _, maxBytes: __, ...route } = { idempotent: true, maxBytes: 0, ...ROUTES[name] };
  const facts = routeFacts(name);
  const takesKey = takesIdempotencyKey(facts);
  return createRoute({
    ...route,
    path: `${API_BASE}${facts.path}`,
    operationId: name,
    ...(takesKey ? { parameters: [KEY_PARAMETER] } : {}),
    security: access.who === 'anyone' ? [] : [{ session: [] }],
    responses: { ...problems(facts), ...route.responses },
    middleware: takesKey ? [requireAccess(access), answerOnce] : [requireAccess(access)],
  }) as unknown as Defined<N>;
}

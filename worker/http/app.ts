import { OpenAPIHono } from '@hono/zod-openapi';
import { API_BASE } from '../../contract/index.ts';
import { database } from '../db/index.ts';
import type { App, AppEnv, LoadCaller } from './env.ts';
import { answerProblem } from './faults.ts';
import { refuseInvalid } from './fields.ts';
import { apiHeaders, jsonOnly, limitBody, sameOriginOnly } from './guards.ts';
import { refuse } from './refusal.ts';

const DOCUMENT = {
  openapi: '3.1.0',
  info: {
    title: 'Klucznik',
    version: '1',
    description:
      'Gives people access to services, and takes it back. Every refusal has one shape: a stable code, a Polish message, and the fields to blame.',
  },
};

/** Time for an answer to leave: where D1 lives in the same process, it would queue behind what was begun before it was out. */
const ANSWER_OUT_MS = 25;

/** The app with everything that all routes share; slices add theirs by `app.openapi(define(name), handler)`. */
export function createApp(loadCaller: LoadCaller): App {
  const app = new OpenAPIHono<AppEnv>({
    defaultHook: (result: { success: boolean; target: string; error?: unknown; data?: unknown }) =>
      result.success ? undefined : refuseInvalid(result.target, result.error as never, result.data),
  });
  app.onError(answerProblem);
  app.notFound((c) => (c.req.path.startsWith(`${API_BASE}/`) ? refuse('not-found') : c.env.ASSETS.fetch(c.req.raw)));
  app.use(async (c, next) => {
    c.set('db', database(c.env.DB));
    c.set('requestId', c.req.header('CF-Ray') ?? crypto.randomUUID());
    c.set('loadCaller', loadCaller);
    const later: (() => Promise<unknown>)[] = [];
    c.set('afterAnswer', (work) => later.push(work));
    await next();
    for (const work of later) c.executionCtx.waitUntil(scheduler.wait(ANSWER_OUT_MS).then(work));
  });
  app.use(`${API_BASE}/*`, ...apiHeaders, sameOriginOnly, limitBody, jsonOnly);
  app.openAPIRegistry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: '__Host-klucznik' });
  app.doc31(`${API_BASE}/openapi.json`, DOCUMENT);
  return app;
}

import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Database } from '../db/index.ts';
import type { Caller } from './caller.ts';

/** The worker's bindings, as wrangler.toml names them. */
export interface Env {
  DB: D1Database;
  ASSETS: Fetcher;
  HOST_LINK: DurableObjectNamespace;
  GUESS_COUNTER: DurableObjectNamespace;
  EMAIL: SendEmail;
  /** Anything but `development` switches the development-only pages off. */
  ENVIRONMENT: string;
  /** Where the site is served from. */
  ORIGIN: string;
  MAIL_FROM: string;
}

/** Finds out who sent a request; null when nobody is signed in. Given by the composition root, so that this room knows no sessions. */
export type LoadCaller = (request: Request, db: Database) => Promise<Caller | null>;

/** What every request carries; what a route's access adds to it is in `access.ts`. */
export interface AppEnv {
  Bindings: Env;
  Variables: { db: Database; requestId: string; loadCaller: LoadCaller };
}

export type App = OpenAPIHono<AppEnv>;

export const isDevelopment = (env: Pick<Env, 'ENVIRONMENT'>): boolean => env.ENVIRONMENT === 'development';

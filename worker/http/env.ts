import type { OpenAPIHono } from '@hono/zod-openapi';
import type { FileTicket, HostAnswer, HostQuestion } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import type { Caller } from './caller.ts';

/** What the worker asks of a host's link; the object itself is the hosts slice's. */
export interface HostLinkCalls extends Rpc.DurableObjectBranded {
  fetch(request: Request): Promise<Response>;
  poke(hostId: string, principal: string | null): Promise<boolean>;
  ask(question: HostQuestion): Promise<HostAnswer | null>;
  issueTicket(request: Omit<FileTicket, 'v' | 'issuedAt' | 'notAfter'>): Promise<{ ticket: string; notAfter: number } | null>;
  voidTickets(account: string): Promise<void>;
}

/** What the worker asks of a counter of failures; the object itself is the accounts slice's. Times are epoch ms. */
export interface GuessCounterCalls extends Rpc.DurableObjectBranded {
  /** Milliseconds until another try is allowed; 0 when it is now. */
  waitFor(now: number, freeFailures: number): Promise<number>;
  /** The same, and when it is now, the try counts as failed until it is pardoned. */
  attempt(now: number, freeFailures: number): Promise<number>;
  fail(now: number): Promise<void>;
  pardon(): Promise<void>;
  forget(): Promise<void>;
}

/** The worker's bindings, as wrangler.toml names them. */
export interface Env {
  DB: D1Database;
  ASSETS: Fetcher;
  HOST_LINK: DurableObjectNamespace<HostLinkCalls>;
  GUESS_COUNTER: DurableObjectNamespace<GuessCounterCalls>;
  EMAIL: SendEmail;
  /** Anything but `development` switches the development-only pages off. */
  ENVIRONMENT: string;
  /** Where the site is served from. */
  ORIGIN: string;
  MAIL_FROM: string;
  /** How to reach the clouds of vendors, where the provider sells their licences. The ids and secrets are wrangler secrets. */
  GRAPH_CLIENT_ID?: string;
  GRAPH_CLIENT_SECRET?: string;
  /** Microsoft's own addresses unless told otherwise. */
  GRAPH_URL?: string;
  GRAPH_LOGIN_URL?: string;
  ACRONIS_CLIENT_ID?: string;
  ACRONIS_CLIENT_SECRET?: string;
  /** The provider's data centre, such as `https://eu2-cloud.acronis.com`. */
  ACRONIS_URL?: string;
}

/** Finds out who sent a request; null when nobody is signed in. Given by the composition root, so that this room knows no sessions. */
export type LoadCaller = (request: Request, db: Database) => Promise<Caller | null>;

/** What every request carries; what a route's access adds to it is in `access.ts`. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    db: Database;
    requestId: string;
    loadCaller: LoadCaller;
    /** Leaves work for when the answer is out, such as mail, which would otherwise take turns with it at D1. */
    afterAnswer: (work: () => Promise<unknown>) => void;
  };
}

export type App = OpenAPIHono<AppEnv>;

export const isDevelopment = (env: Pick<Env, 'ENVIRONMENT'>): boolean => env.ENVIRONMENT === 'development';

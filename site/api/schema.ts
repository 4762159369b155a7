import type { Hono } from 'hono';
import type { z } from 'zod';
import type { ROUTES } from '../../contract/index.ts';

/*
 * The type of Hono's client, read off the contract's routes: the site gets every path, body and answer
 * checked without importing a line of the worker.
 */

type Routes = typeof ROUTES;
type Route = Routes[keyof Routes];

/** `/grants/{grantId}` as Hono writes it: `/grants/:grantId`. */
type HonoPath<P extends string> = P extends `${infer Before}{${infer Name}}${infer After}`
  ? `${Before}:${Name}${HonoPath<After>}`
  : P;

/** Everything in an address is text; enumerations keep their words. */
type AsText<T> = { [K in keyof T]: T[K] extends string | undefined ? T[K] : string };

type Json<R> = R extends { request: { body: { content: { 'application/json': { schema: infer S extends z.ZodType } } } } }
  ? { json: z.input<S> }
  : unknown;
type Query<R> = R extends { request: { query: infer S extends z.ZodType } } ? { query: AsText<z.input<S>> } : unknown;
type Param<R> = R extends { request: { params: infer S extends z.ZodType } } ? { param: AsText<z.input<S>> } : unknown;
type Input<R> = Json<R> & Query<R> & Param<R> & {};

type Answer<A, Status> = A extends { content: { 'application/json': { schema: infer S extends z.ZodType } } }
  ? { output: z.output<S>; outputFormat: 'json'; status: Status }
  : A extends { content: object }
    ? { output: string; outputFormat: 'text'; status: Status }
    : { output: null; outputFormat: 'body'; status: Status };
type Answers<R extends Route> = { [S in keyof R['responses'] & number]: Answer<R['responses'][S], S> }[keyof R['responses'] &
  number];

type EndpointOf<R extends Route> = { input: Input<R> } & Answers<R>;
type MethodsAt<P extends string> = { [R in Route as HonoPath<R['path']> extends P ? `$${R['method']}` : never]: EndpointOf<R> };
type ApiSchema = { [P in HonoPath<Route['path']>]: MethodsAt<P> };

/** What `hc` needs to know about `/api/v1`. */
export type Api = Hono<Record<string, never>, ApiSchema, '/'>;

import { assetRoutes } from './assets.ts';
import { cessionRoutes } from './cession.ts';
import { domainRoutes } from './domains.ts';
import { fileRoutes } from './files.ts';
import { grantRoutes, invitationRoutes } from './grants.ts';
import { caseRoutes, staffCaseRoutes } from './help.ts';
import { licenceRoutes } from './licences.ts';
import { panelUserRoutes } from './panel-users.ts';
import { peopleRoutes } from './people.ts';
import { serviceRoutes } from './services.ts';
import { sessionRoutes } from './session.ts';
import type { Access } from './shape.ts';
import { staffRoutes } from './staff.ts';

export * from './assets.ts';
export * from './cession.ts';
export * from './domains.ts';
export * from './files.ts';
export * from './grants.ts';
export * from './help.ts';
export * from './licences.ts';
export * from './panel-users.ts';
export * from './people.ts';
export * from './services.ts';
export * from './session.ts';
export * from './shape.ts';
export * from './staff.ts';

/**
 * Every route of `/api/v1`, by operation name: the one source of the worker's checks, the OpenAPI document,
 * the site's typed client and the tests that walk all routes.
 *
 * An unsafe route takes an `Idempotency-Key` unless it says `idempotent: false`.
 */
export const ROUTES = {
  ...sessionRoutes,
  ...serviceRoutes,
  ...assetRoutes,
  ...grantRoutes,
  ...invitationRoutes,
  ...panelUserRoutes,
  ...licenceRoutes,
  ...domainRoutes,
  ...cessionRoutes,
  ...fileRoutes,
  ...peopleRoutes,
  ...caseRoutes,
  ...staffRoutes,
  ...staffCaseRoutes,
} as const;

export type RouteName = keyof typeof ROUTES;
export interface RouteFacts {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  path: string;
  access: Access;
  idempotent?: false;
  /** Most bytes that its body may have, where that is more than usual. */
  maxBytes?: number;
  summary: string;
}

/** What a route asks of its caller, without its schemas. */
export const routeFacts = (name: RouteName): RouteFacts => ROUTES[name];
export const ROUTE_NAMES = Object.keys(ROUTES) as RouteName[];

/** True when the route changes something and so takes an `Idempotency-Key`. */
export const takesIdempotencyKey = (route: RouteFacts): boolean => route.method !== 'get' && route.idempotent !== false;
export const API_BASE = '/api/v1';

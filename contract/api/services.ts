import { z } from 'zod';
import { treePath } from '../kinds/index.ts';
import { answer, id, MANAGERS, moment } from './shape.ts';

export const serviceKind = z.enum(['hosting', 'panel', 'licence', 'domain']);
export type ServiceKind = z.infer<typeof serviceKind>;

export const serviceView = z.object({
  id,
  kind: serviceKind,
  name: z.string(),
  host: z.object({ name: z.string(), online: z.boolean(), lastSeenAt: moment.nullable() }),
});
export type ServiceView = z.infer<typeof serviceView>;

export const directoryListing = z.object({
  path: treePath,
  directories: z.array(
    z.object({
      name: z.string(),
      /** False for a link to elsewhere and for names that no grant can carry; `why` says which. */
      selectable: z.boolean(),
      why: z.enum(['directory-is-link', 'path-invalid']).nullable(),
    }),
  ),
  /** True when the directory holds more than were listed. */
  truncated: z.boolean(),
});
export type DirectoryListing = z.infer<typeof directoryListing>;

export const serviceRoutes = {
  listServices: {
    method: 'get',
    path: '/services',
    access: { who: 'member', roles: MANAGERS },
    summary: 'What the account has: hosting, licences and domains',
    responses: { 200: answer('The services', z.object({ services: z.array(serviceView) })) },
  },
  listDirectories: {
    method: 'get',
    path: '/services/{serviceId}/directories',
    access: { who: 'member', roles: MANAGERS },
    summary: 'Directories directly in one directory, read from the server now',
    request: { params: z.object({ serviceId: id }), query: z.object({ path: treePath.default('/') }) },
    responses: { 200: answer('The directories', directoryListing) },
  },
} as const;

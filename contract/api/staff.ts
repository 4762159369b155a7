import { z } from 'zod';
import { grantView } from './grants.ts';
import { answer, body, id, moment, page, text } from './shape.ts';

export const customerView = z.object({
  id,
  name: z.string(),
  clientNumber: z.string(),
  services: z.array(z.object({ id, name: z.string(), hostName: z.string() })),
});

export const hostView = z.object({
  id,
  name: z.string(),
  state: z.enum(['waiting', 'enrolled']),
  online: z.boolean(),
  lastSeenAt: moment.nullable(),
  version: z.string().nullable(),
  /** Resources whose wanted state the host has not confirmed yet. */
  waiting: z.int(),
  /** Resources on the server that claim to be ours and that we do not know; reported, never deleted. */
  strangers: z.int(),
});
export type HostView = z.infer<typeof hostView>;

/** Given out by routes that take no `Idempotency-Key`: a kept answer would keep the token. Asking again gives a fresh one and voids the last. */
const newHostToken = z.object({
  host: hostView,
  /** One-time, shown once, valid for an hour. */ token: z.string(),
  expiresAt: moment,
});
const operators = { who: 'staff', roles: ['operator'] } as const;
const anyStaff = { who: 'staff', roles: ['support', 'operator'] } as const;

export const staffRoutes = {
  findCustomer: {
    method: 'get',
    path: '/staff/customers',
    access: anyStaff,
    summary: 'Look a customer up by client number; the customer sees it in their history',
    request: { query: z.object({ clientNumber: text(20) }) },
    responses: { 200: answer('The customer', customerView) },
  },
  listCustomerGrants: {
    method: 'get',
    path: '/staff/customers/{customerId}/grants',
    access: anyStaff,
    summary: "A customer's grants, read-only",
    request: { params: z.object({ customerId: id }), query: z.object(page) },
    responses: {
      200: answer(
        'A page',
        z.object({ grants: z.array(grantView.omit({ connection: true, why: true })), next: z.string().nullable() }),
      ),
    },
  },
  listHosts: {
    method: 'get',
    path: '/staff/hosts',
    access: operators,
    summary: 'Hosting servers and whether their agents answer',
    responses: { 200: answer('The hosts', z.object({ hosts: z.array(hostView) })) },
  },
  createHost: {
    method: 'post',
    path: '/staff/hosts',
    access: operators,
    idempotent: false,
    summary: 'Add a hosting server and get its one-time enrolment token',
    request: {
      body: body(
        z.strictObject({
          name: z
            .string()
            .trim()
            .toLowerCase()
            .regex(/^[a-z0-9][a-z0-9.-]{0,100}$/),
        }),
      ),
    },
    responses: { 201: answer('The host and its token', newHostToken) },
  },
  renewHostToken: {
    method: 'post',
    path: '/staff/hosts/{hostId}/enrolment',
    access: operators,
    idempotent: false,
    summary: 'A new one-time token for a server whose agent must be enrolled again',
    request: { params: z.object({ hostId: id }) },
    responses: { 201: answer('The host and its token', newHostToken) },
  },
} as const;

import { z } from 'zod';
import { seatRole } from '../kinds/index.ts';
import { grantView } from './grants.ts';
import { answer, body, id, page, role, text } from './shape.ts';

export const vendorName = z.enum(['own', 'microsoft', 'acronis']);
export type VendorName = z.infer<typeof vendorName>;

/** One licence service with the seats bought (R4). */
export const licenceView = z.object({
  id,
  name: z.string(),
  vendor: vendorName,
  bought: z.int(),
  taken: z.int(),
  /** The caller's own seat; null without one. */
  mine: seatRole.nullable(),
  /** True for managers of the account, and for whoever looks after this service (R5). */
  mayManage: z.boolean(),
});
export type LicenceView = z.infer<typeof licenceView>;

/** Role `user` works with seats, so every panel user may call these; what one sees is decided by object (R2, R5). */
const members = { who: 'member', roles: role.options } as const;
const membersSteppedUp = { ...members, stepUp: true } as const;
const serviceId = z.object({ serviceId: id });
const seat = z.object({ serviceId: id, grantId: id });
const person = z.strictObject({
  name: text(80),
  email: z.string().trim().min(1, { error: 'required' }).max(254, { error: 'too-long' }),
});

/** Seats are given, changed and withdrawn here, by managers and by whoever looks after the service alike; `createGrant` refuses them. */
export const licenceRoutes = {
  listLicences: {
    method: 'get',
    path: '/licences',
    access: members,
    summary: 'Licence services: all of them for managers, for others those in which they hold a seat',
    responses: { 200: answer('The services', z.object({ licences: z.array(licenceView) })) },
  },
  listSeats: {
    method: 'get',
    path: '/licences/{serviceId}/seats',
    access: members,
    summary: 'Seats of one service, by person; for whoever may manage it',
    request: { params: serviceId, query: z.object(page) },
    responses: {
      200: answer('A page', z.object({ licence: licenceView, seats: z.array(grantView), next: z.string().nullable() })),
    },
  },
  assignSeat: {
    method: 'post',
    path: '/licences/{serviceId}/seats',
    access: membersSteppedUp,
    summary: 'Assign a free seat to a person',
    request: {
      params: serviceId,
      body: body(z.strictObject({ person, role: seatRole, notAfter: z.int().nullable() })),
    },
    responses: { 201: answer('The seat', grantView) },
  },
  changeSeat: {
    method: 'patch',
    path: '/licences/{serviceId}/seats/{grantId}',
    access: membersSteppedUp,
    summary: 'Change the role of a seat, or its end date',
    request: {
      params: seat,
      body: body(z.strictObject({ version: z.int(), role: seatRole.optional(), notAfter: z.int().nullable().optional() })),
    },
    responses: { 200: answer('The seat', grantView) },
  },
  moveSeat: {
    method: 'post',
    path: '/licences/{serviceId}/seats/{grantId}/move',
    access: membersSteppedUp,
    summary: 'Withdraw a seat from one person and assign it to another, in one act',
    request: { params: seat, body: body(z.strictObject({ person })) },
    responses: { 201: answer('The new seat', grantView) },
  },
  withdrawSeat: {
    method: 'post',
    path: '/licences/{serviceId}/seats/{grantId}/withdrawal',
    access: members,
    summary: 'Withdraw a seat; the same when it is already being withdrawn',
    request: { params: seat },
    responses: { 200: answer('The seat', grantView) },
  },
} as const;

import { z } from 'zod';
import { fileRef, fileTicket } from '../files/index.ts';
import { answer, body, id, MANAGERS, moment } from './shape.ts';

export const filePass = z.object({
  /** For the header `Authorization: Ticket …`. */
  ticket: z.string(),
  /** Where the service's file door is; ends without `/`. */
  url: z.url(),
  notAfter: moment,
});
export type FilePass = z.infer<typeof filePass>;

export const fileRoutes = {
  issueFileTicket: {
    method: 'post',
    path: '/services/{serviceId}/file-tickets',
    access: { who: 'member', roles: MANAGERS },
    idempotent: false,
    summary: "A short-lived ticket to a hosting service's own files, for the browser to show to the hosting server (R8)",
    request: {
      params: z.object({ serviceId: id }),
      body: body(z.strictObject({ path: fileRef, right: fileTicket.shape.right })),
    },
    responses: { 201: answer('The ticket', filePass) },
  },
} as const;

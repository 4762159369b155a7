import { z } from 'zod';

/* The part of Acronis' answers that is read here. */

export const user = z.object({
  id: z.string(),
  version: z.int(),
  login: z.string(),
  enabled: z.boolean(),
  activated: z.boolean(),
  deleted_at: z.string().nullable(),
});
export type AcronisUser = z.infer<typeof user>;

export const policies = z.object({ items: z.array(z.object({ role_id: z.string(), tenant_id: z.string() })) });

/** What a new item is called until Acronis names it. */
export const NO_ID = '00000000-0000-0000-0000-000000000000';
/** Acronis' own codes (error-codes page of the platform). */
export const STALE_VERSION = '1001';
export const QUOTA_EXCEEDED = '1022';

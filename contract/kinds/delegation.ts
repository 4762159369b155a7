import { z } from 'zod';

/** A client's number as it stands on their invoices; spaces and dashes are left out before. */
export const clientNumber = z.string().regex(/^[0-9A-Za-z-]{3,20}$/, { error: 'client-number-unknown' });

/** A registered name in lower-case ASCII, IDN in its `xn--` form, at least two labels. */
export const domainName = z
  .string()
  .regex(/^(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/);

/** Management of one domain, passed to another client of the provider (R6). Ownership and subscriber stay. */
export const delegationSpec = z.strictObject({ kind: z.literal('delegation'), domain: domainName, to: clientNumber });
export type DelegationSpec = z.infer<typeof delegationSpec>;

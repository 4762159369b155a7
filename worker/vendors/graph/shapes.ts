import { z } from 'zod';

/* The part of Microsoft Graph's answers that is read here. */

/** Set on users that we made; free for customers' own purposes by Microsoft's word. */
export const OURS = 'klucznik';

export const user = z.object({
  id: z.string(),
  userPrincipalName: z.string().nullish(),
  accountEnabled: z.boolean().nullish(),
  usageLocation: z.string().nullish(),
  assignedLicenses: z.array(z.object({ skuId: z.string().nullish() })).default([]),
  licenseAssignmentStates: z
    .array(z.object({ skuId: z.string().nullish(), state: z.string().nullish(), error: z.string().nullish() }))
    .default([]),
  onPremisesExtensionAttributes: z.object({ extensionAttribute15: z.string().nullish() }).nullish(),
});
export type GraphUser = z.infer<typeof user>;
export const users = z.object({ value: z.array(user) });
/** The fields above, as `$select` names them. */
export const USER_FIELDS = Object.keys(user.shape).join(',');

export const made = z.object({ id: z.string() });
export const roleAssignments = z.object({
  value: z.array(z.object({ id: z.string(), directoryScopeId: z.string().nullish() })),
});
export const skus = z.object({
  value: z.array(
    z.object({
      skuId: z.string().nullish(),
      consumedUnits: z.number().nullish(),
      prepaidUnits: z.object({ enabled: z.number().nullish(), warning: z.number().nullish() }).nullish(),
    }),
  ),
});

export const isOurs = (found: GraphUser): boolean => found.onPremisesExtensionAttributes?.extensionAttribute15 === OURS;
const same = (one: string | null | undefined, other: string) => one?.toLowerCase() === other.toLowerCase();
export const hasLicence = (found: GraphUser, sku: string): boolean =>
  found.assignedLicenses.some(({ skuId }) => same(skuId, sku));
/** What Microsoft says is wrong with an assigned licence; null when nothing is. */
export const licenceFault = (found: GraphUser, sku: string): string | null => {
  const error = found.licenseAssignmentStates.find(({ skuId }) => same(skuId, sku))?.error;
  return error && error !== 'None' ? error : null;
};
export const isOfSku = (sku: string) => (one: { skuId?: string | null | undefined }) => same(one.skuId, sku);

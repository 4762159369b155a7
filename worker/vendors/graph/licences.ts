import type { VendorHttp } from '../http.ts';
import { VendorTrouble } from '../trouble.ts';
import { type GraphUser, hasLicence, isOfSku, licenceFault, skus, user } from './shapes.ts';

/** Errors that Microsoft keeps with an assigned licence. */
const faultOf = (error: string) => new VendorTrouble(error === 'CountViolation' ? 'seats-out' : 'refused');

const change = (http: VendorHttp, id: string, add: readonly string[], remove: readonly string[]) =>
  http.ask({
    method: 'POST',
    path: `/users/${id}/assignLicense`,
    body: { addLicenses: add.map((skuId) => ({ skuId, disabledPlans: [] })), removeLicenses: remove },
    answer: user,
  });

/** Microsoft says no to a licence in one way for many reasons: only the count of bought ones tells which. */
async function why(http: VendorHttp, refusal: VendorTrouble, sku: string): Promise<VendorTrouble> {
  const { value } = await http.ask({ method: 'GET', path: '/subscribedSkus', answer: skus });
  const bought = value.find(isOfSku(sku));
  const enabled = (bought?.prepaidUnits?.enabled ?? 0) + (bought?.prepaidUnits?.warning ?? 0);
  return bought && (bought.consumedUnits ?? 0) >= enabled ? new VendorTrouble('seats-out') : refusal;
}

/** Gives the licence, in one call with taking those that it replaces. */
export async function giveLicence(http: VendorHttp, found: GraphUser, sku: string, replaced: readonly string[]): Promise<void> {
  const add = hasLicence(found, sku) ? [] : [sku];
  const remove = replaced.filter((old) => hasLicence(found, old));
  if (add.length + remove.length === 0) return;
  try {
    await change(http, found.id, add, remove);
  } catch (error) {
    if (!(error instanceof VendorTrouble)) throw error;
    if (error.kind === 'refused') throw await why(http, error, sku);
    // A user that was just made is not known everywhere yet.
    throw error.kind === 'missing' ? new VendorTrouble('busy') : error;
  }
}

export async function takeLicences(http: VendorHttp, found: GraphUser, taken: readonly string[]): Promise<void> {
  if (taken.length > 0) await change(http, found.id, [], taken);
}

/** Throws unless the licence is there and in order. */
export function mustHaveLicence(found: GraphUser, sku: string): void {
  const fault = licenceFault(found, sku);
  if (fault) throw faultOf(fault);
  if (!hasLicence(found, sku)) throw new VendorTrouble('busy');
}

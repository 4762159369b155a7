import type { SeatRole } from '../../../contract/index.ts';
import type { VendorHttp } from '../http.ts';
import type { Memory, Remember, SeatOrder, Vendor } from '../port.ts';
import { told, VendorTrouble } from '../trouble.ts';
import { deleteUser, makeUser, readUser, sendActivation, setEnabled } from './people.ts';
import { NO_ID, policies } from './shapes.ts';

/** What a seat's holder may do at Acronis: their own backups, or the protection of the whole customer and nothing else of it (R5). */
const ROLES: Record<SeatRole, string> = { user: 'backup_user', administrator: 'protection_admin' };
const SECOND_LOOK_MS = 2000;

/** Seats at Acronis: for each a user of its own, made by us, with one role. All of them are ours, so one that ends is disabled and then deleted. */
export const acronis = (http: VendorHttp): Vendor => ({
  secondLookMs: SECOND_LOOK_MS,
  apply: (order, memory, remember) =>
    told(() => (order.role === null ? withdraw(http, memory) : assign(http, order, order.role, memory, remember))),
});

async function assign(http: VendorHttp, order: SeatOrder, role: SeatRole, before: Memory, remember: Remember): Promise<void> {
  const known = before.userId ? await readUser(http, before.userId) : null;
  const { id, activated } = known ?? (await makeUser(http, order, before, remember));
  await setRole(http, id, order.tenant, ROLES[role]);
  await setEnabled(http, id, true);
  if (!activated && before.invited !== id) {
    await sendActivation(http, id);
    await remember({ ...before, userId: id, invited: id });
  }
  const after = await readUser(http, id);
  if (!after?.enabled || !(await hasRole(http, id, order.tenant, ROLES[role]))) throw new VendorTrouble('busy');
}

async function withdraw(http: VendorHttp, { userId }: Memory): Promise<void> {
  if (!userId || !(await readUser(http, userId))) return;
  await setEnabled(http, userId, false);
  await deleteUser(http, userId);
  if (await readUser(http, userId)) throw new VendorTrouble('busy');
}

const at = (id: string) => `/api/2/users/${id}/access_policies`;

async function hasRole(http: VendorHttp, id: string, tenant: string, role: string): Promise<boolean> {
  const { items } = await http.ask({ method: 'GET', path: at(id), answer: policies });
  return items.length === 1 && items.every(({ role_id, tenant_id }) => role_id === role && tenant_id === tenant);
}

/** Makes this the user's only role. */
async function setRole(http: VendorHttp, id: string, tenant: string, role: string): Promise<void> {
  if (await hasRole(http, id, tenant, role)) return;
  const item = {
    id: NO_ID,
    issuer_id: NO_ID,
    trustee_id: id,
    trustee_type: 'user',
    tenant_id: tenant,
    role_id: role,
    version: 0,
  };
  await http.ask({ method: 'PUT', path: at(id), body: { items: [item] }, answer: policies });
}

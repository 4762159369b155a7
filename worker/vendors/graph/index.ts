import type { VendorHttp } from '../http.ts';
import type { Memory, Remember, SeatOrder, Vendor } from '../port.ts';
import { told, VendorTrouble } from '../trouble.ts';
import { giveLicence, mustHaveLicence, takeLicences } from './licences.ts';
import { changeUser, endSessions, findOurs, findUser, makeUser, mustRead, readUser, readyUser } from './people.ts';
import { giveRole, rolesOf, takeRoles } from './roles.ts';
import { type GraphUser, hasLicence, isOurs } from './shapes.ts';

/** Long enough for the directory to tell itself what has changed. */
const SECOND_LOOK_MS = 2000;

/**
 * Seats in Microsoft's cloud (Office 365): a user of the customer's directory with a licence, and for role administrator the
 * directory role License Administrator. A user that was there before us stays, enabled as it was; one that we made is disabled, never deleted.
 */
export const graph = (httpOf: (tenant: string) => VendorHttp): Vendor => ({
  secondLookMs: SECOND_LOOK_MS,
  apply: (order, memory, remember) => {
    const http = httpOf(order.tenant);
    return told(() => (order.role === null ? withdraw(http, order, memory) : assign(http, order, memory, remember)));
  },
});

async function assign(http: VendorHttp, order: SeatOrder, before: Memory, remember: Remember): Promise<void> {
  const found = (await findUser(http, order, before.userId)) ?? (await makeUser(http, order));
  const given = skusOf(before);
  const memory = { ...before, userId: found.id, skus: [...new Set([...given, order.product])].join() };
  // Written down before it is given: a seat that was never spoken of takes nothing from anybody.
  await remember(memory);
  await readyUser(http, found);
  const replaced = given.filter((sku) => sku !== order.product && !order.besides.products.includes(sku));
  await giveLicence(http, found, order.product, replaced);
  await setRole(http, order, memory, remember);
  mustHaveLicence(await mustRead(http, found.id), order.product);
}

/** Every product that this seat may have given. */
const skusOf = ({ skus }: Memory): string[] => (skus ? skus.split(',') : []);

/** Gives or takes the role. One that somebody else gave before us is theirs, and stays. */
async function setRole(
  http: VendorHttp,
  order: SeatOrder,
  memory: Memory & { userId: string },
  remember: Remember,
): Promise<void> {
  const roles = await rolesOf(http, memory.userId);
  const wanted = order.role === 'administrator' || order.besides.administrator;
  if (!wanted && memory.role === 'ours' && roles.length > 0) {
    await takeRoles(http, roles);
    await endSessions(http, memory.userId);
  }
  if (order.role !== 'administrator') return;
  // Written down before it is made: otherwise one whose answer got lost would be taken for somebody else's.
  if (!memory.role) await remember({ ...memory, role: roles.length > 0 && !order.besides.administrator ? 'theirs' : 'ours' });
  if (roles.length > 0) return;
  await giveRole(http, memory.userId);
  if ((await rolesOf(http, memory.userId)).length === 0) throw new VendorTrouble('busy');
}

async function withdraw(http: VendorHttp, order: SeatOrder, memory: Memory): Promise<void> {
  const found = memory.userId ? await readUser(http, memory.userId) : await findOurs(http, order);
  if (!found) return;
  const before = await left(http, order, memory, found);
  if (isNothing(before)) return;
  if (before.closing) await changeUser(http, found.id, { accountEnabled: false });
  await takeRoles(http, before.roles);
  await takeLicences(http, found, before.skus);
  if (before.closing || before.roles.length > 0) await endSessions(http, found.id);
  const after = await readUser(http, found.id);
  if (after && !isNothing(await left(http, order, memory, after))) throw new VendorTrouble('busy');
}

type Left = Awaited<ReturnType<typeof left>>;
const isNothing = ({ skus, roles, closing }: Left) => skus.length === 0 && roles.length === 0 && !closing;

/** What this seat alone still gives the person. */
async function left(http: VendorHttp, { besides }: SeatOrder, memory: Memory, found: GraphUser) {
  const roleIsOurs = memory.role === 'ours' && !besides.administrator;
  return {
    skus: skusOf(memory).filter((sku) => hasLicence(found, sku) && !besides.products.includes(sku)),
    roles: roleIsOurs ? await rolesOf(http, found.id) : [],
    closing: isOurs(found) && found.accountEnabled !== false && besides.products.length === 0,
  };
}

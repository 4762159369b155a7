import type { VendorHttp } from '../http.ts';
import type { Memory, Remember, SeatOrder } from '../port.ts';
import { orMissing, VendorTrouble } from '../trouble.ts';
import { type AcronisUser, QUOTA_EXCEEDED, STALE_VERSION, user } from './shapes.ts';

const at = (id: string) => `/api/2/users/${id}`;

/** A user as it is now; null once it is deleted. */
export async function readUser(http: VendorHttp, id: string): Promise<AcronisUser | null> {
  const found = await orMissing(http.ask({ method: 'GET', path: at(id), answer: user }));
  return found?.deleted_at === null ? found : null;
}

/** How often a version that somebody else made stale is read anew before the rest is left for later. */
const TRIES = 3;

/** Does something to the newest version of a user, however often others change it meanwhile; nothing to one that is gone. */
async function toNewest(http: VendorHttp, id: string, act: (found: AcronisUser) => Promise<unknown> | null): Promise<void> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const found = await readUser(http, id);
    const acting = found && act(found);
    if (!acting) return;
    try {
      await acting;
      return;
    } catch (error) {
      if (!(error instanceof VendorTrouble) || error.code !== STALE_VERSION) throw error;
    }
  }
  throw new VendorTrouble('busy');
}

export const setEnabled = (http: VendorHttp, id: string, enabled: boolean) =>
  toNewest(http, id, (found) =>
    found.enabled === enabled
      ? null
      : http.ask({ method: 'PUT', path: at(id), body: { enabled, version: found.version }, answer: user }),
  );

/** Acronis deletes only what is disabled. */
export const deleteUser = (http: VendorHttp, id: string) =>
  toNewest(http, id, ({ version }) =>
    orMissing(http.ask<void>({ method: 'DELETE', path: at(id), query: { version: String(version) } })),
  );

export const sendActivation = (http: VendorHttp, id: string) =>
  http.ask<void>({ method: 'POST', path: `${at(id)}/send-activation-email`, body: {} });

async function isFree(http: VendorHttp, login: string): Promise<boolean> {
  try {
    await http.ask<void>({ method: 'GET', path: '/api/2/users/check_login', query: { username: login } });
    return true;
  } catch (error) {
    if (error instanceof VendorTrouble && error.status === 409) return false;
    throw error;
  }
}

/** More lost answers than this for one seat is not chance. */
const LOGINS = 20;

/** A login of our own that is not taken: the seat's name, and a number once an answer with a user's id has been lost. */
async function freeLogin(http: VendorHttp, principal: string): Promise<string> {
  for (let number = 1; number <= LOGINS; number += 1) {
    const login = number === 1 ? principal : `${principal}-${number}`;
    if (await isFree(http, login)) return login;
  }
  throw new VendorTrouble('strange');
}

/**
 * Makes a user of ours, disabled and without a role: its id is in the answer alone, so one whose answer got lost can never be found
 * again, and must be nobody's way in.
 */
export async function makeUser(http: VendorHttp, order: SeatOrder, memory: Memory, remember: Remember): Promise<AcronisUser> {
  const { person, tenant, principal } = order;
  const [firstname = '', ...rest] = person.name.split(' ');
  const body = {
    tenant_id: tenant,
    login: await freeLogin(http, principal),
    contact: { email: person.email, firstname, lastname: rest.join(' ') || null },
    enabled: false,
    language: 'pl',
  };
  try {
    const made = await http.ask({ method: 'POST', path: '/api/2/users', body, answer: user });
    await remember({ ...memory, userId: made.id });
    return made;
  } catch (error) {
    const isFull = error instanceof VendorTrouble && error.code === QUOTA_EXCEEDED;
    throw isFull ? new VendorTrouble('seats-out') : error;
  }
}

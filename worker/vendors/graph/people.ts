import { sha256Hex } from '../../../contract/index.ts';
import type { VendorHttp } from '../http.ts';
import type { SeatOrder } from '../port.ts';
import { orMissing, VendorTrouble } from '../trouble.ts';
import { type GraphUser, isOurs, made, OURS, USER_FIELDS, user, users } from './shapes.ts';

type Person = Pick<SeatOrder, 'person' | 'tenant'>;

/** Where Microsoft lets people of this customer sign in. */
const USAGE_LOCATION = 'PL';

export const readUser = (http: VendorHttp, id: string): Promise<GraphUser | null> =>
  orMissing(
    http.ask({
      method: 'GET',
      path: `/users/${encodeURIComponent(id)}`,
      query: { $select: USER_FIELDS },
      answer: user,
    }),
  );

/** A text inside an OData string. */
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

const byAddress = async (http: VendorHttp, email: string): Promise<GraphUser | null> => {
  const $filter = `mail eq ${quoted(email)} or userPrincipalName eq ${quoted(email)}`;
  const { value } = await http.ask({
    method: 'GET',
    path: '/users',
    query: { $filter, $select: USER_FIELDS, $top: '3' },
    answer: users,
  });
  const [only] = value;
  return (
    value.find(({ userPrincipalName }) => userPrincipalName?.toLowerCase() === email) ??
    (value.length === 1 ? only : null) ??
    null
  );
};

/** The name that a user of ours signs in with: the person's own address where it is the customer's, else one of the customer's. */
async function ourName({ person, tenant }: Person): Promise<{ name: string; nickname: string }> {
  const [local = '', domain] = person.email.split('@');
  const plain = local.replace(/[^a-z0-9._-]/g, '').slice(0, 40) || 'osoba';
  if (domain === tenant.toLowerCase()) return { name: person.email, nickname: plain };
  const nickname = `${plain}.${(await sha256Hex(person.email)).slice(0, 8)}`;
  return { name: `${nickname}@${tenant}`, nickname };
}

/** The person's user, if the customer's directory has one: by what is remembered, by address, or by the name that ours would have. */
export async function findUser(http: VendorHttp, order: Person, remembered: string | undefined): Promise<GraphUser | null> {
  const known = remembered ? await readUser(http, remembered) : null;
  return known ?? (await byAddress(http, order.person.email)) ?? (await findOurs(http, order));
}

/** The user that we would have made for the person. */
export const findOurs = async (http: VendorHttp, order: Person): Promise<GraphUser | null> =>
  readUser(http, (await ourName(order)).name);

/** Makes a user of ours; nobody knows the first password, so whoever looks after the service sets one. */
export async function makeUser(http: VendorHttp, order: Person): Promise<GraphUser> {
  const { name, nickname } = await ourName(order);
  const body = {
    accountEnabled: true,
    displayName: order.person.name,
    mailNickname: nickname,
    userPrincipalName: name,
    otherMails: [order.person.email],
    usageLocation: USAGE_LOCATION,
    onPremisesExtensionAttributes: { extensionAttribute15: OURS },
    passwordProfile: { forceChangePasswordNextSignIn: true, password: unknownPassword() },
  };
  try {
    const { id } = await http.ask({ method: 'POST', path: '/users', body, answer: made });
    return await mustRead(http, id);
  } catch (error) {
    // An earlier try may have made it after all, and the directory has only now come to know it.
    const there = error instanceof VendorTrouble && error.kind === 'refused' ? await readUser(http, name) : null;
    if (there) return there;
    throw error;
  }
}

/** A user that is certainly there; the directory may need a moment to know. */
export async function mustRead(http: VendorHttp, id: string): Promise<GraphUser> {
  const found = await readUser(http, id);
  if (!found) throw new VendorTrouble('busy');
  return found;
}

/** Lets a user of ours sign in, and says where whoever has no place yet may use licences. */
export async function readyUser(http: VendorHttp, found: GraphUser): Promise<void> {
  const change = {
    ...(isOurs(found) && found.accountEnabled === false ? { accountEnabled: true } : {}),
    ...(found.usageLocation ? {} : { usageLocation: USAGE_LOCATION }),
  };
  if (Object.keys(change).length > 0) await changeUser(http, found.id, change);
}

export const changeUser = (http: VendorHttp, id: string, body: { accountEnabled?: boolean; usageLocation?: string }) =>
  http.ask<void>({ method: 'PATCH', path: `/users/${id}`, body });

/** Ends what the person has open. */
export const endSessions = (http: VendorHttp, id: string) =>
  http.ask<void>({ method: 'POST', path: `/users/${id}/revokeSignInSessions` });

const unknownPassword = () => `${btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(30))))}aA1!`;

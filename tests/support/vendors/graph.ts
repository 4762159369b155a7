import { randomUUID } from 'node:crypto';
import { type Cloud, type Reply, startCloud } from './cloud.ts';

/** A user of the directory, as Microsoft Graph shows it. */
export interface DirectoryUser {
  id: string;
  displayName: string;
  userPrincipalName: string;
  mail: string | null;
  mailNickname: string;
  otherMails: string[];
  accountEnabled: boolean;
  usageLocation: string | null;
  assignedLicenses: { skuId: string; disabledPlans: string[] }[];
  licenseAssignmentStates: {
    skuId: string;
    state: string;
    error: string;
    assignedByGroup: string | null;
    disabledPlans: string[];
  }[];
  onPremisesExtensionAttributes: { extensionAttribute15: string | null } | null;
}
export interface RoleAssignment {
  id: string;
  principalId: string;
  roleDefinitionId: string;
  directoryScopeId: string;
}

/** One customer's directory: who is in it, what was bought, and who may what. */
export interface Directory {
  users: DirectoryUser[];
  skus: Map<string, { name: string; bought: number }>;
  roles: RoleAssignment[];
  /** Ids of users whose sessions were ended, in order. */
  ended: string[];
}
export interface GraphCloud extends Cloud {
  readonly directory: Directory;
  /** Every token given so far is taken no more. */
  expireTokens(): void;
  tokensGiven(): number;
}

const error = (status: number, code: string, message: string): Reply => ({
  status,
  answer: {
    error: {
      code,
      message,
      innerError: { date: '2026-01-01T00:00:00', 'request-id': randomUUID(), 'client-request-id': randomUUID() },
    },
  },
});
const NOT_FOUND = error(404, 'Request_ResourceNotFound', 'Resource does not exist or one of its queried objects is not present.');
const ok = (answer: unknown): Reply => ({ status: 200, answer });
const DONE: Reply = { status: 204 };

const consumed = ({ users }: Directory, sku: string) =>
  users.filter(({ assignedLicenses }) => assignedLicenses.some(({ skuId }) => skuId === sku)).length;

/** A new user as the directory keeps it; what is not said is as Microsoft leaves it. */
export const aDirectoryUser = (said: Partial<DirectoryUser> & { userPrincipalName: string }): DirectoryUser => ({
  id: randomUUID(),
  displayName: 'Osoba',
  mail: null,
  mailNickname: 'osoba',
  otherMails: [],
  accountEnabled: true,
  usageLocation: null,
  assignedLicenses: [],
  licenseAssignmentStates: [],
  onPremisesExtensionAttributes: null,
  ...said,
});

function createUser(directory: Directory, body: Record<string, unknown>): Reply {
  const { passwordProfile: _, ...said } = body;
  const name = String(said.userPrincipalName);
  if (directory.users.some(({ userPrincipalName }) => userPrincipalName === name))
    return error(400, 'Request_BadRequest', 'Another object with the same value for property userPrincipalName already exists.');
  const made = aDirectoryUser({ ...(said as Partial<DirectoryUser>), userPrincipalName: name });
  directory.users.push(made);
  return { status: 201, answer: made };
}

function assignLicense(directory: Directory, found: DirectoryUser, body: Record<string, unknown>): Reply {
  const add = (body.addLicenses as { skuId: string }[]).map(({ skuId }) => skuId);
  const remove = body.removeLicenses as string[];
  const has = (sku: string) => found.assignedLicenses.some(({ skuId }) => skuId === sku);
  if (add.length > 0 && !found.usageLocation)
    return error(400, 'Request_BadRequest', 'License assignment cannot be done for user with invalid usage location.');
  if (remove.some((sku) => !has(sku))) return error(400, 'Request_BadRequest', 'User does not have a corresponding license.');
  for (const sku of add) {
    const bought = directory.skus.get(sku);
    if (!bought) return error(400, 'Request_BadRequest', 'License is not a valid sku.');
    if (!has(sku) && consumed(directory, sku) >= bought.bought)
      return error(400, 'Request_BadRequest', 'Subscription does not have any available licenses.');
  }
  const kept = found.assignedLicenses.filter(({ skuId }) => !remove.includes(skuId) && !add.includes(skuId));
  found.assignedLicenses = [...kept, ...add.map((skuId) => ({ skuId, disabledPlans: [] }))];
  found.licenseAssignmentStates = found.assignedLicenses.map(({ skuId }) => ({
    skuId,
    state: 'Active',
    error: 'None',
    assignedByGroup: null,
    disabledPlans: [],
  }));
  return ok(found);
}

function listUsers({ users }: Directory, filter = ''): Reply {
  const [, mail, name] =
    /^mail eq '(.*)' or userPrincipalName eq '(.*)'$/.exec(filter)?.map((part) => part.replaceAll("''", "'")) ?? [];
  return ok({ value: users.filter((one) => one.mail === mail || one.userPrincipalName === name) });
}

const subscribedSkus = (directory: Directory): Reply =>
  ok({
    value: [...directory.skus].map(([skuId, { name, bought }]) => ({
      id: `48a80680-7326-48cd-9935-b556b81d3a4e_${skuId}`,
      appliesTo: 'User',
      capabilityStatus: 'Enabled',
      consumedUnits: consumed(directory, skuId),
      prepaidUnits: { enabled: bought, suspended: 0, warning: 0, lockedOut: 0 },
      servicePlans: [],
      skuId,
      skuPartNumber: name,
    })),
  });

function assignRole(directory: Directory, body: Omit<RoleAssignment, 'id'>): Reply {
  const same = (one: RoleAssignment) => one.principalId === body.principalId && one.roleDefinitionId === body.roleDefinitionId;
  if (directory.roles.some(same))
    return error(
      400,
      'Request_BadRequest',
      'A conflicting object with one or more of the specified property values is present in the directory.',
    );
  const { principalId, roleDefinitionId, directoryScopeId } = body;
  const made = { id: randomUUID(), principalId, roleDefinitionId, directoryScopeId };
  directory.roles.push(made);
  return { status: 201, answer: made };
}

function listRoles({ roles }: Directory, filter = ''): Reply {
  const [, principal, role] = /^principalId eq '(.*)' and roleDefinitionId eq '(.*)'$/.exec(filter) ?? [];
  return ok({ value: roles.filter((one) => one.principalId === principal && one.roleDefinitionId === role) });
}

function ofUser(directory: Directory, method: string, [name = '', act]: string[], body: Record<string, unknown>): Reply {
  const found = directory.users.find(({ id, userPrincipalName }) => id === name || userPrincipalName === name);
  if (!found) return NOT_FOUND;
  switch (`${method} ${act ?? ''}`) {
    case 'GET ':
      return ok(found);
    case 'PATCH ':
      Object.assign(found, body);
      return DONE;
    case 'POST assignLicense':
      return assignLicense(directory, found, body);
    case 'POST revokeSignInSessions':
      directory.ended.push(found.id);
      return ok({ value: true });
    default:
      return NOT_FOUND;
  }
}

/** A directory as Microsoft Graph shows it (`/v1.0`), with Microsoft's way to a token; for one customer, whatever it is called. */
export async function startGraph(directory: Partial<Directory> = {}, port = 0): Promise<GraphCloud> {
  const whole: Directory = { users: [], skus: new Map(), roles: [], ended: [], ...directory };
  const tokens = new Set<string>();
  let given = 0;
  const giveToken = (): Reply => {
    const access_token = `token-${randomUUID()}`;
    tokens.add(access_token);
    given += 1;
    return ok({ token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token });
  };
  const cloud = await startCloud(({ method, path, query, authorization, body }) => {
    if (path.endsWith('/oauth2/v2.0/token')) return giveToken();
    if (!tokens.has(authorization?.replace('Bearer ', '') ?? ''))
      return error(401, 'InvalidAuthenticationToken', 'Lifetime validation failed, the token is expired.');
    const [version, what, ...rest] = path.split('/').filter(Boolean);
    const sent = (body ?? {}) as Record<string, unknown>;
    if (version !== 'v1.0') return NOT_FOUND;
    if (what === 'users' && rest.length === 0)
      return method === 'GET' ? listUsers(whole, query.$filter) : createUser(whole, sent);
    if (what === 'users') return ofUser(whole, method, rest, sent);
    if (what === 'subscribedSkus') return subscribedSkus(whole);
    if (rest[0] !== 'directory' || rest[1] !== 'roleAssignments') return NOT_FOUND;
    if (method === 'GET') return listRoles(whole, query.$filter);
    if (method === 'POST') return assignRole(whole, sent as unknown as RoleAssignment);
    const at = whole.roles.findIndex(({ id }) => id === rest[2]);
    if (at < 0) return NOT_FOUND;
    whole.roles.splice(at, 1);
    return DONE;
  }, port);
  return { ...cloud, directory: whole, expireTokens: () => tokens.clear(), tokensGiven: () => given };
}

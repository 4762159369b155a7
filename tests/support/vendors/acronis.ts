import { randomUUID } from 'node:crypto';
import { type Cloud, type Reply, startCloud } from './cloud.ts';

/** A user as Acronis shows it. */
export interface AcronisPerson {
  id: string;
  version: number;
  tenant_id: string;
  login: string;
  contact: { email: string };
  activated: boolean;
  enabled: boolean;
  created_at: string;
  updated_at: string;
  deleted_at: string | null;
  language: string;
  business_types: string[];
  notifications: string[];
}
export interface AcronisCloud extends Cloud {
  readonly users: AcronisPerson[];
  /** The role of each user, by its id. */
  readonly roles: Map<string, string>;
  /** Ids of users who were sent a link to their first password. */
  readonly invited: string[];
  /** Most users that there may be. */
  quota: number;
  expireTokens(): void;
}

const AT = '2026-01-01T00:00:00';
const error = (status: number, code: number, message: string): Reply => ({
  status,
  answer: { error: { code, domain: null, message, details: { info: null } } },
});
const NOT_FOUND = error(404, 404, 'Not Found');
const ok = (answer: unknown): Reply => ({ status: 200, answer });
const DONE: Reply = { status: 204 };

const policiesOf = (user: AcronisPerson, role: string | undefined) => ({
  timestamp: AT,
  items: role
    ? [
        {
          id: randomUUID(),
          version: 1,
          created_at: AT,
          updated_at: AT,
          deleted_at: null,
          trustee_id: user.id,
          trustee_type: 'user',
          issuer_id: randomUUID(),
          tenant_id: user.tenant_id,
          role_id: role,
        },
      ]
    : [],
});

/** Acronis' Account Management (`/api/2`), with its way to a token. */
export async function startAcronis(port = 0): Promise<AcronisCloud> {
  const users: AcronisPerson[] = [];
  const roles = new Map<string, string>();
  const invited: string[] = [];
  const tokens = new Set<string>();
  const bounds = { quota: 100 };

  function create(body: Partial<AcronisPerson>): Reply {
    if (users.filter(({ deleted_at }) => deleted_at === null).length >= bounds.quota)
      return error(400, 1022, 'Hard quota exceeded');
    if (users.some(({ login }) => login === body.login)) return error(409, 409, 'Login is taken');
    const made: AcronisPerson = {
      id: randomUUID(),
      version: 1,
      tenant_id: body.tenant_id ?? '',
      login: body.login ?? '',
      contact: { email: body.contact?.email ?? '' },
      activated: false,
      enabled: body.enabled ?? true,
      created_at: AT,
      updated_at: AT,
      deleted_at: null,
      language: body.language ?? 'en',
      business_types: [],
      notifications: [],
    };
    users.push(made);
    return ok(made);
  }

  function change(user: AcronisPerson, body: Partial<AcronisPerson>): Reply {
    if (body.version !== user.version) return error(409, 1001, 'Version mismatch');
    Object.assign(user, body, { version: user.version + 1 });
    return ok(user);
  }

  function remove(user: AcronisPerson, version: string | undefined): Reply {
    if (user.enabled) return error(400, 400, 'Only disabled users can be deleted');
    if (version !== String(user.version)) return error(409, 1001, 'Version mismatch');
    user.deleted_at = AT;
    return DONE;
  }

  function ofUser(method: string, [id, what]: string[], query: Record<string, string>, body: unknown): Reply {
    const user = users.find((one) => one.id === id && one.deleted_at === null);
    if (!user) return NOT_FOUND;
    switch (`${method} ${what ?? ''}`) {
      case 'GET ':
        return ok(user);
      case 'PUT ':
        return change(user, body as Partial<AcronisPerson>);
      case 'DELETE ':
        return remove(user, query.version);
      case 'GET access_policies':
        return ok(policiesOf(user, roles.get(user.id)));
      case 'PUT access_policies':
        for (const { role_id } of (body as { items: { role_id: string }[] }).items) roles.set(user.id, role_id);
        return ok(policiesOf(user, roles.get(user.id)));
      case 'POST send-activation-email':
        invited.push(user.id);
        return DONE;
      default:
        return NOT_FOUND;
    }
  }

  const cloud = await startCloud(({ method, path, query, authorization, body }) => {
    const [, , what, ...rest] = path.split('/').filter(Boolean);
    if (what === 'idp') {
      const access_token = `token.${randomUUID()}.x`;
      tokens.add(access_token);
      return ok({ access_token, token_type: 'bearer', expires_on: Math.floor(Date.now() / 1000) + 7200, id_token: access_token });
    }
    if (!tokens.has(authorization?.replace('Bearer ', '') ?? '')) return error(401, 401, 'Unauthorized');
    if (what !== 'users') return NOT_FOUND;
    if (rest.length === 0 && method === 'POST') return create(body as Partial<AcronisPerson>);
    if (rest[0] === 'check_login')
      return users.some(({ login }) => login === query.username) ? error(409, 409, 'Login is taken') : DONE;
    return ofUser(method, rest, query, body);
  }, port);
  return Object.assign(bounds, { ...cloud, users, roles, invited, expireTokens: () => tokens.clear() });
}

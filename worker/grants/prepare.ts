import type { ErrorCode, GrantSpec, NewGrant, ServiceKind } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { type CallerAccount, refuse } from '../http/index.ts';
import type { StoredService } from '../services/index.ts';
import { isAbove } from './kinds/panel-user/rules.ts';
import { findAccountByNumber, holdsSeat, isDelegated, isPanelUser, isStaff } from './parties-store.ts';

interface Asked {
  account: CallerAccount;
  service: StoredService;
  body: NewGrant;
  /** Folded; null where none was given. */
  email: string | null;
}
/** Who a grant is for, as its row says it. */
interface Parties {
  toAccountId: string | null;
  granteeName: string;
}

/** Each kind lives on one kind of service. */
const SERVICE_OF: Record<GrantSpec['kind'], ServiceKind> = {
  ftp: 'hosting',
  database: 'hosting',
  mailbox: 'hosting',
  'panel-user': 'panel',
  seat: 'licence',
  delegation: 'domain',
};

/** Refuses what the account's own tables forbid, and says who the grant is for. */
export async function prepare(db: Database, asked: Asked): Promise<Parties> {
  const { service, body } = asked;
  if (service.kind !== SERVICE_OF[body.spec.kind]) refuse('kind-unavailable');
  const parties: Parties = { toAccountId: null, granteeName: body.grantee.name };
  switch (body.spec.kind) {
    case 'panel-user':
      await invite(db, asked, body.spec);
      return parties;
    case 'seat':
      return (await stands(holdsSeat(db, service.id, mail(asked)))) ? no('grantee.email', 'seat-held') : parties;
    case 'delegation':
      return delegate(db, asked, body.spec);
    default:
      return parties;
  }
}

const no = (field: string, code: ErrorCode): never => refuse('invalid-input', { [field]: code });
const mail = ({ email }: Asked): string => email ?? no('grantee.email', 'required');
const stands = async (row: PromiseLike<object | undefined>) => (await row) !== undefined;

/** Refuses whoever cannot be invited. The provider's own people are told from no other address that takes no mail. */
async function invite(db: Database, asked: Asked, spec: Extract<GrantSpec, { kind: 'panel-user' }>): Promise<void> {
  if (isAbove(spec.role, asked.account.role)) refuse('role-too-low');
  const email = mail(asked);
  const [there, staff] = await Promise.all([stands(isPanelUser(db, asked.account.id, email)), stands(isStaff(db, email))]);
  if (there) no('grantee.email', 'panel-user-exists');
  if (staff) no('grantee.email', 'email-invalid');
}

/** The client who is to manage the domain: known by number alone, so the answer tells nothing else of them (R6). */
async function delegate(
  db: Database,
  { account, service }: Asked,
  spec: Extract<GrantSpec, { kind: 'delegation' }>,
): Promise<Parties> {
  if (spec.domain !== service.name) no('spec.domain', 'domain-foreign');
  const to = (await findAccountByNumber(db, spec.to)) ?? no('spec.to', 'client-number-unknown');
  if (to.id === account.id) no('spec.to', 'client-number-own');
  if (await stands(isDelegated(db, service.id))) no('spec.domain', 'domain-delegated');
  return { toAccountId: to.id, granteeName: `Klient nr ${spec.to}` };
}

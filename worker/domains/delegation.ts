import type { DelegationView } from '../../contract/index.ts';
import { throttle } from '../accounts/index.ts';
import type { Actor } from '../audit/index.ts';
import { type Database, failedOn } from '../db/index.ts';
import { act, confirmGrant, loadGrant, type StoredGrant } from '../grants/index.ts';
import { type CallerAccount, type Env, Refusal, refuse, refuseField } from '../http/index.ts';
import { loadService } from '../services/index.ts';
import { loadDelegation, type StoredDelegation } from './delegations-store.ts';

/** Numbers that a person may mistype before they have to wait; nobody can list the provider's clients by trying. */
const FREE_GUESSES = 5;

interface Offer {
  serviceId: string;
  clientNumber: string;
  notAfter: number | null;
}
interface Offering {
  id: string;
  account: CallerAccount;
  actor: Actor;
}

/** As it stands on an invoice, however it was typed. */
const folded = (clientNumber: string): string => clientNumber.replace(/[\s./]/g, '').toUpperCase();

/** Offers the management of a domain to another client. It begins when they accept. */
export async function offerDelegation(
  env: Env,
  db: Database,
  { account, ...request }: Offering,
  offer: Offer,
): Promise<StoredGrant> {
  const service = (await loadService(db, account.id, offer.serviceId)) ?? refuse('not-found');
  if (service.kind !== 'domain') refuse('not-found');
  const to = folded(offer.clientNumber);
  if (!/^[0-9A-Z-]{3,20}$/.test(to)) refuseField('clientNumber', 'client-number-unknown');
  const guesses = throttle(env, `client-number:${account.id}`, FREE_GUESSES);
  await guesses.attempt();
  const body = {
    serviceId: offer.serviceId,
    spec: { kind: 'delegation', domain: service.name, to } as const,
    grantee: { name: to, email: null },
    notAfter: offer.notAfter,
    credential: null,
    why: null,
  };
  try {
    const grant = await confirmGrant(env, db, { ...request, account, body });
    await guesses.pardon();
    return grant;
  } catch (error) {
    throw besideItsField(error);
  }
}

/** What speaks against the grant, as the offer's own fields. */
function besideItsField(error: unknown): unknown {
  // Another offer of the same domain was faster: the tables hold one.
  if (failedOn(error, 'grants.service_id')) return new Refusal('domain-delegated');
  if (!(error instanceof Refusal)) return error;
  if (error.fields.some(({ code }) => code === 'domain-delegated')) return new Refusal('domain-delegated');
  const fields = error.fields.map((one) => (one.field === 'spec.to' ? { ...one, field: 'clientNumber' } : one));
  return new Refusal(error.code, fields, error.headers);
}

interface Answering {
  db: Database;
  accountId: string;
  grantId: string;
  actor: Actor;
  op: string;
}

/** The other client's yes, or no, or "enough": the domain is theirs to manage, or is not, in this very act. */
export async function answerDelegation(
  { db, accountId, grantId, actor, op }: Answering,
  answer: 'accept' | 'refuse',
): Promise<StoredDelegation> {
  const found = async () => (await loadDelegation(db, accountId, grantId)) ?? refuse('not-found');
  const load = async () => loadGrant(db, (await found()).ownerId, grantId);
  const event = answer === 'accept' ? ({ type: 'accept', by: null } as const) : ({ type: 'decline' } as const);
  const acted = await act(db, load, event, { ...actor, kind: 'grantee' }, Date.now(), op);
  return acted.ok ? found() : refuse(acted.code);
}

export const delegationViewOf = ({ person, account, ownerId: _, ...rest }: StoredDelegation): DelegationView => ({
  ...rest,
  from: { person, account },
});

import type { NewGrant } from '../../contract/index.ts';
import { foldEmail } from '../accounts/index.ts';
import { type Actor, lostRace } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { type CallerAccount, type Env, refuse } from '../http/index.ts';
import { loadService, panelOf, type StoredService, targetFault } from '../services/index.ts';
import { createGrant } from './create.ts';
import { CREDENTIAL_FIELDS, type Secret } from './kind.ts';
import { kindOf } from './kinds/index.ts';
import { seatIsHeld, seatsAreOut } from './kinds/seat/effects.ts';
import { prepare } from './prepare.ts';
import { loadGrant, type StoredGrant } from './rows.ts';
import { mayGive, newGrantFaults } from './rules.ts';

interface Confirmation {
  id: string;
  account: CallerAccount;
  body: NewGrant;
  actor: Actor;
  /** Set for whoever looks after the service itself, without being a manager (R5). */
  mayGive?: boolean;
}

/** Makes a confirmed grant, or gives the one that the same confirmation made before; refuses what cannot be given. */
export async function confirmGrant(env: Env, db: Database, confirmation: Confirmation): Promise<StoredGrant> {
  const { id, account, body, actor } = confirmation;
  const now = Date.now();
  const [before, found] = await Promise.all([
    loadGrant(db, account.id, id),
    loadService(db, account.id, body.serviceId ?? panelOf(account.id)),
  ]);
  if (before) return before;
  if (!(confirmation.mayGive ?? mayGive(account.role))) refuse('role-too-low');
  const email = foldEmail(body.grantee.email ?? '');
  const faults = newGrantFaults(body, email, now);
  if (Object.keys(faults).length > 0) refuse('invalid-input', faults);
  const service = found ?? refuse('not-found');
  const { toAccountId, granteeName } = await prepare(db, { account, service, body, email });
  const secret = await checked(env, db, service, body);
  const confirmed = {
    id,
    accountId: account.id,
    ownerEpoch: account.ownerEpoch,
    service,
    body: { ...body, grantee: { ...body.grantee, name: granteeName } },
    email: email ?? '',
    secret,
    toAccountId,
  };
  try {
    await createGrant(db, confirmed, actor, now);
  } catch (error) {
    if (seatsAreOut(error)) refuse('seats-taken');
    if (seatIsHeld(error)) refuse('invalid-input', { 'grantee.email': 'seat-held' });
    // What it opens is being deleted since it was looked at, or somebody else gave the same; a new try is told so beside its field.
    if (lostRace(error)) {
      await prepare(db, { account, service, body, email });
      refuse('asset-changing');
    }
    throw error;
  }
  return (await loadGrant(db, account.id, id)) ?? refuse('internal');
}

/** Looks at what only the host and the kind can judge, and seals the credential when there is one. */
async function checked(env: Env, db: Database, service: StoredService, body: NewGrant): Promise<Secret | null> {
  const kind = kindOf(body.spec.kind);
  if (kind.road === 'edge') return body.credential ? refuse('invalid-input', { credential: 'credential-unsuited' }) : null;
  if (body.credential && !kind.shownOnce) refuse('invalid-input', { credential: 'credential-unsuited' });
  const fault = await targetFault(env, db, service, body.spec);
  if (fault) refuse('invalid-input', fault);
  if (!body.credential) return null;
  const sealed = await kind.seal(body.credential);
  return typeof sealed === 'string' ? refuse('invalid-input', { [CREDENTIAL_FIELDS[sealed]]: sealed }) : sealed;
}

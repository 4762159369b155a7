import type { SeatRole } from '../../contract/index.ts';
import { foldEmail } from '../accounts/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { confirmGrant, moveSeat, type StoredGrant } from '../grants/index.ts';
import { type CallerAccount, type Env, Refusal, refuse, refuseField } from '../http/index.ts';
import type { StoredLicence } from './store.ts';

interface Person {
  name: string;
  email: string;
}
interface Assignment {
  /** The same for every repeat of one request. */
  id: string;
  account: CallerAccount;
  licence: StoredLicence;
  actor: Actor;
}

/** Assigns a free seat, or gives the one that the same request assigned before. That the asker may, is decided before. */
export async function assignSeat(
  env: Env,
  db: Database,
  { id, account, licence, actor }: Assignment,
  seat: { person: Person; role: SeatRole; notAfter: number | null },
): Promise<StoredGrant> {
  const { person: grantee, role, notAfter } = seat;
  const spec = { kind: 'seat', role } as const;
  const body = { serviceId: licence.id, spec, grantee, notAfter, credential: null, why: null };
  try {
    return await confirmGrant(env, db, { id, account, body, actor, mayGive: true });
  } catch (error) {
    throw error instanceof Refusal ? ofPerson(error) : error;
  }
}

/** The same refusal, beside the field as it is called here. */
const ofPerson = ({ code, fields, headers }: Refusal) =>
  new Refusal(
    code,
    fields.map((problem) => ({ ...problem, field: problem.field.replace(/^grantee\./, 'person.') })),
    headers,
  );

/** Passes a seat on to somebody else, or gives what the same request made of it before. */
export async function passSeatOn(
  db: Database,
  { id, account, actor }: Assignment,
  load: () => Promise<StoredGrant | undefined>,
  { name, email: typed }: Person,
): Promise<StoredGrant> {
  const email = foldEmail(typed) ?? refuseField('person.email', 'email-invalid');
  const moved = await moveSeat(db, { id, account, load, person: { name, email }, actor });
  if (moved.ok) return moved.row;
  return moved.code === 'seat-held' ? refuseField('person.email', 'seat-held') : refuse(moved.code);
}

import type { z } from 'zod';
import type { peopleRoutes } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { grantViewOf } from '../grants/index.ts';
import { type Caller, type CallerAccount, refuse } from '../http/index.ts';
import { secretsOf } from './offboarding-store.ts';
import { listEnded, listLive, loadNewestAct, loadPerson, loadSignIn, namesOf, personViewOf } from './person-store.ts';
import { gravestFirst, signInOf, sinceTold, toldTo } from './rules.ts';
import { listKnownSecrets } from './secrets-store.ts';

const MAX_LIVE = 200;

type PersonPage = z.infer<(typeof peopleRoutes.readPerson)['responses'][200]['content']['application/json']['schema']>;

/** Everything that one person holds in an account, and what they were told. */
export async function readPerson(
  db: Database,
  caller: Caller,
  account: CallerAccount,
  personId: string,
  now: number,
): Promise<PersonPage> {
  const person = (await loadPerson(db, account.id, personId)) ?? refuse('not-found');
  const [live, ended, secrets, newestAct, member] = await Promise.all([
    listLive(db, account.id, person.key, MAX_LIVE + 1),
    listEnded(db, account.id, person.key),
    listKnownSecrets(db, account.id),
    loadNewestAct(db, account.id, person.id),
    loadSignIn(db, account.id, person.key, now),
  ]);
  const rows = [...live, ...ended];
  const told = toldTo(namesOf(rows), secrets);
  const before = newestAct ? secretsOf(newestAct) : [];
  const known = [...told, ...before.filter(({ address }) => !told.some((secret) => secret.address === address))];
  return {
    person: personViewOf(person, rows),
    grants: gravestFirst(live.slice(0, MAX_LIVE).map((row) => grantViewOf(row, now))),
    ended: ended.map((row) => grantViewOf(row, now)),
    truncated: live.length > MAX_LIVE,
    signIn: member ? signInOf(member, { userId: caller.user.id, role: account.role }) : null,
    secrets: sinceTold(known, secrets),
    offboardingId: newestAct?.id ?? null,
  };
}

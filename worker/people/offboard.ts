import { scopePhrase } from '../../content/words/index.ts';
import type { OffboardingView } from '../../contract/index.ts';
import type { Actor } from '../audit/index.ts';
import type { Database } from '../db/index.ts';
import { grantViewOf, panelRefusal, type StoredGrant, specOf } from '../grants/index.ts';
import { type Caller, type CallerAccount, refuse } from '../http/index.ts';
import {
  leftOutOf,
  listGrantsOf,
  loadOffboarding,
  type Plan,
  type StoredOffboarding,
  secretsOf,
  signInIn,
  writeOffboarding,
} from './offboarding-store.ts';
import {
  listEnded,
  listLive,
  loadNewestAct,
  loadPerson,
  loadSignIn,
  namesOf,
  personViewOf,
  type StoredPerson,
} from './person-store.ts';
import { finishedAt, gravestFirst, leavesOut, signInOf, sinceTold, toldTo } from './rules.ts';
import { listKnownSecrets } from './secrets-store.ts';

/** What one act takes back at most; the same act once more takes the rest. */
const AT_ONCE = 1000;
/** More rivals than this at one person at one moment is not chance but a fault. */
const MAX_RIVALS = 20;

interface Asked {
  db: Database;
  caller: Caller;
  account: CallerAccount;
  actor: Actor;
  /** Derived from the request's idempotency key, so that a repeat after a crash finds what it made. */
  id: string;
}
/** An act, and what has to be told to hosts and vendors: nothing where it was there before. */
export interface Offboarded {
  act: StoredOffboarding;
  taken: readonly StoredGrant[];
  /** True when somebody lost their way into the Panel by it. */
  fromPanel: boolean;
}

const hasBegunToEnd = ({ grant }: StoredGrant) => grant.state === 'revoking';

/** Takes back everything that a person has, or gives the act that covers all of it already. */
export async function offboard(asked: Asked, personId: string): Promise<Offboarded> {
  const { db, account, id } = asked;
  const person = (await loadPerson(db, account.id, personId)) ?? refuse('not-found');
  for (let attempt = 0; attempt < MAX_RIVALS; attempt += 1) {
    const made = await loadOffboarding(db, account.id, id);
    if (made) return { act: made, taken: [], fromPanel: false };
    const { plan, taken } = await planOf(asked, person);
    const endsSignIn = plan.signIn?.leftOut === null;
    const newest = await loadNewestAct(db, account.id, person.id);
    if (newest && taken.length === 0 && !endsSignIn) return { act: newest, taken: [], fromPanel: false };
    if (!(await writeOffboarding(db, plan))) continue;
    const act = (await loadOffboarding(db, account.id, id)) ?? refuse('internal');
    return { act, taken, fromPanel: endsSignIn || taken.some(({ grant }) => grant.kind === 'panel-user') };
  }
  throw new Error('a person kept changing under an act');
}

/** Everything of the person, divided into what ends and what does not. */
async function planOf(
  { db, caller, account, actor, id }: Asked,
  person: StoredPerson,
): Promise<{ plan: Plan; taken: StoredGrant[] }> {
  const now = Date.now();
  const [live, ended, secrets, member] = await Promise.all([
    listLive(db, account.id, person.key, AT_ONCE + 1),
    listEnded(db, account.id, person.key),
    listKnownSecrets(db, account.id),
    loadSignIn(db, account.id, person.key, now),
  ]);
  const rows = live.slice(0, AT_ONCE);
  const standing = rows.filter((row) => !hasBegunToEnd(row));
  const by = { user: caller.user, account };
  const stays = (row: StoredGrant) =>
    leavesOut({ self: row.member?.userId === caller.user.id, refusal: panelRefusal(row, by, { is: 'remove' }) });
  const leftOut = standing.flatMap((row) => {
    const why = stays(row);
    return why ? [{ grantId: row.grant.id, why }] : [];
  });
  const left = new Set(leftOut.map(({ grantId }) => grantId));
  const taken = standing.filter(({ grant }) => !left.has(grant.id));
  const named = [...rows, ...ended];
  const plan: Plan = {
    id,
    accountId: account.id,
    person: { ...person, name: personViewOf(person, named).name },
    grantIds: rows.filter(({ grant }) => !left.has(grant.id)).map(({ grant }) => grant.id),
    taken: taken.map(({ grant }) => ({ id: grant.id, op: grant.op, what: scopePhrase(specOf(grant)), foreign: false })),
    leftOut,
    standing: live.length > AT_ONCE ? null : standing.length,
    signIn: member ? { userId: member.userId, ...signInOf(member, { userId: caller.user.id, role: account.role }) } : null,
    secrets: toldTo(namesOf(named), secrets),
    actor,
    now,
  };
  return { plan, taken };
}

/** How far an act has come. */
export async function offboardingViewOf(db: Database, act: StoredOffboarding, now: number): Promise<OffboardingView> {
  const [rows, secrets, person] = await Promise.all([
    listGrantsOf(db, act),
    listKnownSecrets(db, act.accountId),
    loadPerson(db, act.accountId, act.personId),
  ]);
  const named = rows.length > 0 || !person ? rows : await listEnded(db, act.accountId, person.key);
  const grants = rows.map((row) => grantViewOf(row, now));
  return {
    id: act.id,
    person: personViewOf(person ?? { id: act.personId, key: '' }, named),
    startedAt: act.startedAt,
    startedBy: act.startedByName,
    grants: gravestFirst(grants),
    leftOut: leftOutOf(act),
    signIn: signInIn(act),
    secrets: sinceTold(secretsOf(act), secrets),
    finishedAt: finishedAt(act.startedAt, grants),
  };
}

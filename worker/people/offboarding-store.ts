import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { ownSignIn, sharedSecret } from '../../contract/index.ts';
import { type Actor, auditRow, lostRace } from '../audit/index.ts';
import { type Database, membership, offboarding, session } from '../db/index.ts';
import { type Decided, endMany, finishReview, shownQuery } from '../grants/index.ts';
import type { StoredSignIn } from './person-store.ts';
import type { LeftOut, ToldSecret } from './rules.ts';

export type StoredOffboarding = typeof offboarding.$inferSelect;

/** One act of one account; undefined when there is none, or it is another account's. */
export const loadOffboarding = (db: Database, accountId: string, id: string) =>
  db
    .select()
    .from(offboarding)
    .where(and(eq(offboarding.id, id), eq(offboarding.accountId, accountId)))
    .get();

const toldSecrets = z.array(sharedSecret.omit({ changed: true }).extend({ print: z.string().nullable() }));
/** What an act knew the person to have been told. */
export const secretsOf = (act: StoredOffboarding): ToldSecret[] => toldSecrets.parse(JSON.parse(act.secrets));
const leftOutRows = z.array(z.object({ grantId: z.string(), why: ownSignIn.shape.leftOut.unwrap() }));
export const leftOutOf = (act: StoredOffboarding) => leftOutRows.parse(JSON.parse(act.leftOut));
export const signInIn = (act: StoredOffboarding) => (act.signIn === null ? null : ownSignIn.parse(JSON.parse(act.signIn)));

/** The grants of an act as they are now; one that has passed to another account is no longer shown. The plus keeps D1 to the ids. */
export const listGrantsOf = (db: Database, { accountId, grantIds }: StoredOffboarding) =>
  shownQuery(db, sql`grants.id`)
    .where(sql`grants.id IN (SELECT value FROM json_each(${grantIds})) AND +grants.account_id = ${accountId}`)
    .all();

/** What an act finds and does, as it was read. */
export interface Plan {
  id: string;
  accountId: string;
  person: { id: string; key: string; name: string };
  /** All that the act shows, those that were ending before among them. */
  grantIds: readonly string[];
  /** What it takes back; `op` as it was read. */
  taken: readonly (Decided & { op: string })[];
  leftOut: readonly { grantId: string; why: LeftOut }[];
  /** Grants of the person that have not begun to end; null where there are more than were read. */
  standing: number | null;
  signIn: (z.infer<typeof ownSignIn> & Pick<StoredSignIn, 'userId'>) | null;
  secrets: readonly ToldSecret[];
  actor: Actor;
  now: number;
}

/** 1 while all is as it was read, so that nothing is taken that was not seen, and nothing stays that was given meanwhile. */
function asRead({ accountId, person, taken, standing, signIn }: Plan) {
  const marked = JSON.stringify(taken.map(({ id, op }) => ({ id, op })));
  const unchanged = sql`(SELECT count(*) FROM json_each(${marked}) JOIN grants ON grants.id = json_extract(value, '$.id')
    WHERE grants.op = json_extract(value, '$.op') AND +grants.account_id = ${accountId}) = ${taken.length}`;
  const all =
    standing === null
      ? sql`1`
      : sql`(SELECT count(*) FROM grants WHERE account_id = ${accountId} AND live = 1 AND person_key = ${person.key} AND state <> 'revoking') = ${standing}`;
  const member = signIn
    ? sql`EXISTS (SELECT 1 FROM membership WHERE user_id = ${signIn.userId} AND account_id = ${accountId} AND grant_id IS NULL AND role = ${signIn.role})`
    : sql`1`;
  return sql`${unchanged} AND ${all} AND ${member}`;
}

/** 1 unless an owner goes who by now is the only one. */
const anOwnerRemains = ({ accountId, signIn, now }: Plan) =>
  signIn?.role === 'owner' && signIn.leftOut === null
    ? sql`EXISTS (SELECT 1 FROM membership WHERE account_id = ${accountId} AND role = 'owner' AND user_id <> ${signIn.userId}
        AND suspended_at IS NULL AND (not_after IS NULL OR not_after > ${now}))`
    : sql`1`;

/** Ends what people have open in the account through what is taken back. */
function sessionStatements(db: Database, { accountId, taken, signIn }: Plan) {
  const ids = JSON.stringify(taken.map(({ id }) => id));
  const ends = signIn?.leftOut === null ? signIn.userId : '';
  const whose = db
    .select({ id: membership.userId })
    .from(membership)
    .where(
      sql`${membership.grantId} IN (SELECT value FROM json_each(${ids})) OR (${membership.userId} = ${ends} AND ${membership.accountId} = ${accountId} AND ${membership.grantId} IS NULL)`,
    );
  const shut = db
    .update(session)
    .set({ accountId: null })
    .where(and(eq(session.accountId, accountId), inArray(session.userId, whose)));
  if (ends === '') return [shut];
  const gone = and(eq(membership.userId, ends), eq(membership.accountId, accountId), sql`${membership.grantId} IS NULL`);
  return [shut, db.delete(membership).where(gone)];
}

/**
 * Takes everything back in one batch, whose size does not grow with how much it is: after a crash all of it was begun, or
 * nothing. What a host keeps ends when the host has proved it. False when something was changed since it was read.
 */
export async function writeOffboarding(db: Database, plan: Plan): Promise<boolean> {
  const { id, accountId, person, actor, now } = plan;
  const op = crypto.randomUUID();
  const { userId: _userId, ...signIn } = plan.signIn ?? { userId: null };
  const hits = sql`(SELECT count(*) FROM offboarding WHERE id = ${id} AND op = ${op})`;
  const record = (action: string) =>
    auditRow(db, actor, { accountId, grantId: null, at: now, action, details: { grantee: person.name, op }, hits });
  const insert = db.insert(offboarding).select(
    sql`SELECT ${id}, ${accountId}, ${person.id}, ${now}, ${actor.name}, ${JSON.stringify(plan.grantIds)}, ${JSON.stringify(plan.secrets)},
        ${JSON.stringify(plan.leftOut)}, ${plan.signIn && JSON.stringify(signIn)}, ${op} WHERE ${asRead(plan)} AND ${anOwnerRemains(plan)}`,
  );
  try {
    await db.batch([
      insert,
      ...sessionStatements(db, plan),
      ...endMany(db, plan.taken, { actor, now, op }, 'revoked'),
      finishReview(db, accountId, now),
      ...(plan.signIn?.leftOut === null ? [record('member.removed')] : []),
      record('person.offboarded'),
    ]);
    return true;
  } catch (error) {
    if (lostRace(error)) return false;
    throw error;
  }
}

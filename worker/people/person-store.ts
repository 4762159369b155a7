import { and, desc, eq, sql } from 'drizzle-orm';
import type { PersonView } from '../../contract/index.ts';
import { type Database, grants, membership, offboarding, person, user } from '../db/index.ts';
import { grantQuery, shownQuery } from '../grants/index.ts';

const MAX_ENDED = 20;

/** Whoever has or had a grant of the account; undefined for anybody else. */
export const loadPerson = (db: Database, accountId: string, personId: string) =>
  db
    .select({ id: person.id, key: person.personKey })
    .from(person)
    .where(and(eq(person.id, personId), eq(person.accountId, accountId)))
    .get();
export type StoredPerson = NonNullable<Awaited<ReturnType<typeof loadPerson>>>;

/** A person's grants that have not ended, at most so many. */
export const listLive = (db: Database, accountId: string, key: string, limit: number) =>
  grantQuery(db)
    .where(and(eq(grants.accountId, accountId), eq(grants.live, 1), eq(grants.personKey, key)))
    .orderBy(grants.id)
    .limit(limit)
    .all();

/** Those that ended last. */
export const listEnded = (db: Database, accountId: string, key: string) =>
  shownQuery(db, sql`${grants.endedAt}`)
    .where(and(eq(grants.accountId, accountId), eq(grants.personKey, key), sql`${grants.state} = 'ended'`))
    .orderBy(desc(grants.endedAt))
    .limit(MAX_ENDED)
    .all();

/** The sign-in of an address that no grant stands behind, and whether the account would be without an owner if it went. */
export const loadSignIn = (db: Database, accountId: string, email: string, now: number) =>
  db
    .select({
      userId: membership.userId,
      role: membership.role,
      others: sql<number>`EXISTS (SELECT 1 FROM membership AS other WHERE other.account_id = ${accountId} AND other.role = 'owner'
        AND other.user_id <> ${membership.userId} AND other.suspended_at IS NULL AND (other.not_after IS NULL OR other.not_after > ${now}))`,
    })
    .from(user)
    .innerJoin(membership, and(eq(membership.userId, user.id), eq(membership.accountId, accountId)))
    .where(and(eq(user.email, email), sql`${membership.grantId} IS NULL`))
    .get();
export type StoredSignIn = NonNullable<Awaited<ReturnType<typeof loadSignIn>>>;

export const loadNewestAct = (db: Database, accountId: string, personId: string) =>
  db
    .select()
    .from(offboarding)
    .where(and(eq(offboarding.personId, personId), eq(offboarding.accountId, accountId)))
    .orderBy(desc(offboarding.startedAt))
    .limit(1)
    .get();

interface Named {
  grant: { granteeName: string; granteeEmail: string; createdAt: number };
}
/** A person as their newest grant names them. */
export function personViewOf({ id, key }: StoredPerson, rows: readonly Named[]): PersonView {
  const newest = rows.reduce<Named | null>(
    (best, row) => (best && best.grant.createdAt > row.grant.createdAt ? best : row),
    null,
  );
  return { id, name: newest?.grant.granteeName ?? key, email: newest?.grant.granteeEmail ?? '' };
}

/** Every name that a person's grants give them. */
export const namesOf = (rows: readonly Named[]): string[] => [
  ...new Set(rows.flatMap(({ grant }) => [grant.granteeName, grant.granteeEmail])),
];

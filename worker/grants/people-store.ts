import { eq, type SQL, sql } from 'drizzle-orm';
import { type Database, grants, grantTerm, person } from '../db/index.ts';
import type { Statement } from './kind.ts';
import { type Findable, termsOf } from './terms.ts';

/* Who has grants, and the words by which grants are found. */

/** Makes whoever gets a grant a person of the account, unless they are one. */
export const personStatement = (db: Database, accountId: string, personKey: string): Statement =>
  db.insert(person).values({ id: crypto.randomUUID(), accountId, personKey }).onConflictDoNothing();

/** Makes a live grant be found by its words. */
export const termsStatement = (db: Database, accountId: string, grantId: string, findable: Findable): Statement =>
  db
    .insert(grantTerm)
    .select(sql`SELECT ${accountId}, 1, value, ${grantId} FROM json_each(${JSON.stringify(termsOf(findable))})`);

/** Makes a grant that has changed be found by other words. */
export const newTerms = (db: Database, accountId: string, grantId: string, findable: Findable): Statement[] => [
  db.delete(grantTerm).where(eq(grantTerm.grantId, grantId)),
  termsStatement(db, accountId, grantId, findable),
];

/** Moves the words of what is over to where ended grants are found. `these` is a condition on the grant's id. */
export const restTerms = (db: Database, these: (id: SQL) => SQL): Statement =>
  db
    .update(grantTerm)
    .set({ live: 0 })
    .where(
      sql`${these(sql`${grantTerm.grantId}`)} AND ${grantTerm.live} = 1 AND (SELECT live FROM ${grants} WHERE ${grants.id} = ${grantTerm.grantId}) = 0`,
    );

/** Lets grants that passed to another account be found there, with whoever has them. */
export const passOn = (db: Database, accountId: string, these: (id: SQL) => SQL): Statement[] => [
  db
    .insert(person)
    .select(sql`SELECT DISTINCT lower(hex(randomblob(16))), ${accountId}, person_key FROM grants WHERE ${these(sql`grants.id`)}`)
    .onConflictDoNothing(),
  db
    .update(grantTerm)
    .set({ accountId })
    .where(these(sql`${grantTerm.grantId}`)),
];

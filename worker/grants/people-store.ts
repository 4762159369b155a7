import { type Database, person } from '../db/index.ts';
import type { Statement } from './kind.ts';

/** Makes whoever gets a grant a person of the account, unless they are one. */
export const personStatement = (db: Database, accountId: string, personKey: string): Statement =>
  db.insert(person).values({ id: crypto.randomUUID(), accountId, personKey }).onConflictDoNothing();

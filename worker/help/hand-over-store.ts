import { and, eq, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { type Database, helpCase } from '../db/index.ts';

/** Closes what the account that passes on has open: its new subscriber reads nothing of the former one's (R7). A part of the passing batch. */
export const closeCases = (db: Database, accountId: string, op: string): BatchItem<'sqlite'> =>
  db
    .update(helpCase)
    .set({ state: 'closed', version: sql`${helpCase.version} + 1`, op })
    .where(and(eq(helpCase.accountId, accountId), eq(helpCase.open, 1)));

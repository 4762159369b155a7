import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { type cession, type Database, outbox } from '../db/index.ts';
import type { Side } from './rules.ts';

export interface Letter {
  template: 'cession-offered' | 'cession-accepted' | 'cession-agreed' | 'cession-completed' | 'cession-called-off';
  to: Side;
}

/** The same letter to both sides. */
export const toBoth = (template: Letter['template']): Letter[] => [
  { template, to: 'giver' },
  { template, to: 'taker' },
];

type Parties = Pick<typeof cession.$inferSelect, 'id' | 'accountId' | 'takerEmail'>;

/** Every owner of an account, to write to. */
const OWNERS = (accountId: string) =>
  sql`(SELECT user.email FROM membership JOIN user ON user.id = membership.user_id WHERE membership.account_id = ${accountId} AND membership.role = 'owner')`;

/** Letters about a cession: to every owner of the account as it is when the batch comes to them, and to whoever takes over. */
export const letters = (
  db: Database,
  { id, accountId, takerEmail }: Parties,
  which: readonly Letter[],
  now: number,
): BatchItem<'sqlite'>[] =>
  which.map(({ template, to }) =>
    queue(
      db,
      { accountId, template, data: { cessionId: id, side: to }, now },
      to === 'giver' ? OWNERS(accountId) : sql`(SELECT ${takerEmail} AS email)`,
    ),
  );

/** A letter to every owner of an account about the account itself. */
export const toOwners = (db: Database, accountId: string, template: 'cession-unblocking', now: number): BatchItem<'sqlite'> =>
  queue(db, { accountId, template, data: { accountId }, now }, OWNERS(accountId));

function queue(
  db: Database,
  { accountId, template, data, now }: { accountId: string; template: string; data: object; now: number },
  recipients: ReturnType<typeof OWNERS>,
): BatchItem<'sqlite'> {
  return db
    .insert(outbox)
    .select(
      sql`SELECT lower(hex(randomblob(16))), ${accountId}, ${template}, email, ${JSON.stringify(data)}, ${now}, ${now}, 0, NULL FROM ${recipients}`,
    );
}

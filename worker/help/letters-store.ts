import { sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { type Database, type helpCase, outbox } from '../db/index.ts';

/**
 * An answer by e-mail: to whoever opened the case while they still sign in to the account, else to its owners,
 * and to the address that an order gave: unless it is the opener's own, which gets no more than the opener. One address gets it once.
 */
export function lettersToCustomer(
  db: Database,
  { id, accountId, openedBy, replyEmail }: typeof helpCase.$inferSelect,
  { now, op }: { now: number; op: string },
): BatchItem<'sqlite'> {
  const opener = sql`SELECT user.email FROM membership JOIN user ON user.id = membership.user_id
    WHERE membership.user_id = ${openedBy} AND membership.account_id = ${accountId}
      AND membership.suspended_at IS NULL AND (membership.not_after IS NULL OR membership.not_after > ${now})`;
  const owners = sql`SELECT user.email FROM membership JOIN user ON user.id = membership.user_id
    WHERE membership.account_id = ${accountId} AND membership.role = 'owner' AND NOT EXISTS (${opener})`;
  const reply = sql`SELECT ${replyEmail} AS email WHERE ${replyEmail} <> (SELECT email FROM user WHERE id = ${openedBy})`;
  const data = JSON.stringify({ caseId: id, messageId: op });
  return db
    .insert(outbox)
    .select(
      sql`SELECT lower(hex(randomblob(16))), ${accountId}, 'case-answered', email, ${data}, ${now}, ${now}, 0, NULL FROM (${opener} UNION ${owners} UNION ${reply})`,
    );
}

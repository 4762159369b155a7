import { type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { type Database, outbox } from '../db/index.ts';

export type SettingLetter = 'setting-request' | 'setting-answered';

function queue(
  db: Database,
  accountId: string,
  template: SettingLetter,
  data: object,
  now: number,
  recipients: SQL,
): BatchItem<'sqlite'> {
  return db
    .insert(outbox)
    .select(
      sql`SELECT lower(hex(randomblob(16))), ${accountId}, ${template}, email, ${JSON.stringify(data)}, ${now}, ${now}, 0, NULL FROM (${recipients})`,
    );
}

/** The link to the form, to whoever is asked; a letter of an earlier sending that is still on its way is not sent any more. */
export const toHelper = (
  db: Database,
  { id, accountId, helperEmail, sending }: { id: string; accountId: string; helperEmail: string; sending: number },
  now: number,
) => queue(db, accountId, 'setting-request', { requestId: id, sending }, now, sql`SELECT ${helperEmail} AS email`);

/** To whoever asked, while they manage the account; else to its owners. */
export function toOwner(
  db: Database,
  { id, accountId, createdBy }: { id: string; accountId: string; createdBy: string },
  now: number,
) {
  const members = sql`FROM membership JOIN user ON user.id = membership.user_id WHERE membership.account_id = ${accountId}`;
  const asker = sql`SELECT user.email ${members} AND membership.user_id = ${createdBy} AND membership.role <> 'user'
    AND membership.suspended_at IS NULL AND (membership.not_after IS NULL OR membership.not_after > ${now})`;
  const owners = sql`SELECT user.email ${members} AND membership.role = 'owner' AND NOT EXISTS (${asker})`;
  return queue(db, accountId, 'setting-answered', { requestId: id }, now, sql`${asker} UNION ${owners}`);
}

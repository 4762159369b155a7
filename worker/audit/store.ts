import { and, desc, eq, lt } from 'drizzle-orm';
import { audit, type Database, grants } from '../db/index.ts';

export type AuditRow = typeof audit.$inferSelect;
export interface AuditPage {
  /** Only rows with a lower id; undefined begins at the newest. */
  before: number | undefined;
  limit: number;
}

const newestFirst = (db: Database, page: AuditPage) => {
  const older = page.before === undefined ? undefined : lt(audit.id, page.before);
  return {
    of: (owner: ReturnType<typeof eq>) =>
      db.select().from(audit).where(and(owner, older)).orderBy(desc(audit.id)).limit(page.limit),
  };
};

export const accountAudit = (db: Database, accountId: string, page: AuditPage): Promise<AuditRow[]> =>
  newestFirst(db, page).of(eq(audit.accountId, accountId)).all();

/** Undefined when the account has no such grant. */
export async function grantAudit(
  db: Database,
  accountId: string,
  grantId: string,
  page: AuditPage,
): Promise<AuditRow[] | undefined> {
  const [owned, rows] = await db.batch([
    db
      .select({ id: grants.id })
      .from(grants)
      .where(and(eq(grants.id, grantId), eq(grants.accountId, accountId))),
    newestFirst(db, page).of(eq(audit.grantId, grantId)),
  ]);
  return owned.length === 1 ? rows : undefined;
}

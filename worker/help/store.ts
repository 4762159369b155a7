import { and, eq, getTableColumns, gte, type SQL, sql } from 'drizzle-orm';
import { account, type Database, helpAttachment, helpCase, helpMessage, service, user } from '../db/index.ts';

/** Who reads for a customer: an account's managers see all of its cases, others those that they have opened. */
export interface Reader {
  accountId: string;
  /** Null for whoever sees all. */
  openedBy: string | null;
}

/** What was said to and by an earlier subscriber is not the present one's to read (R7). */
const ownerSince = (accountId: string) =>
  sql<number>`(SELECT coalesce(${account.ownerSince}, 0) FROM ${account} WHERE ${account.id} = ${accountId})`;

export const readableBy = ({ accountId, openedBy }: Reader): SQL | undefined =>
  and(
    eq(helpCase.accountId, accountId),
    gte(helpCase.createdAt, ownerSince(accountId)),
    openedBy === null ? undefined : eq(helpCase.openedBy, openedBy),
  );

/** The same for lists, whose index ends in when a case was last changed: nothing older is even looked at. */
export const listedFor = (reader: Reader): SQL | undefined =>
  and(readableBy(reader), gte(helpCase.updatedAt, ownerSince(reader.accountId)));

const columns = {
  case: getTableColumns(helpCase),
  serviceName: service.name,
  customer: { name: account.name, clientNumber: account.clientNumber },
  takerRole: user.staffRole,
};
/** A service that has gone to another account since is not named any more. */
export const caseQuery = (db: Database) =>
  db
    .select(columns)
    .from(helpCase)
    .innerJoin(account, eq(account.id, helpCase.accountId))
    .leftJoin(service, and(eq(service.id, helpCase.serviceId), eq(service.accountId, helpCase.accountId)))
    .leftJoin(user, eq(user.id, helpCase.takenBy));
export type ListedCase = Awaited<ReturnType<ReturnType<typeof caseQuery>['all']>>[number];

const findCase = (db: Database, which: SQL | undefined) => caseQuery(db).where(which).get();
export type StoredCase = NonNullable<Awaited<ReturnType<typeof findCase>>>;

/** A case that a customer may read; undefined when there is none, or it is somebody else's. */
export const loadCase = (db: Database, reader: Reader, caseId: string) =>
  findCase(db, and(eq(helpCase.id, caseId), readableBy(reader)));
/** Any case, for staff. */
export const loadStaffCase = (db: Database, caseId: string) => findCase(db, eq(helpCase.id, caseId));

/** All that was said in a case, in order, and the files of it. */
export async function loadConversation(db: Database, caseId: string) {
  const [messages, attachments] = await Promise.all([
    db.select().from(helpMessage).where(eq(helpMessage.caseId, caseId)).orderBy(helpMessage.at, helpMessage.id).all(),
    db.select().from(helpAttachment).where(eq(helpAttachment.caseId, caseId)).all(),
  ]);
  return { messages, attachments };
}
export type Conversation = Awaited<ReturnType<typeof loadConversation>>;

/** How much has been said in a case, with how many files, and whether the request `op` has said its part. */
export async function loadSaid(db: Database, caseId: string, op: string) {
  const row = await db
    .select({
      messages: sql<number>`count(*)`,
      files: sql<number>`(SELECT count(*) FROM help_attachment WHERE help_attachment.case_id = ${caseId})`,
      isSaid: sql<number>`coalesce(max(${helpMessage.id} = ${op}), 0)`,
    })
    .from(helpMessage)
    .where(eq(helpMessage.caseId, caseId))
    .get();
  return { messages: row?.messages ?? 0, files: row?.files ?? 0, isSaid: row?.isSaid === 1 };
}

/** Everything up to what was seen counts as read by one side. It is no change of the case. */
export const markRead = (db: Database, { case: row }: StoredCase, side: 'customer' | 'staff') =>
  db
    .update(helpCase)
    .set(
      side === 'customer'
        ? { customerReadAt: sql`max(${helpCase.customerReadAt}, ${row.staffSaidAt})` }
        : { staffReadAt: sql`max(${helpCase.staffReadAt}, ${row.customerSaidAt})` },
    )
    .where(eq(helpCase.id, row.id));

/** Whether so many of an account's cases are open; reads no more of them. */
export async function hasOpen(db: Database, accountId: string, many: number): Promise<boolean> {
  const open = await db
    .select({ id: helpCase.id })
    .from(helpCase)
    .where(and(eq(helpCase.accountId, accountId), eq(helpCase.open, 1)))
    .limit(many)
    .all();
  return open.length >= many;
}

/** The provider's people by name; there are few. */
export const listStaff = (db: Database) =>
  db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(sql`${user.staffRole} IN ('support', 'operator')`)
    .orderBy(user.name, user.id)
    .limit(500)
    .all();

/** One of the provider's people. */
export const findStaff = (db: Database, id: string) =>
  db
    .select({ id: user.id, name: user.name })
    .from(user)
    .where(sql`${user.id} = ${id} AND ${user.staffRole} IN ('support', 'operator')`)
    .get();

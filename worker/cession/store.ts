import { and, desc, eq, getTableColumns, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { type Actor, auditRow, lostRace } from '../audit/index.ts';
import { account, cession, type Database, service, user } from '../db/index.ts';
import { type Letter, letters } from './letters-store.ts';

export type Statement = BatchItem<'sqlite'>;

const cessionQuery = (db: Database) =>
  db
    .select({
      cession: getTableColumns(cession),
      account: {
        name: account.name,
        clientNumber: account.clientNumber,
        ownerEpoch: account.ownerEpoch,
        cessionBlocked: account.cessionBlocked,
        cessionUnblockAt: account.cessionUnblockAt,
      },
      domain: service.name,
    })
    .from(cession)
    .innerJoin(account, eq(account.id, cession.accountId))
    .leftJoin(service, eq(service.id, cession.serviceId));

/** A cession with the account it began in; who may see it is decided by the rules of its sides. */
export const loadCession = (db: Database, id: string) => cessionQuery(db).where(eq(cession.id, id)).get();
export type StoredCession = NonNullable<Awaited<ReturnType<typeof loadCession>>>;

/** A cession found by the hash of a link's token. */
export const loadByToken = (db: Database, hash: string) =>
  cessionQuery(db)
    .where(eq(cession.id, sql`(SELECT cession_id FROM cession_token WHERE hash = ${hash})`))
    .get();

/** Most cessions that one page shows. */
const SHOWN = 50;

/** Cessions of an account under its present subscriber, and those by which somebody took over; newest first. */
export async function listCessions(db: Database, accountId: string, ownerEpoch: number, userId: string) {
  const newest = (which: SQL | undefined) => cessionQuery(db).where(which).orderBy(desc(cession.createdAt)).limit(SHOWN).all();
  const [given, taken] = await Promise.all([
    newest(and(eq(cession.accountId, accountId), eq(cession.ownerEpoch, ownerEpoch))),
    newest(eq(cession.takerUserId, userId)),
  ]);
  const byId = new Map([...given, ...taken].map((row) => [row.cession.id, row]));
  return [...byId.values()].sort((one, other) => other.cession.createdAt - one.cession.createdAt).slice(0, SHOWN);
}

/** Cessions whose time is over and that nobody has ended, oldest first; of one account, or of all. */
export const loadOverdue = (db: Database, now: number, limit: number) =>
  cessionQuery(db)
    .where(sql`${cession.state} IN ('offered', 'accepted', 'agreed') AND ${cession.expiresAt} <= ${now}`)
    .orderBy(cession.expiresAt)
    .limit(limit)
    .all();

/** What is under way for one account or one of its domains; undefined when nothing is. */
export const loadUnderWay = (db: Database, accountId: string, serviceId: string | null) =>
  cessionQuery(db)
    .where(
      and(
        serviceId === null
          ? and(eq(cession.accountId, accountId), eq(cession.kind, 'account'))
          : and(eq(cession.serviceId, serviceId), eq(cession.kind, 'domain')),
        sql`${cession.state} IN ('offered', 'accepted', 'agreed')`,
      ),
    )
    .get();

export const findPerson = (db: Database, email: string) =>
  db.select({ id: user.id, name: user.name, staffRole: user.staffRole }).from(user).where(eq(user.email, email)).get();

export const countOp = (id: string, op: string): SQL => sql`(SELECT count(*) FROM cession WHERE id = ${id} AND op = ${op})`;

export interface Circumstances {
  actor: Actor;
  now: number;
  op: string;
}

/** What a cession is about, as the audit names it. */
export const subjectOf = ({ cession: { kind }, account: { clientNumber }, domain }: StoredCession): string =>
  kind === 'domain' ? `domena ${domain}` : `konto nr ${clientNumber}`;

/** One change of a cession. */
export interface Turn {
  set: Partial<typeof cession.$inferInsert>;
  action: string;
  letters: readonly Letter[];
  /** What else must hold before anything is written. */
  provided?: SQL;
  /** What must be there before it is written. */
  after?: readonly Statement[];
}

/** The statement that changes a cession if it is still as it was read, and what is provided holds. */
export const turnStatement = (db: Database, row: StoredCession, set: Turn['set'], provided: SQL | undefined, op: string) =>
  db
    .update(cession)
    .set({ ...set, op })
    .where(and(eq(cession.id, row.cession.id), eq(cession.op, row.cession.op), provided));

/** True when a batch failed because a sign-in of the same address came into being at the same time. */
function signInCameFirst(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes('UNIQUE constraint failed: user.email')) return true;
  }
  return false;
}

/** Runs a batch whole; false when somebody else was faster. */
export async function runBatch(db: Database, ...statements: Statement[]): Promise<boolean> {
  const [first, ...others] = statements;
  if (!first) return true;
  try {
    await db.batch([first, ...others]);
    return true;
  } catch (error) {
    if (lostRace(error) || signInCameFirst(error)) return false;
    throw error;
  }
}

/** Writes one change with its letters and its audit row; false when somebody else was faster. */
export function writeTurn(db: Database, row: StoredCession, turn: Turn, { actor, now, op }: Circumstances): Promise<boolean> {
  const { id, accountId, takerName } = row.cession;
  const details = { what: subjectOf(row), to: takerName, op };
  return runBatch(
    db,
    ...(turn.after ?? []),
    turnStatement(db, row, turn.set, turn.provided, op),
    ...letters(db, row.cession, turn.letters, now),
    auditRow(db, actor, { accountId, grantId: null, at: now, action: turn.action, details, hits: countOp(id, op) }),
  );
}

import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { BatchItem } from 'drizzle-orm/batch';
import { type Actor, auditRow, lostRace } from '../audit/index.ts';
import { type Database, helpAttachment, helpAttachmentPart, helpCase, helpMessage } from '../db/index.ts';
import type { Attachment } from './attachments.ts';
import { lettersToCustomer } from './letters-store.ts';
import type { Becomes } from './rules.ts';
import type { StoredCase } from './store.ts';
import { numberOf } from './view.ts';

export type Statement = BatchItem<'sqlite'>;
export interface Circumstances {
  actor: Actor;
  now: number;
  /** The same for every repeat of one request; a message takes its id from it. */
  op: string;
}
/** Something said, with its files. */
export interface Saying {
  source: 'customer' | 'staff' | 'note';
  text: string;
  attachments: readonly Attachment[];
}

/** Fits a parameter of D1 (2 MB) as hexadecimal digits; as a list of numbers, in which D1 takes bytes, it would be twice as long. */
const PART_BYTES = 750_000;

function filesOf(db: Database, caseId: string, messageId: string, { attachments }: Saying): Statement[] {
  return attachments.flatMap(({ name, type, bytes }, at) => {
    const id = `${messageId.slice(0, 32)}-${at + 1}`;
    const parts = Array.from({ length: Math.ceil(bytes.length / PART_BYTES) }, (_, part) => {
      const hex = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES).toString('hex');
      return db.insert(helpAttachmentPart).values({ attachmentId: id, part, bytes: sql`unhex(${hex})` });
    });
    return [db.insert(helpAttachment).values({ id, caseId, messageId, name, type, size: bytes.length }), ...parts];
  });
}

/** A message and its files. */
export const sayingStatements = (db: Database, caseId: string, said: Saying, at: number, by: Circumstances): Statement[] => [
  db.insert(helpMessage).values({ id: by.op, caseId, at, source: said.source, authorName: by.actor.name, text: said.text }),
  ...filesOf(db, caseId, by.op, said),
];

export const countOp = (id: string, op: string): SQL => sql`(SELECT count(*) FROM help_case WHERE id = ${id} AND op = ${op})`;

/** Runs a batch whole; false when somebody else was faster, or what it counts on does not hold. */
export async function runBatch(db: Database, statements: Statement[]): Promise<boolean> {
  const [first, ...others] = statements;
  if (!first) return true;
  try {
    await db.batch([first, ...others]);
    return true;
  } catch (error) {
    if (lostRace(error)) return false;
    throw error;
  }
}

/** One change of a case. */
export interface Turn {
  becomes: Becomes;
  saying: Saying | null;
  action: string;
}

/** Nothing is said in the audit of what is said in a case. */
export const caseRecord = (
  db: Database,
  row: { id: string; accountId: string; hits: SQL },
  number: number,
  by: Circumstances & { action: string },
) =>
  auditRow(db, by.actor, {
    accountId: row.accountId,
    grantId: null,
    at: by.now,
    action: by.action,
    details: { number: numberOf(number), op: by.op },
    hits: row.hits,
  });

const saidAt = (source: Saying['source'] | undefined, at: number) => {
  if (source === 'customer') return { customerSaidAt: at };
  return source === 'staff' ? { staffSaidAt: at } : {};
};

/** Writes one change with what is said, its letter and its audit row; false when somebody else was faster. */
export function writeTurn(
  db: Database,
  { case: row }: StoredCase,
  { becomes, saying, action }: Turn,
  by: Circumstances,
): Promise<boolean> {
  // Whatever happens later is later also to the millisecond, so that messages keep their order and nothing unread is missed.
  const at = Math.max(by.now, row.updatedAt + 1);
  const taker = { takenBy: becomes.taker?.id ?? null, takenByName: becomes.taker?.name ?? null };
  return runBatch(db, [
    db
      .update(helpCase)
      .set({ ...taker, ...saidAt(saying?.source, at), state: becomes.state, updatedAt: at, version: row.version + 1, op: by.op })
      .where(and(eq(helpCase.id, row.id), eq(helpCase.op, row.op))),
    ...(saying ? sayingStatements(db, row.id, saying, at, by) : []),
    ...(saying?.source === 'staff' ? [lettersToCustomer(db, row, by)] : []),
    caseRecord(db, { id: row.id, accountId: row.accountId, hits: countOp(row.id, by.op) }, row.number, { ...by, action }),
  ]);
}

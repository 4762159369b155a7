import { sql } from 'drizzle-orm';
import type { CaseContext } from '../../contract/index.ts';
import { type Database, failedOn, helpCase } from '../db/index.ts';
import { belongsTo } from '../services/index.ts';
import { MOST_OPEN_CASES } from './rules.ts';
import { type Circumstances, caseRecord, countOp, runBatch, type Saying, sayingStatements } from './write-store.ts';

export interface Opening {
  /** From the request's idempotency key, so that a repeat finds the first one's row. */
  id: string;
  accountId: string;
  subject: string;
  saying: Saying;
  serviceId: string | null;
  order: { subject: string; replyEmail: string } | null;
  context: CaseContext | null;
}

const FIRST_NUMBER = 1001;
const MAX_RIVALS = 100;
const NUMBER_TAKEN = 'UNIQUE constraint failed: help_case.number';

const nextNumber = async (db: Database): Promise<number> =>
  (
    await db
      .select({ number: sql<number>`coalesce(max(${helpCase.number}) + 1, ${FIRST_NUMBER})` })
      .from(helpCase)
      .get()
  )?.number ?? FIRST_NUMBER;

/** Writes a new case under the next number; false when too many are open by now, or the service has gone. */
export async function writeOpening(db: Database, opening: Opening, by: Circumstances): Promise<boolean> {
  for (let attempt = 0; attempt < MAX_RIVALS; attempt += 1) {
    try {
      return await write(db, opening, await nextNumber(db), by);
    } catch (error) {
      if (!failedOn(error, NUMBER_TAKEN)) throw error;
    }
  }
  throw new Error('every number of a case was taken at once');
}

function write(db: Database, opening: Opening, number: number, by: Circumstances): Promise<boolean> {
  const { id, accountId, subject, saying, serviceId, order, context } = opening;
  const few = sql`((SELECT count(*) FROM help_case WHERE account_id = ${accountId} AND open = 1) <= ${MOST_OPEN_CASES})`;
  const ours = serviceId === null ? sql`1` : belongsTo(serviceId, accountId);
  const hits = sql`${countOp(id, by.op)} * ${few} * ${ours}`;
  return runBatch(db, [
    db.insert(helpCase).values({
      id,
      number,
      accountId,
      kind: order ? 'order' : 'message',
      subject,
      state: 'new',
      createdAt: by.now,
      updatedAt: by.now,
      openedBy: by.actor.id ?? '',
      openedByName: by.actor.name,
      serviceId,
      orderSubject: order?.subject ?? null,
      replyEmail: order?.replyEmail ?? null,
      context: context === null ? null : JSON.stringify(context),
      customerSaidAt: by.now,
      customerReadAt: by.now,
      op: by.op,
    }),
    ...sayingStatements(db, id, saying, by.now, by),
    caseRecord(db, { id, accountId, hits }, number, { ...by, action: order ? 'case.ordered' : 'case.opened' }),
  ]);
}

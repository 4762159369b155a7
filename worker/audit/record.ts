import { and, eq, type SQL, sql } from 'drizzle-orm';
import type { AuditEntry } from '../../contract/index.ts';
import type { Database } from '../db/index.ts';
import { audit } from '../db/schema.ts';

/** Who did it, and from where. `from` is the caller's address; null for hosts and the clock. */
export interface Actor {
  kind: AuditEntry['actor']['kind'];
  id: string | null;
  name: string;
  from: string | null;
  /** The account a member acts on, as their session was read: nothing they write counts once its subscriber has changed (R7). */
  acting?: { id: string; ownerEpoch: number };
}

/** The clock, which ends what has run out. */
export const CLOCK: Actor = { kind: 'clock', id: null, name: 'zegar', from: null };

/** A host's agent, reporting what it has done. */
export const hostActor = (id: string, name: string): Actor => ({ kind: 'host', id, name, from: null });

export interface AuditRecord {
  accountId: string;
  grantId: string | null;
  at: number;
  action: string;
  /** What the sentence needs; never a secret. */
  details: Record<string, string | number | null>;
  /** Counts the rows this batch was meant to change; the whole batch fails when it is not exactly one. */
  hits: SQL;
}

/** Nothing instead of a count where the subscriber has changed since the actor's session was read; the column takes no nothing. */
const sameOwner = ({ acting }: Actor, hits: SQL): SQL =>
  acting
    ? sql`(CASE WHEN (SELECT owner_epoch FROM account WHERE id = ${acting.id}) = ${acting.ownerEpoch} THEN ${hits} END)`
    : hits;

/** The insert that makes a change part of the audit; it belongs last in the change's own batch. */
export const auditRow = (db: Database, actor: Actor, record: AuditRecord) =>
  db.insert(audit).values({
    accountId: record.accountId,
    at: record.at,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    action: record.action,
    grantId: record.grantId,
    details: JSON.stringify(record.details),
    from: actor.from,
    hits: sameOwner(actor, record.hits),
  });

/** What many audit rows of one batch are made of: SQL over the rows that `from` finds, all columns but the actor's. */
export interface AuditRecords {
  at: number;
  action: SQL;
  accountId: SQL;
  grantId: SQL | null;
  details: SQL;
  from: SQL;
}

/** Audit rows in any number by one statement. They count nothing: the row of the whole, last in the batch, does. */
export const auditRows = (db: Database, actor: Actor, { at, action, accountId, grantId, details, from }: AuditRecords) =>
  db
    .insert(audit)
    .select(
      sql`SELECT NULL, ${accountId}, ${at}, ${actor.kind}, ${actor.id}, ${actor.name}, ${action}, ${grantId}, ${details}, ${actor.from}, 1 FROM ${from}`,
    );

/** True when a batch with this mark among its record's details has changed the grant before. */
export async function isRecorded(db: Database, grantId: string, op: string): Promise<boolean> {
  const marked = sql`json_extract(${audit.details}, '$.op') = ${op}`;
  const row = await db
    .select({ id: audit.id })
    .from(audit)
    .where(and(eq(audit.grantId, grantId), marked))
    .get();
  return row !== undefined;
}

/** True when a batch failed because somebody else had changed the row first. */
export function lostRace(error: unknown): boolean {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if (cause.message.includes('audit_hits_one')) return true;
  }
  return false;
}

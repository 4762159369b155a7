import { and, eq, isNull, lte, sql } from 'drizzle-orm';
import { type Actor, auditRow } from '../audit/index.ts';
import { account, type Database, grants, invitation, invitationToken, outbox, sentMessage, service } from '../db/index.ts';
import type { Message } from './message.ts';

export type Queued = typeof outbox.$inferSelect;

/** How long one attempt may take before another sender takes the message over. */
const LEASE_MS = 60_000;
const FIRST_RETRY_MS = 30_000;
const LONGEST_RETRY_MS = 60 * 60 * 1000;

/** Unsent messages that are due, oldest first. */
export const loadDueMail = (db: Database, now: number, limit: number) =>
  db
    .select()
    .from(outbox)
    .where(and(isNull(outbox.sentAt), lte(outbox.dueAt, now)))
    .orderBy(outbox.dueAt)
    .limit(limit)
    .all();

/** Takes one message for sending; false when another sender has it. */
export async function leaseMail(db: Database, queued: Queued, now: number): Promise<boolean> {
  const taken = await db
    .update(outbox)
    .set({ dueAt: now + LEASE_MS, attempts: queued.attempts + 1 })
    .where(and(eq(outbox.id, queued.id), eq(outbox.dueAt, queued.dueAt), isNull(outbox.sentAt)))
    .returning({ id: outbox.id });
  return taken.length === 1;
}

/** Puts a message that could not be sent off, longer each time, up to an hour. */
export const postponeMail = (db: Database, queued: Queued, now: number) =>
  db
    .update(outbox)
    .set({ dueAt: now + Math.min(FIRST_RETRY_MS * 2 ** queued.attempts, LONGEST_RETRY_MS) })
    .where(eq(outbox.id, queued.id));

/** Takes a message that no longer says anything true out of the queue. */
export const dropMail = (db: Database, queued: Queued, now: number) =>
  db.update(outbox).set({ sentAt: now }).where(eq(outbox.id, queued.id));

const MAILER: Actor = { kind: 'clock', id: null, name: 'poczta', from: null };

/** Writes that a message is out, with its audit row when it is about a grant. */
export async function markSent(
  db: Database,
  queued: Queued,
  about: { grantId: string | null; invitationId: string | null },
  now: number,
): Promise<void> {
  const hits = sql`(SELECT count(*) FROM outbox WHERE id = ${queued.id} AND sent_at = ${now})`;
  const details = { template: queued.template, to: queued.recipient };
  await db.batch([
    db
      .update(outbox)
      .set({ sentAt: now })
      .where(and(eq(outbox.id, queued.id), isNull(outbox.sentAt))),
    ...(about.invitationId ? [db.update(invitation).set({ sentAt: now }).where(eq(invitation.id, about.invitationId))] : []),
    auditRow(db, MAILER, {
      accountId: queued.accountId,
      grantId: about.grantId,
      at: now,
      action: about.invitationId ? 'invitation.sent' : 'message.sent',
      details,
      hits,
    }),
  ]);
}

/** What a message about a grant speaks of. */
export const loadSubject = (db: Database, grantId: string) =>
  db
    .select({
      grant: grants,
      accountName: account.name,
      serviceName: service.name,
      invitation: { id: invitation.id, purpose: invitation.purpose, expiresAt: invitation.expiresAt },
    })
    .from(grants)
    .innerJoin(account, eq(account.id, grants.accountId))
    .innerJoin(service, eq(service.id, grants.serviceId))
    .leftJoin(invitation, and(eq(invitation.grantId, grants.id), eq(invitation.state, 'open')))
    .where(eq(grants.id, grantId))
    .get();

export type Subject = NonNullable<Awaited<ReturnType<typeof loadSubject>>>;

/** Makes one more link to an open invitation good; only the hash is kept. */
export const addInvitationToken = (db: Database, hash: string, invitationId: string) =>
  db.insert(invitationToken).values({ hash, invitationId });

export const keepForDevelopment = (db: Database, message: Message, now: number) =>
  db.insert(sentMessage).values({ at: now, ...message });

/** The newest messages as they were sent; only in development is there anything. */
export const loadSentMessages = (db: Database) =>
  db.select().from(sentMessage).orderBy(sql`${sentMessage.id} DESC`).limit(50).all();

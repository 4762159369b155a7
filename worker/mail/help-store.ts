import { and, eq, gte, sql } from 'drizzle-orm';
import { account, type Database, helpCase, helpMessage, service, settingRequest, settingToken } from '../db/index.ts';

/** What was an earlier subscriber's is not written about any more (R7). */
const ownerSince = sql`coalesce(${account.ownerSince}, 0)`;

/** What a letter with an answer of staff speaks of. */
export const loadCaseSubject = (db: Database, caseId: string, messageId: string) =>
  db
    .select({
      id: helpCase.id,
      number: helpCase.number,
      kind: helpCase.kind,
      subject: helpCase.subject,
      state: helpCase.state,
      text: helpMessage.text,
      author: helpMessage.authorName,
      attachments: sql<number>`(SELECT count(*) FROM help_attachment WHERE help_attachment.case_id = ${caseId} AND help_attachment.message_id = ${messageId})`,
    })
    .from(helpMessage)
    .innerJoin(helpCase, eq(helpCase.id, helpMessage.caseId))
    .innerJoin(account, eq(account.id, helpCase.accountId))
    .where(and(eq(helpMessage.id, messageId), eq(helpCase.id, caseId), gte(helpCase.createdAt, ownerSince)))
    .get();
export type CaseSubject = NonNullable<Awaited<ReturnType<typeof loadCaseSubject>>>;

/** What a letter about a setting speaks of. */
export const loadSettingSubject = (db: Database, requestId: string) =>
  db
    .select({
      id: settingRequest.id,
      setting: settingRequest.setting,
      state: settingRequest.state,
      sending: settingRequest.sending,
      expiresAt: settingRequest.expiresAt,
      askedBy: settingRequest.createdByName,
      helperName: settingRequest.helperName,
      note: settingRequest.note,
      accountName: account.name,
      serviceName: service.name,
    })
    .from(settingRequest)
    .innerJoin(account, eq(account.id, settingRequest.accountId))
    .innerJoin(service, eq(service.id, settingRequest.serviceId))
    .where(and(eq(settingRequest.id, requestId), gte(settingRequest.createdAt, ownerSince)))
    .get();
export type SettingSubject = NonNullable<Awaited<ReturnType<typeof loadSettingSubject>>>;

/** Makes one more link to a form good; only the hash is kept. */
export const addSettingToken = (db: Database, hash: string, requestId: string, sending: number) =>
  db.insert(settingToken).values({ hash, requestId, sending });

import { z } from 'zod';
import { applyFault } from '../../contract/index.ts';
import { type Database, database } from '../db/index.ts';
import { type Env, isDevelopment, reportFault } from '../http/index.ts';
import { loadAccountSubject, loadCessionSubject } from './cession-store.ts';
import { loadCaseSubject, loadSettingSubject } from './help-store.ts';
import { compose, type Letter } from './message.ts';
import {
  dropMail,
  keepForDevelopment,
  leaseMail,
  loadDueMail,
  loadSubject,
  markSent,
  postponeMail,
  type Queued,
} from './store.ts';
import { cessionLetter, isAboutCession } from './templates/cession.ts';
import { cessionUnblockingLetter } from './templates/cession-unblocking.ts';
import { caseAnsweredLetter } from './templates/help.ts';
import { letterOf } from './templates/index.ts';
import { reviewDueLetter } from './templates/review-due.ts';
import { settingAnsweredLetter, settingRequestLetter } from './templates/setting.ts';

/** How many messages one call sends; the next one takes the rest. */
const AT_ONCE = 20;
const aboutCession = z.object({ cessionId: z.string(), side: z.enum(['giver', 'taker']) });
const aboutCase = z.object({ caseId: z.string(), messageId: z.string() });
const aboutSetting = z.object({ requestId: z.string(), sending: z.int().default(0) });
const aboutGrant = z.object({ grantId: z.string(), fault: applyFault.optional() });

/**
 * Sends the messages that are due. Called after a request or a host's word that queued one, and by cron, so that one
 * whose worker died is sent a little later. A message is marked only after it is out: a crash in between
 * sends it twice, and both links work.
 */
export async function deliverMail(env: Env, now: number = Date.now()): Promise<void> {
  const db = database(env.DB);
  for (const queued of await loadDueMail(db, now, AT_ONCE)) {
    if (!(await leaseMail(db, queued, now))) continue;
    try {
      await sendOne(env, db, queued, now);
    } catch (error) {
      reportFault(error, `mail ${queued.id}`);
      await postponeMail(db, queued, now);
    }
  }
}

/** A message written from what is true now, and which grant and invitation it is about. */
interface Written {
  letter: Letter | null;
  grantId: string | null;
  invitationId: string | null;
}

async function ofGrant(env: Env, db: Database, { template, recipient, data }: Queued, now: number): Promise<Written> {
  const { grantId, fault = null } = aboutGrant.parse(JSON.parse(data));
  const subject = await loadSubject(db, grantId);
  const letter = subject ? await letterOf(template, { db, subject, recipient, fault, origin: env.ORIGIN, now }) : null;
  return { letter, grantId, invitationId: template === 'invitation' ? (subject?.invitation?.id ?? null) : null };
}

async function ofCession(env: Env, db: Database, { template, recipient, data }: Queued, now: number): Promise<Written> {
  const { cessionId, side } = aboutCession.parse(JSON.parse(data));
  const subject = await loadCessionSubject(db, cessionId);
  const occasion = { db, side, recipient, origin: env.ORIGIN, now };
  return { letter: subject ? await cessionLetter(template, { ...occasion, subject }) : null, grantId: null, invitationId: null };
}

async function ofBlock(env: Env, db: Database, { accountId, recipient }: Queued, now: number): Promise<Written> {
  const subject = await loadAccountSubject(db, accountId);
  const letter = subject ? cessionUnblockingLetter({ subject, recipient, origin: env.ORIGIN, now }) : null;
  return { letter, grantId: null, invitationId: null };
}

async function ofReview(env: Env, db: Database, { accountId, recipient }: Queued): Promise<Written> {
  const subject = await loadAccountSubject(db, accountId);
  const letter = subject ? reviewDueLetter({ subject, recipient, origin: env.ORIGIN }) : null;
  return { letter, grantId: null, invitationId: null };
}

async function ofCase(env: Env, db: Database, { recipient, data }: Queued): Promise<Written> {
  const { caseId, messageId } = aboutCase.parse(JSON.parse(data));
  const subject = await loadCaseSubject(db, caseId, messageId);
  const letter = subject ? caseAnsweredLetter({ subject, recipient, origin: env.ORIGIN }) : null;
  return { letter, grantId: null, invitationId: null };
}

async function ofSetting(env: Env, db: Database, { template, recipient, data }: Queued, now: number): Promise<Written> {
  const { requestId, sending } = aboutSetting.parse(JSON.parse(data));
  const subject = await loadSettingSubject(db, requestId);
  const write = template === 'setting-request' ? settingRequestLetter : settingAnsweredLetter;
  const letter = subject ? await write({ db, subject, recipient, sending, origin: env.ORIGIN, now }) : null;
  return { letter, grantId: null, invitationId: null };
}

const WRITERS: Readonly<Record<string, typeof ofGrant>> = {
  'cession-unblocking': ofBlock,
  'review-due': ofReview,
  'case-answered': ofCase,
  'setting-request': ofSetting,
  'setting-answered': ofSetting,
};

function writerOf(template: string): typeof ofGrant {
  return WRITERS[template] ?? (isAboutCession(template) ? ofCession : ofGrant);
}

async function sendOne(env: Env, db: Database, queued: Queued, now: number): Promise<void> {
  const { letter, ...about } = await writerOf(queued.template)(env, db, queued, now);
  if (!letter) return void (await dropMail(db, queued, now));
  const message = await compose(letter);
  await env.EMAIL.send({
    from: env.MAIL_FROM,
    to: message.recipient,
    subject: message.subject,
    text: message.text,
    html: message.html,
  });
  if (isDevelopment(env)) await keepForDevelopment(db, message, now);
  await markSent(db, queued, about, now);
}

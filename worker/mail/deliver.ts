import { z } from 'zod';
import { applyFault } from '../../contract/index.ts';
import { type Database, database } from '../db/index.ts';
import { type Env, isDevelopment, reportFault } from '../http/index.ts';
import { compose } from './message.ts';
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
import { letterOf } from './templates/index.ts';

/** How many messages one call sends; the next one takes the rest. */
const AT_ONCE = 20;
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

async function sendOne(env: Env, db: Database, queued: Queued, now: number): Promise<void> {
  const { grantId, fault = null } = aboutGrant.parse(JSON.parse(queued.data));
  const subject = await loadSubject(db, grantId);
  const { template, recipient } = queued;
  const letter = subject && (await letterOf(template, { db, subject, recipient, fault, origin: env.ORIGIN, now }));
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
  const invitationId = template === 'invitation' ? (subject?.invitation?.id ?? null) : null;
  await markSent(db, queued, { grantId, invitationId }, now);
}

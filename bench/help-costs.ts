import { DEMO_IDS } from '../demo/data.ts';
import type { ApiClient } from '../tests/support/api-client.ts';
import { type EdgeDatabase, visitor } from '../tests/support/stage/index.ts';
import { mailSettled } from './invite.ts';
import type { Meter } from './meter.ts';

const PNG = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(1_000_000, 7)]).toString('base64');
const NEW = {
  subject: 'Nie działa poczta',
  text: 'Od rana nic nie przychodzi.',
  serviceId: DEMO_IDS.serviceA,
  order: null,
  context: null,
  attachments: [{ name: 'ekran.png', type: 'image/png', base64: PNG }],
};

const AT = 1_790_000_000_000;
const ASKER = "'demo-ownerA', 'Anna Kowalska'";
/** Of four cases one each is closed in the measured account, closed in another, new, and in somebody's hands. */
const CASES = `INSERT INTO help_case (id, number, account_id, kind, subject, state, created_at, updated_at, opened_by, opened_by_name, taken_by, taken_by_name,
    customer_said_at, customer_read_at, op)
  WITH RECURSIVE n(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2)
  SELECT printf('k%07d', i), 10000 + i, iif(i % 4, '${DEMO_IDS.accountB}', '${DEMO_IDS.accountA}'), 'message', 'Pytanie',
    CASE i % 4 WHEN 1 THEN 'new' WHEN 2 THEN 'waiting' ELSE 'closed' END, ${AT} + i, ${AT} + i, ${ASKER}, iif(i % 4 = 2, 'demo-support', NULL), NULL,
    ${AT}, ${AT}, 'planted' FROM n`;
const REQUESTS = `INSERT INTO setting_request (id, account_id, service_id, setting, helper_name, helper_email, note, state, created_by, created_by_name, created_at,
    expires_at, op)
  WITH RECURSIVE n(i) AS (SELECT ?1 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?2)
  SELECT printf('k%07d', i), '${DEMO_IDS.accountA}', '${DEMO_IDS.serviceA}', 'cron', 'Jan', 'jan@testowy.example', '', 'sent', ${ASKER}, ${AT} + i, ${AT}, 'planted' FROM n`;

/** As many cases and questions as there are grants. */
export async function growHelp(db: EdgeDatabase, from: number, to: number): Promise<void> {
  for (const sql of [CASES, REQUESTS]) await db.prepare(sql).bind(from, to).run();
}

interface Seen {
  id: string;
  version: number;
  messages: { attachments: { id: string }[] }[];
}
const seen = (answer: string) => JSON.parse(answer) as Seen;

/** A case from both sides, from its opening to its closing. */
async function talk(meter: Meter, owner: ApiClient, support: ApiClient): Promise<void> {
  const { id: caseId, messages } = seen(await meter.call(owner, 'openCase', { body: NEW }, ', with a file of 1 MB'));
  const attachmentId = messages[0]?.attachments[0]?.id ?? '';
  const params = { caseId };
  await meter.call(owner, 'listCases', { query: { limit: '20' } });
  await meter.call(owner, 'listCases', { query: { show: 'closed', limit: '20' } }, ', 20 closed');
  await meter.call(support, 'listCaseQueue', { query: { limit: '20' } });
  for (const show of ['mine', 'taken', 'closed'])
    await meter.call(support, 'listCaseQueue', { query: { show, limit: '20' } }, `, ${show}`);
  const { version } = seen(await meter.call(support, 'readStaffCase', { params }));
  const taken = seen(await meter.call(support, 'takeCase', { params, body: { version } }));
  const answer = { version: taken.version, text: 'Sprawdzamy.', close: false };
  await meter.call(support, 'answerCase', { params, body: answer });
  await meter.call(owner, 'readCase', { params });
  const written = seen(await meter.call(owner, 'writeInCase', { params, body: { text: 'Dziękuję.' } }));
  await meter.call(owner, 'readAttachment', { params: { caseId, attachmentId } });
  await meter.call(support, 'readStaffAttachment', { params: { caseId, attachmentId } });
  await meter.call(support, 'listColleagues');
  const handed = { version: written.version, to: null, note: 'Dla kolegi.' };
  const left = seen(await meter.call(support, 'handCaseOn', { params, body: handed }));
  await meter.call(support, 'closeStaffCase', { params, body: { version: left.version } });
  await owner.call('writeInCase', { params, body: { text: 'Jeszcze jedno.' } });
  await meter.call(owner, 'closeCase', { params });
}

async function newestToken({ edge }: Meter): Promise<string> {
  await mailSettled(edge);
  const text = await edge.db
    .prepare("SELECT text FROM sent_message WHERE text LIKE '%/zmiana/#%' ORDER BY id DESC LIMIT 1")
    .first<string>('text');
  return /\/zmiana\/#([\w-]{43})/.exec(text ?? '')?.[1] ?? '';
}

/** A question about a setting, from asking to the last step. */
async function ask(meter: Meter, owner: ApiClient): Promise<void> {
  const helper = { name: 'Jan Testowy', email: 'jan@testowy.example' };
  const body = { setting: 'php-version', serviceId: DEMO_IDS.serviceA, helper, note: '' };
  const { id: requestId } = seen(await meter.call(owner, 'createSettingRequest', { body }));
  const params = { requestId };
  await meter.call(owner, 'resendSettingRequest', { params });
  const token = await newestToken(meter);
  await meter.call(visitor(meter.edge), 'readSettingForm', { body: { token } });
  const answers = { token, answers: { version: '8.3' }, comment: '' };
  await meter.call(visitor(meter.edge), 'fillSettingForm', { body: answers });
  await meter.call(owner, 'readSettingRequest', { params });
  await meter.call(owner, 'listSettingRequests', { query: { limit: '20' } });
  await meter.call(owner, 'tickSettingStep', { params, body: { step: 'set', done: true } });
  await meter.call(owner, 'endSettingRequest', { params, body: { outcome: 'done' } });
}

/** Help by people; afterwards what it left is gone, so that the next size finds as much as this one did. */
export async function getHelp(meter: Meter, owner: ApiClient, support: ApiClient): Promise<void> {
  await talk(meter, owner, support);
  await ask(meter, owner);
  const { db } = meter.edge;
  const made = "id NOT LIKE 'demo-%' AND id NOT LIKE 'k0%'";
  const cases = `(SELECT id FROM help_case WHERE ${made})`;
  await db.batch([
    db.prepare(
      `DELETE FROM help_attachment_part WHERE attachment_id IN (SELECT id FROM help_attachment WHERE case_id IN ${cases})`,
    ),
    db.prepare(`DELETE FROM help_attachment WHERE case_id IN ${cases}`),
    db.prepare(`DELETE FROM help_message WHERE case_id IN ${cases}`),
    db.prepare(`DELETE FROM help_case WHERE ${made}`),
    db.prepare('DELETE FROM setting_token'),
    db.prepare(`DELETE FROM setting_request WHERE ${made}`),
  ]);
}

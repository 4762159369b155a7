import { env } from 'cloudflare:test';

const CASE = `INSERT INTO help_case (id, number, account_id, kind, subject, state, created_at, updated_at, opened_by, opened_by_name, service_id,
    taken_by, customer_said_at, customer_read_at, op)
  VALUES ('case-1', 1001, 'a1', 'message', 'Poczta', 'new', 1, 1, 'owner', 'owner', 's1', NULL, 1, 1, 'planted')
  ON CONFLICT (id) DO UPDATE SET state = 'new', version = 1, taken_by = NULL, op = lower(hex(randomblob(8)))`;
const REQUEST = `INSERT INTO setting_request (id, account_id, service_id, setting, helper_name, helper_email, note, state, created_by, created_by_name,
    created_at, answered_at, expires_at, answers, op)
  VALUES ('request-1', 'a1', 's1', 'php-version', 'Ewa', 'ewa@it.test', '', 'answered', 'owner', 'owner', 1, 2, ?1, '{"version":"8.3"}', 'planted')
  ON CONFLICT (id) DO UPDATE SET state = 'answered', steps_done = '[]', version = 1, op = lower(hex(randomblob(8)))`;

export const HELP_IDS = { caseId: 'case-1', attachmentId: 'file-1', requestId: 'request-1' };

/** One case of the account with a file, and one question about a setting, as at first; nothing else of the kind is open. */
export const helpStands = () => [
  env.DB.prepare("UPDATE help_case SET state = 'closed' WHERE id <> 'case-1'"),
  env.DB.prepare("DELETE FROM help_message WHERE case_id = 'case-1' AND id <> 'message-1'"),
  env.DB.prepare(CASE),
  env.DB.prepare(
    "INSERT OR IGNORE INTO help_message (id, case_id, at, source, author_name, text) VALUES ('message-1', 'case-1', 1, 'customer', 'owner', 'Nie działa.')",
  ),
  env.DB.prepare(
    "INSERT OR IGNORE INTO help_attachment (id, case_id, message_id, name, type, size) VALUES ('file-1', 'case-1', 'message-1', 'a.txt', 'text/plain', 2)",
  ),
  env.DB.prepare("INSERT OR IGNORE INTO help_attachment_part (attachment_id, part, bytes) VALUES ('file-1', 0, x'4142')"),
  env.DB.prepare(REQUEST).bind(Date.now() + 86_400_000),
];

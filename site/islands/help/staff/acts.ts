import { actOf } from '../../../api/acts.ts';
import { api, call } from '../../../api/client.ts';
import { keepIn, type Said } from '../acts.ts';

/* Acts of staff on cases. Each says which version it was made from, so that nobody answers what they have not read. */

const ofCase = api.staff.cases[':caseId'];
type Seen = { id: string; version: number };

export type Show = 'new' | 'mine' | 'taken' | 'closed';
export async function listQueue(show: Show, after: string | null, quiet: boolean) {
  const query = { show, ...(after ? { after } : {}) };
  const page = await call((options) => api.staff.cases.$get({ query }, options), { quiet });
  return page.ok ? { ok: true as const, value: { items: page.value.cases, next: page.value.next } } : page;
}

export const readStaffCase = (caseId: string, quiet: boolean) =>
  call((options) => ofCase.$get({ param: { caseId } }, options), { quiet });

export const readColleagues = () => call((options) => api.staff.colleagues.$get({}, options), { quiet: true });

export function takeCase({ id, version }: Seen) {
  const json = { version };
  const act = actOf(`bok-wez:${id}`, json, sessionStorage);
  return call((options) => ofCase.taking.$post({ param: { caseId: id }, json }, options), { act });
}

export function answerCase({ id, version }: Seen, said: Said, close: boolean) {
  const json = { version, close, ...said };
  const act = actOf(`bok-odpowiedz:${id}`, json, keepIn(said));
  return call((options) => ofCase.messages.$post({ param: { caseId: id }, json }, options), { act });
}

export function handOn({ id, version }: Seen, to: string | null, note: string) {
  const json = { version, to, note };
  const act = actOf(`bok-przekaz:${id}`, json, sessionStorage);
  return call((options) => ofCase['handing-on'].$post({ param: { caseId: id }, json }, options), { act });
}

export function closeAsStaff({ id, version }: Seen) {
  const json = { version };
  const act = actOf(`bok-zamknij:${id}`, json, sessionStorage);
  return call((options) => ofCase.closing.$post({ param: { caseId: id }, json }, options), { act });
}

export const staffAttachmentAddress = (caseId: string, attachmentId: string) =>
  `/api/v1/staff/cases/${encodeURIComponent(caseId)}/attachments/${encodeURIComponent(attachmentId)}`;

import type { CaseContext } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import type { Attachment } from './attachments.ts';

/* Acts of a customer on their cases; each keeps its key through a lost answer. */

export interface Said {
  text: string;
  attachments: Attachment[];
}
export interface NewCase extends Said {
  subject: string;
  serviceId: string | null;
  order: { subject: 'restore' | 'move' | 'repair' | 'update' | 'configure' | 'other'; replyEmail: string } | null;
  context: CaseContext | null;
}

/** Files are too large for the tab's storage, so with them the key lives only as long as the page. */
export const keepIn = ({ attachments }: Said): Storage | null => (attachments.length === 0 ? sessionStorage : null);

export async function listCases(show: 'open' | 'closed', after: string | null, quiet: boolean) {
  const query = { show, ...(after ? { after } : {}) };
  const page = await call((options) => api.cases.$get({ query }, options), { quiet });
  return page.ok ? { ok: true as const, value: { items: page.value.cases, next: page.value.next } } : page;
}

export const readCase = (caseId: string, quiet: boolean) =>
  call((options) => api.cases[':caseId'].$get({ param: { caseId } }, options), { quiet });

export function openCase(json: NewCase) {
  const act = actOf('sprawa', json, keepIn(json));
  return call((options) => api.cases.$post({ json }, options), { act });
}

export function writeInCase(caseId: string, json: Said) {
  const act = actOf(`sprawa:${caseId}`, json, keepIn(json));
  return call((options) => api.cases[':caseId'].messages.$post({ param: { caseId }, json }, options), { act });
}

export function closeCase(caseId: string) {
  const act = actOf(`sprawa-zamknij:${caseId}`, null, sessionStorage);
  return call((options) => api.cases[':caseId'].closing.$post({ param: { caseId } }, options), { act });
}

export const attachmentAddress = (caseId: string, attachmentId: string) =>
  `/api/v1/cases/${encodeURIComponent(caseId)}/attachments/${encodeURIComponent(attachmentId)}`;

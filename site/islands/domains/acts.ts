import type { DnsRecord, TypedRecord } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';

/* Acts on domains and their records; each keeps its key through a lost answer. */

/** Yes or no to an offered domain; no also gives back what one has. */
export function answerOffer(grantId: string, answer: 'accept' | 'refuse') {
  const act = actOf(`domena:${answer}:${grantId}`, null, sessionStorage);
  const param = { grantId };
  return answer === 'accept'
    ? call((options) => api.delegations[':grantId'].acceptance.$post({ param }, options), { act })
    : call((options) => api.delegations[':grantId'].refusal.$post({ param }, options), { act });
}

/** Takes the management of one's own domain back, or the offer of it. */
export function takeBackDomain(grantId: string) {
  const act = actOf(`odbierz:${grantId}`, null, sessionStorage);
  return call((options) => api.grants[':grantId'].revocation.$post({ param: { grantId } }, options), { act });
}

export function offerDomain(serviceId: string, json: { clientNumber: string; notAfter: number | null }) {
  const act = actOf(`domena:${serviceId}`, json, sessionStorage);
  const param = { serviceId };
  return call((options) => api.domains[':serviceId'].delegation.$post({ param, json }, options), { act });
}

interface ZoneAct {
  version: number;
  remove: DnsRecord[];
  add: TypedRecord[];
}
export const previewChange = (serviceId: string, json: ZoneAct) =>
  call((options) => api.domains[':serviceId'].zone.preview.$post({ param: { serviceId }, json }, options));

export function sendChange(serviceId: string, json: ZoneAct) {
  const act = actOf(`dns:${serviceId}`, json, sessionStorage);
  return call((options) => api.domains[':serviceId'].zone.$post({ param: { serviceId }, json }, options), { act });
}

export function undoChange(serviceId: string, changeId: string) {
  const act = actOf(`dns-cofnij:${changeId}`, null, sessionStorage);
  const param = { serviceId, changeId };
  return call((options) => api.domains[':serviceId'].zone.changes[':changeId'].undo.$post({ param }, options), { act });
}

interface FileAct {
  version: number;
  text: string;
  mode: 'replace' | 'merge';
}
export const previewFile = (serviceId: string, json: FileAct) =>
  call((options) => api.domains[':serviceId'].zone.file.preview.$post({ param: { serviceId }, json }, options));

/** The key stays in memory: a file of two megabytes is too much to be kept beside it. */
export function sendFile(serviceId: string, json: FileAct) {
  const act = actOf(`dns-plik:${serviceId}`, json);
  return call((options) => api.domains[':serviceId'].zone.file.$post({ param: { serviceId }, json }, options), { act });
}

/** The zone as a file. */
export const exportFile = (serviceId: string) =>
  call(async (options) => {
    const answer = await api.domains[':serviceId'].zone.file.$get({ param: { serviceId } }, options);
    const json = (): Promise<string> => (answer.ok ? answer.text() : (answer as unknown as Response).json());
    return { ok: answer.ok, status: answer.status, json };
  });

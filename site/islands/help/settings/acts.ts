import type { SettingName } from '../../../../contract/index.ts';
import { actOf } from '../../../api/acts.ts';
import { api, call } from '../../../api/client.ts';

/* Acts on setting requests (R11), of the owner and of whoever holds the link. */

const ofRequest = api['setting-requests'][':requestId'];

export async function listRequests(after: string | null, quiet: boolean) {
  const query = after ? { after } : {};
  const page = await call((options) => api['setting-requests'].$get({ query }, options), { quiet });
  return page.ok ? { ok: true as const, value: { items: page.value.requests, next: page.value.next } } : page;
}

export const readRequest = (requestId: string, quiet: boolean) =>
  call((options) => ofRequest.$get({ param: { requestId } }, options), { quiet });

interface NewRequest {
  setting: SettingName;
  serviceId: string;
  helper: { name: string; email: string };
  note: string;
}
export function createRequest(json: NewRequest) {
  const act = actOf('prosba', json, sessionStorage);
  return call((options) => api['setting-requests'].$post({ json }, options), { act });
}

export function resendRequest(requestId: string) {
  const act = actOf(`prosba-wyslij:${requestId}`, null, sessionStorage);
  return call((options) => ofRequest.sending.$post({ param: { requestId } }, options), { act });
}

export function tickStep(requestId: string, step: string, done: boolean) {
  const json = { step, done };
  const act = actOf(`prosba-krok:${requestId}:${step}`, json);
  return call((options) => ofRequest.steps.$post({ param: { requestId }, json }, options), { act });
}

export function endRequest(requestId: string, outcome: 'done' | 'dropped') {
  const json = { outcome };
  const act = actOf(`prosba-koniec:${requestId}`, json, sessionStorage);
  return call((options) => ofRequest.ending.$post({ param: { requestId }, json }, options), { act });
}

export const lookUpForm = (token: string) =>
  call((options) => api['setting-forms'].lookup.$post({ json: { token } }, options), { quiet: true });

export function fillForm(json: { token: string; answers: Record<string, string>; comment: string }) {
  return call((options) => api['setting-forms'].answers.$post({ json }, options), { act: actOf('zmiana', json), quiet: true });
}

import type { GrantView } from '../../../contract/index.ts';
import { actOf } from '../../api/acts.ts';
import { api, call } from '../../api/client.ts';
import { type Change, changeBody, seatChangeBody, type What } from './change.ts';

/*
 * Acts on a grant, wherever its kind has its route: a licence is looked after through its service, so that whoever
 * looks after that service alone may do so too (R5).
 */

const seatParam = ({ id, service }: GrantView) => ({ serviceId: service.id, grantId: id });

/** Sends one change with the version that the person saw. */
export function sendChange(grant: GrantView, change: Change, what: What, now: number) {
  const name = `zmien:${grant.id}`;
  if (grant.spec.kind === 'seat') {
    const json = seatChangeBody(grant, change, what, now);
    const act = actOf(name, json, sessionStorage);
    const param = seatParam(grant);
    return call((options) => api.licences[':serviceId'].seats[':grantId'].$patch({ param, json }, options), { act });
  }
  const json = changeBody(grant, change, what, now);
  const act = actOf(name, json, sessionStorage);
  return call((options) => api.grants[':grantId'].$patch({ param: { grantId: grant.id }, json }, options), { act });
}

/** Takes back what was given, or the invitation to it. */
export function takeBack(grant: GrantView) {
  const act = actOf(`odbierz:${grant.id}`, null, sessionStorage);
  if (grant.spec.kind === 'seat') {
    const param = seatParam(grant);
    return call((options) => api.licences[':serviceId'].seats[':grantId'].withdrawal.$post({ param }, options), { act });
  }
  return call((options) => api.grants[':grantId'].revocation.$post({ param: { grantId: grant.id } }, options), { act });
}

/** Sends a fresh invitation, or a link to a new password. */
export function inviteAgain(grant: Pick<GrantView, 'id' | 'version'>) {
  const act = actOf(`zaproszenie:${grant.id}`, grant.version, sessionStorage);
  return call((options) => api.grants[':grantId'].invitation.$post({ param: { grantId: grant.id } }, options), { act });
}

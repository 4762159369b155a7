import type { SettingForm, SettingRequest } from '../../contract/index.ts';
import { SETTINGS, type SettingName } from '../../contract/index.ts';
import { type Standing, stateAt } from './rules.ts';
import type { StoredRequest } from './store.ts';

const nameOf = (setting: string): SettingName => {
  const name = SETTINGS.find((one) => one === setting);
  if (!name) throw new Error('a request about a setting that does not exist');
  return name;
};

const answersOf = (text: string | null) => (text === null ? null : (JSON.parse(text) as Record<string, string>));

export const standingOf = ({ request }: StoredRequest): Standing => ({
  setting: nameOf(request.setting),
  state: request.state,
  answers: answersOf(request.answers),
  comment: request.comment,
  stepsDone: JSON.parse(request.stepsDone) as string[],
  expiresAt: request.expiresAt,
  sending: request.sending,
});

export function requestView(row: StoredRequest, now: number): SettingRequest {
  const { request, serviceName } = row;
  const { setting, answers, stepsDone } = standingOf(row);
  const { id, serviceId, helperName, helperEmail, note, createdAt, answeredAt, expiresAt, comment, version } = request;
  return {
    id,
    setting,
    service: { id: serviceId, name: serviceName },
    helper: { name: helperName, email: helperEmail },
    note,
    state: stateAt(request, now),
    createdAt,
    answeredAt,
    expiresAt,
    answers,
    comment,
    stepsDone: [...stepsDone],
    version,
  };
}

/** What the bearer of a link sees; of a request that is over, only that it is. */
export function formView(row: StoredRequest, now: number): SettingForm {
  const { request, serviceName, accountName } = row;
  const { setting, answers } = standingOf(row);
  const state = stateAt(request, now);
  const over = request.expiresAt <= now || state === 'done' || state === 'dropped';
  return {
    setting,
    giver: { person: request.createdByName, account: accountName },
    service: { name: serviceName },
    helper: { name: request.helperName },
    note: over ? '' : request.note,
    state: over && state === 'answered' ? 'expired' : state,
    expiresAt: request.expiresAt,
    answers: over ? null : answers,
    comment: over ? '' : request.comment,
  };
}

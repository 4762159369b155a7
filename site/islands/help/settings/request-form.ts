import { isSettingName } from '../../../../content/settings/index.ts';
import { type FieldProblem, failure } from '../../../api/result.ts';

/** What is typed to ask about a setting. */
export interface RequestDraft extends Record<string, string> {
  setting: string;
  serviceId: string;
  name: string;
  email: string;
  note: string;
}
export const EMPTY_REQUEST: RequestDraft = { setting: '', serviceId: '', name: '', email: '', note: '' };

const required = failure('required').message;

export function requestProblems({ setting, serviceId, name, email }: RequestDraft): FieldProblem[] {
  const faults = {
    setting: isSettingName(setting) ? null : 'Wybierz, o jakie ustawienie chodzi.',
    serviceId: serviceId === '' ? 'Wybierz usługę.' : null,
    'helper.name': name.trim() === '' ? required : null,
    'helper.email': /^\S+@\S+\.\S+$/.test(email.trim()) ? null : 'Wpisz cały adres e-mail, na przykład jan@informatyk.example.',
  };
  return Object.entries(faults).flatMap(([field, message]) => (message ? [{ field, code: 'required', message }] : []));
}

/** The request as it is sent; null while something is missing. */
export function requestBody(draft: RequestDraft) {
  const { setting, serviceId, name, email, note } = draft;
  if (requestProblems(draft).length > 0 || !isSettingName(setting)) return null;
  return { setting, serviceId, helper: { name: name.trim(), email: email.trim() }, note: note.trim() };
}

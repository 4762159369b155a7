import type { GrantIntent } from '../../../contract/index.ts';
import type { FieldProblem } from '../../api/result.ts';
import { dayAfter } from '../../words/dates.ts';
import { type EndChoice, endFault, endMoment } from '../parts/end-date.ts';
import { EMPTY_SCOPE, type Scope, scopeFault, specOf } from './scope.ts';

/** What the confirm page asks; flat, so that it can be kept through a reload. There is no password in it. */
export type GiveForm = EndChoice &
  Scope & {
    serviceId: string;
    name: string;
    email: string;
    delivery: 'invite' | 'show';
  };

const PRESETS = ['1', '7', '30'];

/** The form as a wizard suggests it, for the service that the page before was about; without a suggestion, the smallest access that is any use. */
export function startingForm(intent: GrantIntent | null, now: number, serviceId = ''): GiveForm {
  const days = String(intent?.days ?? 7);
  const preset = PRESETS.includes(days);
  return {
    ...EMPTY_SCOPE,
    kind: intent?.kind ?? 'ftp',
    access: intent?.access ?? 'read',
    ...(intent?.kind === 'ftp' ? { area: intent.area } : {}),
    serviceId,
    name: '',
    email: '',
    delivery: 'invite',
    end: preset ? (days as EndChoice['end']) : 'date',
    date: preset ? '' : dayAfter(now, Number(days)),
    endless: false,
  };
}

/** Nothing on another service has been chosen yet. */
export const onService = (serviceId: string): Partial<GiveForm> => ({ serviceId, directory: '', database: '', address: '' });

/** True when the kind's credentials may be shown to the owner; a mailbox's password is known to the invited person alone (R10). */
export const mayShow = ({ kind }: Pick<Scope, 'kind'>): boolean => kind !== 'mailbox';

/** True when the person gets an invitation, as chosen or because the kind knows no other way. */
export const invites = (form: Pick<GiveForm, 'kind' | 'delivery'>): boolean => form.delivery === 'invite' || !mayShow(form);

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const problem = (field: string, code: string, message: string): FieldProblem => ({ field, code, message });

function emailProblems(form: GiveForm): FieldProblem[] {
  const email = form.email.trim();
  if (!invites(form) || EMAIL.test(email)) return [];
  const message = email ? 'To nie wygląda na adres e-mail. Przykład: jan@firma.pl' : 'Wpisz adres, na który wyślemy zaproszenie.';
  return [problem('grantee.email', 'email-invalid', message)];
}

/** What is missing or wrong before anything is sent; the worker looks again at all of it. */
export function checkForm(form: GiveForm, now: number): FieldProblem[] {
  const end = endFault(form, now);
  const scope = scopeFault(form);
  return [
    ...(form.serviceId ? [] : [problem('serviceId', 'required', 'Wybierz usługę.')]),
    ...(scope ? [problem(scope.field, 'required', scope.message)] : []),
    ...(form.name.trim() ? [] : [problem('grantee.name', 'required', 'Wpisz imię i nazwisko albo nazwę firmy.')]),
    ...emailProblems(form),
    ...(end ? [problem('notAfter', 'end-date-past', end)] : []),
  ];
}

interface Extras {
  password: string | null;
  why: { flow: string; outcome: string; sentence: string } | null;
  now: number;
}

/** The request that the form stands for. */
export const bodyOf = (form: GiveForm, { password, why, now }: Extras) => ({
  serviceId: form.serviceId,
  spec: specOf(form),
  grantee: { name: form.name.trim(), email: invites(form) ? form.email.trim() : null },
  notAfter: endMoment(form, now),
  credential: password === null ? null : { type: 'password' as const, password },
  why,
});

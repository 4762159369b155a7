import type { GrantIntent, GrantSpec } from '../../../contract/index.ts';
import type { FieldProblem } from '../../api/result.ts';
import { dayAfter } from '../../words/dates.ts';
import { type EndChoice, endFault, endMoment } from '../parts/end-date.ts';

/** What the confirm page asks; flat, so that it can be kept through a reload. There is no password in it. */
export type GiveForm = EndChoice & {
  serviceId: string;
  area: 'tree' | 'directory';
  directory: string;
  access: 'read' | 'write';
  name: string;
  email: string;
  delivery: 'invite' | 'show';
};

const PRESETS = ['1', '7', '30'];

/** The form as a wizard suggests it; without a suggestion, the smallest access that is any use. */
export function startingForm(intent: GrantIntent | null, now: number): GiveForm {
  const days = String(intent?.days ?? 7);
  const preset = PRESETS.includes(days);
  return {
    serviceId: '',
    area: intent?.area ?? 'directory',
    directory: '',
    access: intent?.access ?? 'read',
    name: '',
    email: '',
    delivery: 'invite',
    end: preset ? (days as EndChoice['end']) : 'date',
    date: preset ? '' : dayAfter(now, Number(days)),
    endless: false,
  };
}

export const specOf = (form: GiveForm): GrantSpec => ({
  kind: 'ftp',
  directory: form.area === 'tree' ? '/' : form.directory,
  access: form.access,
});

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const problem = (field: string, code: string, message: string): FieldProblem => ({ field, code, message });

/** What is missing or wrong before anything is sent; the worker looks again at all of it. */
export function checkForm(form: GiveForm, now: number): FieldProblem[] {
  const end = endFault(form, now);
  const email = form.email.trim();
  return [
    ...(form.serviceId ? [] : [problem('serviceId', 'required', 'Wybierz usługę.')]),
    ...(form.area === 'directory' && !form.directory ? [problem('spec.directory', 'required', 'Wybierz katalog z listy.')] : []),
    ...(form.name.trim() ? [] : [problem('grantee.name', 'required', 'Wpisz imię i nazwisko albo nazwę firmy.')]),
    ...(form.delivery === 'invite' && !EMAIL.test(email)
      ? [
          problem(
            'grantee.email',
            'email-invalid',
            email ? 'To nie wygląda na adres e-mail. Przykład: jan@firma.pl' : 'Wpisz adres, na który wyślemy zaproszenie.',
          ),
        ]
      : []),
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
  grantee: { name: form.name.trim(), email: form.delivery === 'invite' ? form.email.trim() : null },
  notAfter: endMoment(form, now),
  credential: password === null ? null : { type: 'password' as const, password },
  why,
});

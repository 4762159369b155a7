import type { NewGrant, PanelRole } from '../../../contract/index.ts';
import type { FieldProblem } from '../../api/result.ts';
import { type EndChoice, endFault, endMoment } from '../parts/end-date.ts';

/** What the invitation asks; `one` is no role but the wish for one thing only, which the Panel cannot fulfil (R3). */
export type UserForm = EndChoice & { name: string; email: string; role: PanelRole | 'one' };

/** The form as a page suggests it: the smaller role, and an end in a month. */
export const startingUserForm = (role: UserForm['role'] = 'user'): UserForm => ({
  name: '',
  email: '',
  role,
  end: '30',
  date: '',
  endless: false,
});

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is missing or wrong before anything is sent; the worker looks again at all of it. */
export function checkUserForm(form: UserForm, now: number): FieldProblem[] {
  const email = form.email.trim();
  const end = endFault(form, now);
  const faults: Record<string, string | null> = {
    'grantee.name': form.name.trim() ? null : 'Wpisz imię i nazwisko albo nazwę firmy.',
    'grantee.email': EMAIL.test(email)
      ? null
      : email
        ? 'To nie wygląda na adres e-mail. Przykład: jan@firma.pl'
        : 'Wpisz adres, na który wyślemy zaproszenie.',
    notAfter: end,
  };
  return Object.entries(faults).flatMap(([field, message]) => (message ? [{ field, code: 'invalid-input', message }] : []));
}

/** The request that the form stands for; null while it asks for what cannot be had. */
export function bodyOfUser(form: UserForm, why: NewGrant['why'], now: number) {
  if (form.role === 'one') return null;
  return {
    serviceId: null,
    spec: { kind: 'panel-user' as const, role: form.role },
    grantee: { name: form.name.trim(), email: form.email.trim() },
    notAfter: endMoment(form, now),
    credential: null,
    why,
  };
}

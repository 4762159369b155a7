import type { SeatRole } from '../../../contract/index.ts';
import type { FieldProblem } from '../../api/result.ts';
import { type EndChoice, endFault, endMoment } from '../parts/end-date.ts';

/** What assigning asks. A licence to work with lasts as long as the work, so no end is its usual end. */
export type SeatForm = EndChoice & { name: string; email: string; role: SeatRole };

export const EMPTY_SEAT: SeatForm = { name: '', email: '', role: 'user', end: 'never', date: '', endless: true };

/** Looking after a whole service is a wider thing: it begins with an end, and „until I take it back” takes the second touch. */
export const withRole = (role: SeatRole): Partial<SeatForm> =>
  role === 'administrator' ? { role, end: '30', endless: false } : { role, end: 'never', endless: true };

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;

/** What is wrong with the person before anything is sent. */
export function personProblems({ name, email }: Pick<SeatForm, 'name' | 'email'>): FieldProblem[] {
  const typed = email.trim();
  const wrong = typed ? 'To nie wygląda na adres e-mail. Przykład: jan@firma.pl' : 'Wpisz adres e-mail tej osoby.';
  return [
    ...(name.trim() ? [] : [{ field: 'person.name', code: 'required', message: 'Wpisz imię i nazwisko.' }]),
    ...(EMAIL.test(typed) ? [] : [{ field: 'person.email', code: 'email-invalid', message: wrong }]),
  ];
}

export function seatProblems(form: SeatForm, now: number): FieldProblem[] {
  const end = endFault(form, now);
  return [...personProblems(form), ...(end ? [{ field: 'notAfter', code: 'end-date-past', message: end }] : [])];
}

export const personOf = ({ name, email }: Pick<SeatForm, 'name' | 'email'>) => ({ name: name.trim(), email: email.trim() });

/** The request that the form stands for. */
export const seatBody = (form: SeatForm, now: number) => ({
  person: personOf(form),
  role: form.role,
  notAfter: endMoment(form, now),
});

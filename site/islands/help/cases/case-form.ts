import { type FieldProblem, failure } from '../../../api/result.ts';

/** What is typed to open a case: a message or an order. */
export interface CaseDraft extends Record<string, string | boolean> {
  subject: string;
  text: string;
  serviceId: string;
  replyEmail: string;
  /** Whether what the page knew goes along. */
  withContext: boolean;
}

const looksLikeEmail = (text: string) => /^\S+@\S+\.\S+$/.test(text);
const problem = (field: string, message: string): FieldProblem => ({ field, code: 'required', message });
const missing = failure('required').message;

export function messageProblems({ subject, text }: CaseDraft): FieldProblem[] {
  return [
    ...(subject.trim() === '' ? [problem('subject', missing)] : []),
    ...(text.trim() === '' ? [problem('text', missing)] : []),
  ];
}

export function orderProblems({ subject, text, replyEmail }: CaseDraft): FieldProblem[] {
  return [
    ...(subject === '' ? [problem('order.subject', 'Wybierz, czego dotyczy zlecenie.')] : []),
    ...(text.trim() === '' ? [problem('text', missing)] : []),
    ...(looksLikeEmail(replyEmail.trim())
      ? []
      : [problem('order.replyEmail', 'Wpisz cały adres e-mail, na przykład anna@firma.example.')]),
  ];
}

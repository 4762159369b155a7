import { ERRORS, type ErrorCode } from '../../contract/errors.ts';

/** Refusals that only a browser can know of; the rest are the contract's. */
const LOCAL = {
  network: 'Nie ma połączenia z naszym serwerem. To, co wpisano, zostało zachowane – sprawdź internet i spróbuj jeszcze raz.',
  'someone-else':
    'Teraz jest zalogowana inna osoba albo wybrane jest inne konto, więc nic nie zostało wysłane. Sprawdź, na jakim koncie działasz.',
} as const;

export interface FieldProblem {
  field: string;
  code: string;
  message: string;
}

export interface Failure {
  ok: false;
  code: ErrorCode | keyof typeof LOCAL;
  message: string;
  fields: readonly FieldProblem[];
  /** True when the very same request may succeed later. */
  retryable: boolean;
}
export type Result<T> = { ok: true; value: T } | Failure;

const WORTH_ANOTHER_TRY: readonly Failure['code'][] = [
  'network',
  'not-signed-in',
  'step-up-required',
  'in-progress',
  'too-many-requests',
  'host-offline',
  'internal',
];

/** A refusal in the site's own shape; the message is the contract's unless the server said it better. */
export function failure(code: Failure['code'], message?: string, fields: readonly FieldProblem[] = []): Failure {
  const usual = code in LOCAL ? LOCAL[code as keyof typeof LOCAL] : ERRORS[code as ErrorCode].message;
  return { ok: false, code, message: message || usual, fields, retryable: WORTH_ANOTHER_TRY.includes(code) };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isFieldProblem = (value: unknown): value is FieldProblem =>
  isRecord(value) && ['field', 'code', 'message'].every((key) => typeof value[key] === 'string');

/**
 * Reads a refusal body; anything that is not the contract's `problem` counts as a fault of ours.
 *
 * Written by hand because zod alone would more than double what a signed-in page loads; the test beside it
 * holds it to the contract's schema.
 */
export function readProblem(body: unknown): Failure {
  const error = isRecord(body) ? body.error : null;
  if (
    !isRecord(error) ||
    typeof error.code !== 'string' ||
    !Object.hasOwn(ERRORS, error.code) ||
    typeof error.message !== 'string'
  )
    return failure('internal');
  const fields = Array.isArray(error.fields) ? error.fields.filter(isFieldProblem) : [];
  return failure(error.code as ErrorCode, error.message, fields);
}

/** What is wrong with one field, if anything; `field` is a dotted path in the body. */
export const problemWith = (failed: Failure | null, field: string): string | null =>
  failed?.fields.find((one) => one.field === field || one.field.startsWith(`${field}.`))?.message ?? null;

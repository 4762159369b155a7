import type { z } from 'zod';
import { ERRORS, type ErrorCode } from '../../contract/index.ts';
import { type FieldProblem, fieldProblem, Refusal, refuse } from './refusal.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

const isCode = (text: unknown): text is ErrorCode => typeof text === 'string' && Object.hasOwn(ERRORS, text);
const dotted = (path: Path) => path.map(String).join('.');

function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    data,
  );
}

/** A schema names a code in `error` or in a refinement's `params.code`; a field that is not there is `required`. */
function codeOf(issue: Issue, path: Path, data: unknown): ErrorCode {
  if (isCode(issue.message)) return issue.message;
  if (issue.code === 'custom' && isCode(issue.params?.code)) return issue.params.code;
  return issue.code === 'invalid_type' && valueAt(data, path) === undefined ? 'required' : 'invalid-input';
}

function fieldsOf(issue: Issue, data: unknown, above: Path = []): FieldProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => fieldProblem(dotted([...path, key]), 'unknown-field'));
  const nearest = issue.code === 'invalid_union' ? issue.errors[0] : undefined;
  if (nearest?.length) return nearest.flatMap((inner) => fieldsOf(inner, data, path));
  return [fieldProblem(dotted(path), codeOf(issue, path, data))];
}

/** What a schema complained about, as the fields of a `problem`. `data` is the value as it came. */
export function fieldProblems(error: z.core.$ZodError, data: unknown): FieldProblem[] {
  return error.issues.flatMap((issue) => fieldsOf(issue, data));
}

/** Turns a failed validation into a refusal. An id in the path that cannot exist is simply not found. */
export function refuseInvalid(target: string, error: z.core.$ZodError, data: unknown): never {
  if (target === 'param') refuse('not-found');
  const fields = fieldProblems(error, data);
  throw new Refusal(fields.every((field) => field.code === 'unknown-field') ? 'unknown-field' : 'invalid-input', fields);
}

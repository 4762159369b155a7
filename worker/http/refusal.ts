import { ERRORS, type ErrorCode, type Problem } from '../../contract/index.ts';

const FIELD_MESSAGE = 'Popraw to pole – takiej wartości nie możemy przyjąć.';

export type FieldProblem = Problem['error']['fields'][number];

/** An expected "no": it becomes the contract's `problem` with its code's status and Polish message. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly fields: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: ErrorCode, fields: readonly FieldProblem[] = [], headers: Readonly<Record<string, string>> = {}) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.fields = fields;
    this.headers = headers;
  }
}

/** One field to blame, with the Polish message of its code. */
export function fieldProblem(field: string, code: ErrorCode): FieldProblem {
  return { field, code, message: code === 'invalid-input' ? FIELD_MESSAGE : ERRORS[code].message };
}

/** Ends the request with a refusal; `fields` pairs dotted body paths with codes. */
export function refuse(code: ErrorCode, fields: Readonly<Record<string, ErrorCode>> = {}): never {
  throw new Refusal(
    code,
    Object.entries(fields).map(([field, fieldCode]) => fieldProblem(field, fieldCode)),
  );
}

/** Ends the request because one field's value cannot be taken, in the same shape as a schema's refusal. */
export function refuseField(field: string, code: ErrorCode): never {
  return refuse('invalid-input', { [field]: code });
}

export function problemBody(code: ErrorCode, fields: readonly FieldProblem[] = []): Problem {
  return { error: { code, message: ERRORS[code].message, fields: [...fields] } };
}

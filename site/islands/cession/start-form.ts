import type { CessionView } from '../../../contract/index.ts';
import { type FieldProblem, failure } from '../../api/result.ts';

/** What is typed to begin a cession; the id of a domain, or nothing for the whole account. */
export type StartDraft = Record<'kind' | 'serviceId' | 'name' | 'email' | 'typed', string>;
export const EMPTY_START: StartDraft = { kind: '', serviceId: '', name: '', email: '', typed: '' };

export const kindOf = ({ kind }: StartDraft): CessionView['kind'] | null =>
  kind === 'account' || kind === 'domain' ? kind : null;

const FIELDS: readonly (readonly [keyof StartDraft, string])[] = [
  ['serviceId', 'serviceId'],
  ['name', 'taker.name'],
  ['email', 'taker.email'],
  ['typed', 'typed'],
];

/** What is missing; whether what was typed is right, the server says. */
export const startProblems = (draft: StartDraft): FieldProblem[] =>
  FIELDS.filter(([key]) => draft[key].trim() === '' && (key !== 'serviceId' || draft.kind === 'domain')).map(([, field]) => ({
    field,
    code: 'required',
    message: failure('required').message,
  }));

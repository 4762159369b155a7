import { type Failure, failure } from '../../api/result.ts';
import { visibleName } from '../../words/names.ts';

/** True for the name itself, and for a name with unseen characters as it is shown, which is all that anybody can type. */
export const isTypedName = (typed: string, name: string): boolean =>
  typed === name || typed.trim() === name || typed.trim() === visibleName(name);

/** The refusal that the server would give, beside the field. */
export const nameMismatch = (): Failure => {
  const { message } = failure('name-mismatch');
  return failure('invalid-input', '', [{ field: 'typed', code: 'name-mismatch', message }]);
};

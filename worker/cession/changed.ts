import { refuse, refuseField } from '../http/index.ts';
import type { Changed } from './change.ts';
import type { StoredCession } from './store.ts';

/** What a change came to, or its refusal beside the field that is to blame. */
export function changed(outcome: Changed): StoredCession {
  if (outcome.ok) return outcome.row;
  return outcome.field === null ? refuse(outcome.code) : refuseField(outcome.field, outcome.code);
}

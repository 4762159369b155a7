import type { Failure, Result } from '../../api/result.ts';
import { FILE_FAULT_WORDS } from '../../words/files.ts';
import type { DoorFailure, DoorFault, DoorResult } from './door/fault.ts';

const WORTH_ANOTHER_TRY: ReadonlySet<DoorFault> = new Set(['network', 'unavailable', 'unexpected', 'ticket-refused', 'missing']);

/** A door's no as pages show every other refusal. */
export function asFailure({ fault, edge }: DoorFailure): Failure {
  if (edge) return edge;
  const said = fault === 'edge' || fault === 'stopped' ? 'unexpected' : fault;
  const code = fault === 'network' ? 'network' : 'internal';
  return { ok: false, code, message: FILE_FAULT_WORDS[said], fields: [], retryable: WORTH_ANOTHER_TRY.has(fault) };
}

export const spoken = <T>(result: DoorResult<T>): Result<T> => (result.ok ? result : asFailure(result));

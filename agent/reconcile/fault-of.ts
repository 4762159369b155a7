import { type ApplyFault, applyFault } from '../../contract/index.ts';
import { isDiskFull } from './disk-full.ts';

/** Why something that threw could not be done: a full disk, what the service says of its own error (`fault`), or nothing that is known. */
export function faultOf(error: unknown): ApplyFault {
  if (isDiskFull(error)) return 'disk-full';
  return applyFault.safeParse(error instanceof Error && 'fault' in error ? error.fault : null).data ?? 'unexpected';
}

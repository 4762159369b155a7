import { FILE_FAULTS, type FileFault } from '../../../../contract/files/door.ts';
import type { Failure } from '../../../api/result.ts';

/** Every way in which a file door is not of use: its own no, no answer at all, no ticket (`edge` says why), or the person's wish. */
export type DoorFault = FileFault | 'network' | 'edge' | 'stopped';

export interface DoorFailure {
  ok: false;
  fault: DoorFault;
  /** What it is about, where the door said so. */
  at: string | null;
  /** Our own server's refusal of a ticket, in its words. */
  edge: Failure | null;
}
export type DoorResult<T> = { ok: true; value: T } | DoorFailure;

export const doorFailure = (fault: DoorFault, at: string | null = null, edge: Failure | null = null): DoorFailure => ({
  ok: false,
  fault,
  at,
  edge,
});

const isFault = (code: unknown): code is FileFault => typeof code === 'string' && Object.hasOwn(FILE_FAULTS, code);
const BY_STATUS: Record<number, FileFault> = {
  401: 'ticket-refused',
  403: 'outside-ticket',
  404: 'missing',
  413: 'too-large',
  503: 'unavailable',
};
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads `{ code, at }` as a door writes it; anything else stands for its status. Written by hand, as pages carry no schema library. */
export function readFault(said: unknown, status = 500): DoorFailure {
  if (!isRecord(said) || !isFault(said.code)) return doorFailure(BY_STATUS[status] ?? 'unexpected');
  return doorFailure(said.code, typeof said.at === 'string' ? said.at : null);
}

/** The no that an answer stands for. */
export async function faultOf(answer: Response): Promise<DoorFailure> {
  const body: unknown = await answer.json().catch(() => null);
  return readFault(isRecord(body) ? body.error : null, answer.status);
}

/** What a request that threw stands for: fetch throws TypeError without a connection, and AbortError when it was stopped. */
export function thrownFault(fault: unknown): DoorFailure {
  if (fault instanceof DOMException && fault.name === 'AbortError') return doorFailure('stopped');
  if (fault instanceof TypeError) return doorFailure('network');
  throw fault;
}

import { refIn } from '../../../../contract/files/path.ts';
import type { FileFault, IfThere } from '../../../../contract/index.ts';
import type { DoorFailure } from '../door/fault.ts';
import type { Gathered } from './gather.ts';

/**
 * `waiting` for its turn, `running`, `paused` by the person, `offline` until the connection is back, `asking` what to do with
 * what is there already; and four ways to be over.
 */
export type TransferState = 'waiting' | 'running' | 'paused' | 'offline' | 'asking' | 'done' | 'failed' | 'skipped' | 'cancelled';
export const OVER: ReadonlySet<TransferState> = new Set(['done', 'failed', 'skipped', 'cancelled']);

/** Every way in which sending fails: the door's own no, no answer at all, a session that is over, or the computer's own file. */
export type SendFault = FileFault | 'network' | 'not-signed-in' | 'file-unreadable';

/** A door's failure as one of sending: for want of a ticket, what keeps it from us says whether waiting helps. */
export function sendFault({ fault, edge }: DoorFailure): SendFault {
  if (fault === 'stopped') return 'network';
  if (fault !== 'edge') return fault;
  if (edge?.code === 'not-signed-in' || edge?.code === 'someone-else') return 'not-signed-in';
  if (edge?.code === 'network') return 'network';
  return edge?.retryable ? 'unavailable' : 'outside-ticket';
}

/** A file on its way, or a directory that files on their way need (`file` is null). */
export interface Transfer {
  readonly id: number;
  readonly file: File | null;
  /** Where it goes. */
  readonly at: string;
  /** The directory that all of its batch goes into: what a ticket is asked for. */
  readonly into: string;
  /** As the person knows it: `zdjęcia/lato.jpg`. */
  readonly name: string;
  readonly size: number;
  readonly sent: number;
  readonly state: TransferState;
  readonly ifThere: IfThere;
  readonly fault: SendFault | null;
  /** Tries in a row that got nowhere. */
  readonly tries: number;
}

/** What is to be sent to a directory, directories first; ids are given by whoever keeps them. */
export function transfersOf({ folders, files }: Gathered, into: string): Omit<Transfer, 'id'>[] {
  const start = { into, sent: 0, state: 'waiting', ifThere: 'refuse', fault: null, tries: 0 } as const;
  const all = [
    ...folders.map((path) => ({ file: null, path, size: 0 })),
    ...files.map(({ path, file }) => ({ file, path, size: file.size })),
  ];
  return all.map(({ file, path, size }) => ({ ...start, file, size, at: path.reduce(refIn, into), name: path.join('/') }));
}

export type SendOutcome = { ok: true } | { ok: false; fault: SendFault };

/** Sends one thing, telling how many bytes have arrived; ends early, and without an outcome that counts, once aborted. */
export type Send = (transfer: Transfer, signal: AbortSignal, onSent: (bytes: number) => void) => Promise<SendOutcome>;

/** Faults that go away by themselves. */
const PASSING: ReadonlySet<SendFault> = new Set(['network', 'unavailable', 'unexpected', 'ticket-refused']);
const MOST_TRIES = 8;
const LONGEST_PAUSE = 30_000;

/** How long to wait before another try, in milliseconds; null when there should be none. The connection may stay away for as long as it likes. */
export function pauseBefore(fault: SendFault, tries: number): number | null {
  if (!PASSING.has(fault) || (fault !== 'network' && tries >= MOST_TRIES)) return null;
  return Math.min(LONGEST_PAUSE, 1000 * 2 ** Math.min(tries, 5));
}

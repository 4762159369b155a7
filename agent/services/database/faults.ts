import type { ApplyFault } from '../../../contract/index.ts';

/** A failure of MariaDB, told without the statement: that could hold a hash. */
export class MariadbError extends Error {
  override readonly name = 'MariadbError';
  readonly errno: number;
  readonly fault: ApplyFault;
  /** As the system says it, where the disk is full. */
  readonly code: string;

  constructor(errno: number, name: string, fault: ApplyFault) {
    super(`MariaDB: ${name} (${errno})`);
    this.errno = errno;
    this.fault = fault;
    this.code = fault === 'disk-full' ? 'ENOSPC' : name;
  }
}

/** ER_DISK_FULL and ER_RECORD_FILE_FULL. */
const FULL = new Set([1021, 1114]);
/** The system's own number, as MariaDB quotes it in messages of other errors. */
const NO_SPACE = /\b(?:errcode|errno|error)\b:?\s*"?28\b/i;
/** Too many connections; shutting down; read-only; interrupted; killed. */
const AWAY = new Set([1040, 1053, 1077, 1290, 1317, 1927]);
/** ER_LOCK_WAIT_TIMEOUT: somebody's session holds what must change. */
const HELD = new Set([1205]);
/** From here on the client's own numbers: no server, no answer, no free connection. */
const FIRST_OF_CLIENT = 45_000;

export function toMariadbError(error: unknown): MariadbError {
  const { errno = 0, code, fatal, sqlMessage } = (error ?? {}) as Partial<Record<string, unknown>>;
  const number = typeof errno === 'number' ? errno : 0;
  const name = typeof code === 'string' ? code : 'unknown error';
  return new MariadbError(number, name, faultOf(number, String(sqlMessage ?? ''), fatal === true));
}

function faultOf(errno: number, message: string, fatal: boolean): ApplyFault {
  if (FULL.has(errno) || NO_SPACE.test(message)) return 'disk-full';
  if (HELD.has(errno)) return 'sessions-remain';
  return fatal || errno <= 0 || errno >= FIRST_OF_CLIENT || AWAY.has(errno) ? 'service-unavailable' : 'unexpected';
}

type Refusal = { ok: false; fault: ApplyFault };

/** Lets work that MariaDB may refuse end in a value. */
export async function orFault<T>(work: () => Promise<T>): Promise<T | Refusal> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof MariadbError && error.fault !== 'unexpected') return { ok: false, fault: error.fault };
    throw error;
  }
}

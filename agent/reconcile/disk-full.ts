const SQLITE_FULL = 13;

/** True when something failed because nothing more fits on the disk, in the system's words or in SQLite's. */
export const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'ENOSPC') || ('errcode' in error && error.errcode === SQLITE_FULL));

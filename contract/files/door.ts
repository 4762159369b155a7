// No zod here: pages in a browser need this without a schema library.

/** Where a file door's own routes begin, below its address. */
export const FILES_BASE = '/files/v1';

/** Every no of the file door: its status; the site says it in Polish. */
export const FILE_FAULTS = {
  /** Missing, forged, expired, another host's or account's: ask the edge for a fresh one. */
  'ticket-refused': 401,
  /** Good, but not for this path. */
  'outside-ticket': 403,
  /** Good, but only for reading. */
  'read-only': 403,
  /** The server's own permissions forbid it. */
  denied: 403,
  'invalid-request': 422,
  missing: 404,
  /** A link is in the way; links are shown and can be binned, never followed. */
  'is-link': 409,
  /** A directory where a file is asked for, or the other way round. */
  'wrong-type': 409,
  exists: 409,
  /** Into itself or below itself. */
  'into-itself': 409,
  /** If-Match does not hold: somebody changed it meanwhile. */
  changed: 412,
  'too-large': 413,
  'name-too-long': 422,
  'disk-full': 507,
  /** The file door cannot work now. */
  unavailable: 503,
  unexpected: 500,
} as const satisfies Record<string, number>;
export type FileFault = keyof typeof FILE_FAULTS;

/** A directory below which something was binned keeps its place for this long. */
export const BIN_MS = 30 * 24 * 3_600_000;

/** The most that PUT takes and the editor opens. */
export const MOST_EDITED_BYTES = 2 * 1024 * 1024;
/** The most that one PATCH of an upload carries; each is a request of its own, with a ticket of its own. */
export const UPLOAD_CHUNK_BYTES = 32 * 1024 * 1024;
/** An upload that nobody went on with is forgotten after this long. */
export const UPLOAD_KEPT_MS = 7 * 24 * 3_600_000;

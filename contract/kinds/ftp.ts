import { z } from 'zod';

const MAX_SEGMENT_BYTES = 255;
const MAX_PATH_BYTES = 4096;
const bytes = (text: string) => new TextEncoder().encode(text).length;

/** True for an absolute path inside a customer's tree, written in its one canonical form (no `.`, `..`, empty or over-long segment, no NUL). */
export function isTreePath(path: string): boolean {
  if (path === '/' || !path.startsWith('/') || path.includes('\0') || bytes(path) > MAX_PATH_BYTES) return path === '/';
  return path
    .slice(1)
    .split('/')
    .every((segment) => segment !== '' && segment !== '.' && segment !== '..' && bytes(segment) <= MAX_SEGMENT_BYTES);
}

/** A directory named from the top of the customer's tree: `/` or `/public_html/sklep`. */
export const treePath = z.string().refine(isTreePath, { params: { code: 'path-invalid' } });

/** What an FTP grant opens (R8): the whole tree (`/`) or exactly one directory, to read or to read and write. */
export const ftpSpec = z.strictObject({
  /** `/` is the whole server; anything else is that one directory and what is below it. */
  directory: treePath,
  access: z.enum(['read', 'write']),
});
export type FtpSpec = z.infer<typeof ftpSpec>;

/**
 * The whole wanted state of one FTP user on a host, as the agent receives it.
 *
 * `password.hash` is crypt(3) `$7$` and is null once the host has it ("keep what is there");
 * `password.print` is the SHA-256 (hex) of the hash, so both sides can compare without it.
 */
export const ftpDesired = z.strictObject({
  /** Folder of the customer below the host's customers root; one path segment. */
  tree: z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/),
  directory: treePath,
  access: z.enum(['read', 'write']),
  /** Epoch seconds; from this second on there is no access. Null: until taken back. */
  notAfter: z.int().nullable(),
  password: z
    .strictObject({ hash: z.string().startsWith('$7$').nullable(), print: z.string().regex(/^[0-9a-f]{64}$/) })
    .nullable(),
  /** OpenSSH public keys, `type base64` without comment. */
  keys: z.array(z.string()).max(5),
});
export type FtpDesired = z.infer<typeof ftpDesired>;

/** The part of a desired state that a digest covers: everything but the hash itself, which its print stands for. */
export function ftpDigestInput(state: FtpDesired): string {
  return JSON.stringify([
    state.tree,
    state.directory,
    state.access,
    state.notAfter,
    state.password?.print ?? null,
    [...state.keys].sort(),
  ]);
}

const covers = (outer: string, inner: string) => outer === '/' || outer === inner || inner.startsWith(`${outer}/`);

/**
 * True when `after` opens less than `before`, or to another secret, so that sessions begun under `before` must end.
 * An earlier end date alone is not a narrowing: the sweep ends those sessions when it comes.
 */
export function ftpNarrows(before: FtpDesired, after: FtpDesired): boolean {
  return (
    before.tree !== after.tree ||
    !covers(after.directory, before.directory) ||
    (before.access === 'write' && after.access === 'read') ||
    before.password?.print !== after.password?.print ||
    before.keys.some((key) => !after.keys.includes(key))
  );
}

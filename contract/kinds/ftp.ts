import { z } from 'zod';
import { cryptPassword, notAfter, tree } from './parts.ts';

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
  kind: z.literal('ftp'),
  /** `/` is the whole server; anything else is that one directory and what is below it. */
  directory: treePath,
  access: z.enum(['read', 'write']),
});
export type FtpSpec = z.infer<typeof ftpSpec>;

/**
 * The whole wanted state of one FTP user on a host, as the agent receives it.
 *
 * Who signs in by key alone has a null password.
 */
export const ftpDesired = z.strictObject({
  tree,
  directory: treePath,
  access: z.enum(['read', 'write']),
  notAfter,
  password: cryptPassword.nullable(),
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

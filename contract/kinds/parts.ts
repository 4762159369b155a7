import { z } from 'zod';

/** Folder of a customer's service below the host's customers root, one path segment; it holds no `_`, which ends it in a database's name. */
export const tree = z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/);

/** Epoch seconds; from this second on there is no access. Null: until taken back. */
export const notAfter = z.int().nullable();

/** A user name on a host: said aloud, typed on a phone, never used twice. */
export const userName = z.string().regex(/^[a-z0-9][a-z0-9-]{2,31}$/);

/**
 * A password as it travels to a host: `hash` is null once the host has it ("keep what is there");
 * `print` is the SHA-256 (hex) of the hash, so both sides can compare without it.
 */
const passwordAs = <H extends z.ZodType<string>>(hash: H) =>
  z.strictObject({ hash: hash.nullable(), print: z.string().regex(/^[0-9a-f]{64}$/) });

/** crypt(3) `$7$` (scrypt), which ProFTPD and Dovecot both compare with. */
export const cryptPassword = passwordAs(z.string().startsWith('$7$'));

/** `*` and SHA1(SHA1(password)) in upper-case hex, unsalted: for generated passwords of at least 128 bits only. */
export const mysqlPassword = passwordAs(z.string().regex(/^\*[0-9A-F]{40}$/));

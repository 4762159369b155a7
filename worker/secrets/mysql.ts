import { createHash } from 'node:crypto';

const sha1 = (data: string | Uint8Array) => createHash('sha1').update(data).digest();

/** A password as MariaDB's mysql_native_password keeps it: `*` and SHA1(SHA1(password)) in upper-case hex. Unsalted: for generated passwords alone. */
export const mysqlNativeHash = (password: string): string => `*${sha1(sha1(password)).toString('hex').toUpperCase()}`;

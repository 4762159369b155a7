import { z } from 'zod';
import { ftpDesired, ftpDigestInput, ftpNarrows, ftpSpec } from './ftp.ts';

export * from './ftp.ts';

/** The kinds of grant that exist, each with its spec, its state on a host, and how two states compare. A new kind is a file beside this one and a line here. */
export const KINDS = {
  ftp: { spec: ftpSpec, desired: ftpDesired, digestInput: ftpDigestInput, narrows: ftpNarrows },
} as const;

export type Kind = keyof typeof KINDS;
export const kind = z.enum(Object.keys(KINDS) as [Kind, ...Kind[]]);

/** What a grant opens, tagged by its kind. */
export const grantSpec = z.discriminatedUnion('kind', [ftpSpec.extend({ kind: z.literal('ftp') })]);
export type GrantSpec = z.infer<typeof grantSpec>;

/** SHA-256, lower-case hex, of UTF-8 text; the same in workerd, Node and browsers. */
export async function sha256Hex(text: string): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

import { z } from 'zod';
import { fileRef, ifThere } from '../../../contract/files/index.ts';

export const TUS = '1.0.0';

/** What an upload says of itself when it begins. */
const metadata = z.object({
  at: fileRef.refine((at) => at !== '/'),
  changedAt: z.coerce.number().int().min(0).optional(),
  ifThere: ifThere.default('refuse'),
});
export type UploadMetadata = z.infer<typeof metadata>;

/** Reads `Upload-Metadata`: names and base64 of their values, by commas. */
export function readMetadata(header: string): UploadMetadata | null {
  const pairs = header.split(',').map((pair) => pair.trim().split(' '));
  const decoded = pairs.map(([name = '', value = '']) => [name, Buffer.from(value, 'base64').toString('utf8')]);
  return metadata.safeParse(Object.fromEntries(decoded)).data ?? null;
}

/** A number of bytes as a header says it. */
export function readLength(header: string | string[] | undefined): number | null {
  const length = typeof header === 'string' && /^\d{1,16}$/.test(header) ? Number(header) : Number.NaN;
  return Number.isSafeInteger(length) ? length : null;
}

import { z } from 'zod';
import { FILE_FAULTS, type FileFault } from './door.ts';
import { fileRef } from './ref.ts';
import { ticketText } from './ticket.ts';

/*
 * What a browser says to a hosting server's file door, directly: the edge never sees a byte of a file. Every request bears a ticket.
 * Below FILES_BASE:
 *
 *   GET    /entries      one page of a directory                                  listQuery → entryPage
 *   GET    /content      a file's bytes; Range, If-Range, ETag                    ?at
 *   PUT    /content      a whole small file (the editor); If-Match or If-None-Match: *   → entry
 *   POST   /download     a form that the browser itself saves: one file, or a ZIP of all   downloadForm
 *   POST   /folders      newFolder → 201 entry
 *   POST   /moves        move, rename: moveOrder → lines of progress
 *   POST   /copies       moveOrder → lines of progress
 *   POST   /permissions  permissionOrder → lines of progress
 *   GET    /search       searchQuery → lines of `found`, then an end
 *   POST   /bin          binOrder → lines of progress
 *   GET    /bin          ?after → binPage
 *   POST   /bin/{id}/restoring   restoreOrder → entry
 *   DELETE /bin/{id}     for good → 204
 *   DELETE /bin          all of it, for good → lines of progress
 *   POST, HEAD, PATCH, DELETE /uploads…   tus 1.0 (creation, termination, expiration); metadata `at` (a reference), `changedAt` (epoch ms, optional), `ifThere`
 */

export const fileFault = z.enum(Object.keys(FILE_FAULTS) as [FileFault, ...FileFault[]]);
export const fileProblem = z.object({ error: z.object({ code: fileFault, at: fileRef.nullable() }) });

export const fileEntry = z.object({
  ref: fileRef,
  /** As it can be read; not UTF-8 becomes U+FFFD. */
  name: z.string(),
  type: z.enum(['file', 'directory', 'link', 'other']),
  /** Bytes; of a file. */
  size: z.int(),
  changedAt: z.int(),
  /** Permissions in octal: `0644`. */
  mode: z.string(),
  /** Where a link leads, as written in it. */
  leadsTo: z.string().nullable(),
  /** Of a file: send it back in If-Match. */
  etag: z.string().nullable(),
});
export type FileEntry = z.infer<typeof fileEntry>;

export const listQuery = z.object({
  at: fileRef,
  after: z.string().max(8192).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(200),
  order: z.enum(['name', 'size', 'changed']).default('name'),
  descending: z.enum(['0', '1']).default('0'),
  /** Directories come first in every order. */
  only: z.enum(['all', 'directories']).default('all'),
});
export const entryPage = z.object({
  entries: z.array(fileEntry),
  total: z.int(),
  next: z.string().nullable(),
  /** The directory itself. */
  here: fileEntry,
});
export type EntryPage = z.infer<typeof entryPage>;

/** What happens when there is something of that name already. */
export const ifThere = z.enum(['refuse', 'replace', 'keep-both']);
export type IfThere = z.infer<typeof ifThere>;
const several = z.array(fileRef).min(1).max(1000);

export const newFolder = z.strictObject({ at: fileRef });
/** `into` a directory under the old names, or one thing `to` a new reference (rename). */
export const moveOrder = z
  .strictObject({ from: several, into: fileRef.optional(), to: fileRef.optional(), ifThere: ifThere.default('refuse') })
  .refine(({ from, into, to }) => (into === undefined) !== (to === undefined) && (to === undefined || from.length === 1));
export const binOrder = z.strictObject({ at: several });
export const restoreOrder = z.strictObject({ ifThere: ifThere.default('refuse') });
export const permissionOrder = z.strictObject({
  at: several,
  mode: z.string().regex(/^0[0-7]{3}$/),
  /** What lies below a directory too: files get no `x` that they did not have. */
  below: z.boolean().default(false),
});
export const searchQuery = z.object({ at: fileRef, name: z.string().trim().min(1).max(255) });
export const downloadForm = z.object({ ticket: ticketText, at: z.preprocess((at) => (Array.isArray(at) ? at : [at]), several) });

export const binItem = z.object({
  id: z.string().regex(/^[a-z0-9-]{8,64}$/),
  /** Where it was. */
  ref: fileRef,
  name: z.string(),
  type: fileEntry.shape.type,
  size: z.int(),
  binnedAt: z.int(),
  until: z.int(),
});
export type BinItem = z.infer<typeof binItem>;
export const binPage = z.object({ items: z.array(binItem), next: z.string().nullable() });

/** A long act answers line by line (`application/x-ndjson`); one without an `end` was cut off. What was done stays done. */
export const progressLine = z.union([
  z.object({ done: z.int(), total: z.int().nullable() }),
  z.object({ found: fileEntry }),
  z.object({
    end: z.literal('done'),
    entries: z.array(fileEntry).max(1000),
    truncated: z.boolean().default(false),
    /** What an act put into the bin, in the order asked. */
    binned: z.array(binItem).max(1000).optional(),
    /** How many sockets, devices and the like were not copied. */
    skipped: z.int().optional(),
  }),
  z.object({ end: z.literal('fault'), code: fileFault, at: fileRef.nullable() }),
]);
export type ProgressLine = z.infer<typeof progressLine>;

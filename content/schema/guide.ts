import { z } from 'zod';

const slug = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
/** An address on this site, with the slashes that make it canonical. */
const ownPath = z.string().regex(/^\/([a-z0-9-]+\/)*(#[a-z0-9-]+)?$/);

/** The rules of giving access, as the code and the tests cite them. */
const rule = z.string().regex(/^R([1-9]|1[0-6])$/);

/** What stands above a guide's text. */
export const guideFrontMatter = z.strictObject({
  title: z.string().min(5).max(80),
  /** What the guide solves, in one sentence. */
  lead: z.string().min(20).max(220),
  forWhom: z.string().min(5).max(160),
  /** Which platform's screens it shows (R14). */
  platform: z.enum(['new', 'previous', 'both']),
  /** The same guide for the other platform, where there is one. */
  counterpart: ownPath.nullable(),
  /** The wizard that does it for the reader. */
  wizard: z.strictObject({ path: ownPath, label: z.string().min(5).max(80) }).nullable(),
  reviewed: z.coerce.date(),
  /** Who answers for its being right: a role, never a person. */
  owner: z.string().min(2).max(60),
  /** Where it stands in lists; the lower, the sooner. */
  order: z.int(),
  /** Guides to read next. */
  related: z.array(slug),
  rules: z.array(rule),
});
export type GuideFrontMatter = z.infer<typeof guideFrontMatter>;

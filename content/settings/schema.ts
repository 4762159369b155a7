import { z } from 'zod';

/*
 * The form of a setting's definition. Tests hold every definition to it; nothing else reads it, because zod alone
 * would more than double what the pages with a form load.
 */

const words = z.string().trim().min(10).max(500);
const fieldId = z.string().regex(/^[a-z][a-z-]{1,39}$/);

/** One question of the form; an answer is always text. */
const settingField = z.strictObject({
  id: fieldId,
  label: z.string().min(3).max(80),
  hint: z.string().max(240),
  /** `lines`: any number of lines, each judged by itself. `number`: whole. */
  type: z.enum(['choice', 'text', 'number', 'lines']),
  options: z.array(z.strictObject({ value: fieldId, label: z.string().min(3).max(120) })),
  required: z.boolean(),
  /** What the whole answer (each of its lines) looks like, as the `pattern` of a field in HTML reads it. */
  pattern: z.string().nullable(),
  /** Of a number. */
  least: z.int().nullable(),
  most: z.int().nullable(),
  /** What to mend when the answer is refused. */
  wrong: z.string().max(160),
  /** Asked only when another field has one of these answers. */
  onlyIf: z.strictObject({ field: fieldId, is: z.array(fieldId).min(1) }).nullable(),
});

/** What is said of a setting: to its owner on a page, and to the IT person in a form. */
export const settingWords = z.strictObject({
  title: z.string().min(3).max(60),
  /** What the IT person is asked. */
  ask: words,
  what: words,
  /** Where it is done; `provider.yaml` says more exactly. */
  where: words,
  risk: words,
  /** What a file on the server can do instead, without the Panel (R11). */
  withFile: words,
  fields: z.array(settingField).min(1),
});

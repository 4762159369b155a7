import { z } from 'zod';

const words = z.string().trim().min(10).max(500);
const fieldId = z.string().regex(/^[a-z][a-z-]{1,39}$/);

/** One question of the form; an answer is always text. */
export const settingField = z.strictObject({
  id: fieldId,
  label: z.string().min(3).max(80),
  hint: z.string().max(240),
  /** `lines`: any number of lines, each judged by itself. `number`: whole. */
  type: z.enum(['choice', 'text', 'number', 'lines']),
  options: z.array(z.strictObject({ value: fieldId, label: z.string().min(3).max(120) })).default([]),
  required: z.boolean().default(false),
  /** What the whole answer (each of its lines) looks like, as the `pattern` of a field in HTML reads it. */
  pattern: z.string().nullable().default(null),
  /** Of a number. */
  least: z.int().nullable().default(null),
  most: z.int().nullable().default(null),
  /** What to mend when the answer is refused. */
  wrong: z.string().max(160).default('Popraw to pole.'),
  /** Asked only when another field has one of these answers. */
  onlyIf: z
    .strictObject({ field: fieldId, is: z.array(fieldId).min(1) })
    .nullable()
    .default(null),
});
export type SettingField = z.infer<typeof settingField>;

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

/** One thing to do, ticked off when it is done. Its id stays while its text may change. */
export interface SettingStep {
  id: string;
  text: string;
  /** What is to be typed or chosen exactly so; null where nothing is. */
  copy: string | null;
}

/** Answers by field; those to questions that were not asked are missing. */
export type SettingAnswers = Readonly<Record<string, string>>;

export type Setting = z.infer<typeof settingWords> & {
  /** `place` is where the provider's Panel has it, as people click; null where the provider has not said. */
  steps: (answers: SettingAnswers, place: string | null) => SettingStep[];
};

/** A setting from its words, with what fields leave out filled in. */
export const setting = (said: z.input<typeof settingWords>, steps: Setting['steps']): Setting => ({
  ...settingWords.parse(said),
  steps,
});

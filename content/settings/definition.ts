import type { z } from 'zod';
import type { settingWords } from './schema.ts';

type SettingWords = z.infer<typeof settingWords>;
export type SettingField = SettingWords['fields'][number];

/** What a field leaves out. */
const PLAIN = {
  options: [],
  required: false,
  pattern: null,
  least: null,
  most: null,
  wrong: 'Popraw to pole.',
  onlyIf: null,
} satisfies Partial<SettingField>;
type SaidField = Omit<SettingField, keyof typeof PLAIN> & Partial<Pick<SettingField, keyof typeof PLAIN>>;

/** One thing to do, ticked off when it is done. Its id stays while its text may change. */
export interface SettingStep {
  id: string;
  text: string;
  /** What is to be typed or chosen exactly so; null where nothing is. */
  copy: string | null;
}

/** Answers by field; those to questions that were not asked are missing. */
export type SettingAnswers = Readonly<Record<string, string>>;

export type Setting = SettingWords & {
  /** `place` is where the provider's Panel has it, as people click; null where the provider has not said. */
  steps: (answers: SettingAnswers, place: string | null) => SettingStep[];
};

/** A setting from its words, with what fields leave out filled in. */
export const setting = (
  said: Omit<SettingWords, 'fields'> & { fields: readonly SaidField[] },
  steps: Setting['steps'],
): Setting => ({
  ...said,
  fields: said.fields.map((field) => ({ ...PLAIN, ...field })),
  steps,
});

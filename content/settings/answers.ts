import type { ErrorCode } from '../../contract/index.ts';
import type { Setting, SettingAnswers, SettingField } from './definition.ts';
import { linesOf } from './steps.ts';

const MOST_CHARACTERS = { choice: 40, number: 20, text: 300, lines: 2000 } as const;
const MOST_LINES = 20;

/** The fields that are asked, given what has been answered so far. */
export function askedFields({ fields }: Pick<Setting, 'fields'>, answers: SettingAnswers): SettingField[] {
  const asked: SettingField[] = [];
  for (const field of fields) {
    const { onlyIf } = field;
    const isAsked = !onlyIf || (asked.some(({ id }) => id === onlyIf.field) && onlyIf.is.includes(answers[onlyIf.field] ?? ''));
    if (isAsked) asked.push(field);
  }
  return asked;
}

const fits = (pattern: string | null, text: string) => pattern === null || new RegExp(`^(?:${pattern})$`, 'u').test(text);

function isWhole(text: string, { least, most }: SettingField): boolean {
  const value = Number(text);
  return /^[0-9]+$/.test(text) && value >= (least ?? 0) && value <= (most ?? Number.MAX_SAFE_INTEGER);
}

/** What is wrong with one answer; null when nothing is. */
function faultOf(field: SettingField, said: string | undefined): ErrorCode | null {
  const text = said?.trim() ?? '';
  if (text === '') return field.required ? 'required' : null;
  if (text.length > MOST_CHARACTERS[field.type]) return 'too-long';
  switch (field.type) {
    case 'choice':
      return field.options.some(({ value }) => value === text) ? null : 'invalid-input';
    case 'number':
      return isWhole(text, field) ? null : 'invalid-input';
    case 'text':
      return !text.includes('\n') && fits(field.pattern, text) ? null : 'invalid-input';
    case 'lines': {
      const lines = linesOf(text);
      if (lines.length > MOST_LINES) return 'too-long';
      return lines.every((line) => fits(field.pattern, line)) ? null : 'invalid-input';
    }
  }
}

/** What is wrong with the answers, by field; nothing when all is well. A field that the form does not have is at fault too. */
export function faultsIn(setting: Setting, answers: SettingAnswers): Record<string, ErrorCode> {
  const unknown = Object.keys(answers).filter((id) => !setting.fields.some((field) => field.id === id));
  const asked = askedFields(setting, answers).map(({ id, ...field }) => [id, faultOf({ id, ...field }, answers[id])] as const);
  return Object.fromEntries([
    ...unknown.map((id) => [id, 'unknown-field'] as const),
    ...asked.filter((entry): entry is [string, ErrorCode] => entry[1] !== null),
  ]);
}

/** Only what was asked and answered, without spaces round it. */
export function tidy(setting: Setting, answers: SettingAnswers): Record<string, string> {
  const kept = askedFields(setting, answers).map(({ id, type }) => {
    const text = answers[id] ?? '';
    return [id, type === 'lines' ? linesOf(text).join('\n') : text.trim()] as const;
  });
  return Object.fromEntries(kept.filter(([, text]) => text !== ''));
}

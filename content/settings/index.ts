import type { ErrorCode, SettingName } from '../../contract/index.ts';
import { faultsIn, askedFields as fieldsAsked, tidy } from './answers.ts';
import { cron } from './cron.ts';
import type { Setting, SettingAnswers, SettingField, SettingStep } from './definition.ts';
import { errorLog } from './error-log.ts';
import { phpMemory } from './php-memory.ts';
import { phpVersion } from './php-version.ts';
import { redirect } from './redirect.ts';
import { ssl } from './ssl.ts';

export type { Setting, SettingAnswers, SettingField, SettingStep };

/** What people ask to have changed on a server or a domain, which the owner does themselves (R11). */
export const SETTING: Readonly<Record<SettingName, Setting>> = {
  'php-version': phpVersion,
  'php-memory': phpMemory,
  cron,
  redirect,
  ssl,
  'error-log': errorLog,
};

export const isSettingName = (text: string | null): text is SettingName => text !== null && Object.hasOwn(SETTING, text);

/** The fields to show, given what has been answered so far. */
export const askedFields = (name: SettingName, answers: SettingAnswers): SettingField[] => fieldsAsked(SETTING[name], answers);

/** The code of what is wrong, by field; an empty record when the answers can be sent. */
export const judge = (name: SettingName, answers: SettingAnswers): Record<string, ErrorCode> => faultsIn(SETTING[name], answers);

/** The answers as they are kept: without those to questions that were not asked. */
export const tidyAnswers = (name: SettingName, answers: SettingAnswers): Record<string, string> => tidy(SETTING[name], answers);

/** What the owner does, in order. `place` is the provider's word for where; ids do not depend on it. */
export const stepsFor = (name: SettingName, answers: SettingAnswers, place: string | null = null): SettingStep[] =>
  SETTING[name].steps(answers, place);

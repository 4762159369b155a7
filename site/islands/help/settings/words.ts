import { isSettingName, SETTING, type SettingStep, stepsFor } from '../../../../content/settings/index.ts';
import type { SettingName, SettingRequest } from '../../../../contract/index.ts';
import { progressWords, requestState } from '../words.ts';

/** Where the provider's Panel has each setting, as `content/provider.yaml` says. */
export type Places = Partial<Record<SettingName, string | null>>;

export const SETTING_CHOICES = Object.entries(SETTING).flatMap(([name, { title }]) =>
  isSettingName(name) ? [{ name, title }] : [],
);

export const requestPath = (id: string): string => `/panel/ustawienia/prosba/?${new URLSearchParams({ id })}`;

/** What the owner has to do; nothing before somebody has answered. */
export const stepsOf = ({ setting, answers }: Pick<SettingRequest, 'setting' | 'answers'>, places: Places): SettingStep[] =>
  answers ? stepsFor(setting, answers, places[setting] ?? null) : [];

/** The state in words, with how many steps are done. */
export function stateOf(request: SettingRequest): { word: string; look: string } {
  const steps = stepsOf(request, {});
  return requestState(request.state, steps.length > 0 ? `zrobione ${progressWords(steps, request.stepsDone)}` : null);
}

import type { SettingField, SettingStep } from './definition.ts';

export const step = (id: string, text: string, copy: string | null = null): SettingStep => ({ id, text, copy });

/** The first step everywhere: to the place itself. */
export const open = (place: string | null, otherwise: string): SettingStep =>
  step('open', place ? `Otwórz w Panelu klienta: ${place}.` : otherwise);

/** The question which of several sites it is about. */
export const SITE = {
  id: 'site',
  label: 'Której strony to dotyczy',
  hint: 'Domena albo katalog na serwerze. Zostaw puste, jeśli całej usługi.',
  type: 'text',
} as const;

/** The question what to look at afterwards. */
export const CHECKS = {
  id: 'checks',
  label: 'Co sprawdzić po zmianie',
  hint: 'Każda rzecz w osobnym wierszu, na przykład: strona główna, koszyk, formularz kontaktowy.',
  type: 'lines',
} as const satisfies Partial<SettingField>;

/** „ (strona: sklep.pl)”, or nothing. */
export const onSite = (site: string | undefined): string => (site ? ` (strona: ${site})` : '');

/** A step for each thing to look at; one that is always there when nothing was named. */
export function checks(said: string | undefined, otherwise: string): SettingStep[] {
  const lines = linesOf(said);
  return lines.length === 0
    ? [step('check', otherwise)]
    : lines.map((line, at) => step(`check-${at + 1}`, `Sprawdź, czy działa: ${line}.`));
}

export const linesOf = (text: string | undefined): string[] =>
  (text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
